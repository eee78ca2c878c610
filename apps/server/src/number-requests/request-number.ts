import { randomUUID } from 'node:crypto'
import { requestNumberRoute } from '@an-sinh/contract'
import { foldText, isCivilDate } from '@an-sinh/domain'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { countTries } from './count-tries.ts'
import { insertNumberRequest } from './number-request-queries.ts'

export type Asked = { fullName: string; bornOn: string; nationalId: string | null; wardCode: string | null }

/**
 * Name + birth date + 12-digit id (or ward). Nothing is looked up here: what was asked is laid away, sealed, for a job, so that neither the answer
 * nor its time knows whether there is somebody.
 */
export function requestNumber(server: Server, platform: Platform): void {
  addRoute(server, requestNumberRoute, async ({ body, request, reply }) => {
    const { fullName, bornOn, nationalId = null, wardCode = null } = body
    if (foldText(fullName) === '' || !isCivilDate(bornOn) || (nationalId === null && wardCode === null))
      throw new Refusal('number-request-facts')
    await countTries(platform, request, reply, `${foldText(fullName)}/${bornOn}`)
    const requestId = randomUUID()
    const asked: Asked = { fullName, bornOn, nationalId, wardCode }
    const sealed = platform.keyring.encrypt('ticket', JSON.stringify(asked), requestId)
    await inTransaction(platform, async (transaction) => {
      await insertNumberRequest(transaction, requestId, sealed)
      await platform.jobs.send(transaction, 'answer-number-request', { requestId })
    })
    return { taken: true }
  })
}
