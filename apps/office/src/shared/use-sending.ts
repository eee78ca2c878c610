import { useState } from 'react'

/** One request at a time: a second press while waiting does nothing; what went wrong is kept for the notice. */
export function useSending() {
  const [waiting, setWaiting] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
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
  return { waiting, problem, run }
}
