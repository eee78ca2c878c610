import { useState } from 'react'

/** One step at a time, its problem kept for the screen. */
export function useStep<Answer>(onAnswer: (answer: Answer) => void) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const run = (work: () => Promise<Answer>): void => {
    if (busy) return
    setBusy(true)
    setProblem(null)
    work()
      .then(onAnswer)
      .catch(setProblem)
      .finally(() => setBusy(false))
  }
  return { busy, problem, run }
}
