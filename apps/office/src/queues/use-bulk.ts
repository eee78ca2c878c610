import type { Outcome, QueueItem } from '@an-sinh/contract'
import { useState } from 'react'
import { assignCases, printCases, receiveCases, remindCases } from './queue-requests.ts'

export type BulkAction = 'receive' | 'remind' | 'assign'
export type BulkResult = { readonly action: BulkAction; readonly rows: readonly Outcome[] }

/** The server takes so many at once. */
const MOST = 100

/** What is done with many cases at once: one request, an answer row by row; what was selected stays until it is done. */
export const useBulk = (chosen: readonly QueueItem[], onChanged: () => void) => {
  const [waiting, setWaiting] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const [result, setResult] = useState<BulkResult | null>(null)
  const ids = chosen.slice(0, MOST).map(({ registrationId }) => registrationId)
  const run = async (work: () => Promise<void>): Promise<void> => {
    if (waiting) return
    setWaiting(true)
    setProblem(null)
    try {
      await work()
    } catch (error) {
      setProblem(error)
    } finally {
      setWaiting(false)
    }
  }
  const act = (action: BulkAction, send: () => Promise<Outcome[]>): Promise<void> =>
    run(async () => {
      setResult({ action, rows: await send() })
      onChanged()
    })
  return {
    waiting,
    problem,
    result,
    most: MOST,
    close: () => setResult(null),
    receive: () =>
      act('receive', () => receiveCases(chosen.slice(0, MOST).map(({ registrationId, version }) => ({ registrationId, version })))),
    remind: () => act('remind', () => remindCases(ids)),
    assign: (staffId: number) => act('assign', () => assignCases(ids, staffId)),
    print: (what: 'receipts' | 'list') =>
      run(async () => {
        const address = URL.createObjectURL(await printCases(ids, what))
        if (window.open(address, '_blank') === null) window.location.assign(address)
        setTimeout(() => URL.revokeObjectURL(address), 60_000)
      }),
  }
}
