import type { Outcome } from '@an-sinh/contract'
import type { FastifyRequest } from 'fastify'
import { refusalAnswer } from '../platform/answer-error.ts'
import { Refusal } from '../platform/refusal.ts'

/** One after the other, each for itself: what is refused holds up no other. `work` answers the file number. */
export async function doEach<T>(
  request: FastifyRequest,
  items: readonly T[],
  keyOf: (item: T) => string,
  work: (item: T) => Promise<string | null>,
): Promise<{ rows: Outcome[] }> {
  const rows: Outcome[] = []
  for (const item of items) {
    const key = keyOf(item)
    try {
      rows.push({ key, fileNumber: await work(item), done: true, code: null, sentence: null, nextStep: null })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const { code, sentence, nextStep } = refusalAnswer(request, error.code)
      rows.push({ key, fileNumber: null, done: false, code, sentence, nextStep })
    }
  }
  return { rows }
}
