import { call } from '../shared/api/call.ts'
import { Failure } from '../shared/api/failure.ts'
import { doWork } from './do-work.ts'

export type Facts = { readonly fullName: string; readonly bornOn: string } & (
  | { readonly nationalId: string }
  | { readonly wardCode: string }
)

/** A crowd may have grown while the device worked: then it works once more, harder. */
const MOST_ROUNDS = 3

/** Asks, and does the work that the server wants first. The answer is the same whoever is asked about. */
export const askNumber = async (facts: Facts): Promise<void> => {
  let work: Awaited<ReturnType<typeof doWork>> | null = null
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const answer = await call('POST /api/number-requests', { body: { ...facts, ...(work === null ? {} : { work }) } })
    if (answer.taken || answer.work === null) return
    work = await doWork(answer.work)
  }
  throw new Failure('trouble')
}
