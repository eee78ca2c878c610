import { setTimeout as wait } from 'node:timers/promises'

/**
 * Answers no sooner than `leastMs` after the call, whether the work finds somebody or nobody: the clock tells a stranger nothing.
 * `leastMs` lies above what the longer way takes on a busy machine. A refusal comes no sooner either.
 */
export async function inSameTime<T>(leastMs: number, work: () => Promise<T>): Promise<T> {
  const [outcome] = await Promise.allSettled([work(), wait(leastMs)])
  if (outcome.status === 'rejected') throw outcome.reason
  return outcome.value
}
