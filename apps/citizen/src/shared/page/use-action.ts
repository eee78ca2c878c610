import { useRef, useState } from 'react'

export type Action<Input> = {
  readonly run: (input: Input) => Promise<void>
  readonly busy: boolean
  readonly failure: unknown
  readonly clear: () => void
}

/** Something done at the press of a button: one at a time, its failure kept for the screen. */
export const useAction = <Input>(act: (input: Input) => Promise<void>): Action<Input> => {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const inFlight = useRef(false)
  const run = async (input: Input): Promise<void> => {
    if (inFlight.current) return
    inFlight.current = true
    setBusy(true)
    setFailure(null)
    try {
      await act(input)
    } catch (error) {
      setFailure(error)
    } finally {
      inFlight.current = false
      setBusy(false)
    }
  }
  return { run, busy, failure, clear: () => setFailure(null) }
}
