import { type AccountStop, askAccountStopRoute } from '@an-sinh/contract'
import { ACCOUNT_STOP_RULE } from '@an-sinh/domain'
import { consumeOneTimeCode } from '../accounts/index.ts'
import { recordAudit } from '../audit/index.ts'
import { tellPerson } from '../notices/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { numberRequest } from '../procedures/index.ts'
import { type AccountStopRow, findAccountStop, insertAccountStop } from './account-stop-queries.ts'
import { proveForStop, stopSubject } from './prove-password.ts'

export const toStopAnswer = ({ stopId, fileNumber, askedAt, appliesAt }: AccountStopRow): AccountStop => ({
  stopId,
  fileNumber,
  askedAt: askedAt.toISOString(),
  appliesAt: appliesAt.toISOString(),
})

/** Nothing stops yet: it waits its day, everything on file hears of it at once, and signing in still works to take it back. */
export function askAccountStop(server: Server, platform: Platform): void {
  addRoute(server, askAccountStopRoute, async ({ body: { stopId, password, code }, request }) => {
    const actor = requireActor(request, 'citizen')
    const { personId } = actor
    const known = await findAccountStop(platform.sql, personId, stopId)
    if (known !== null) return toStopAnswer(known)
    const account = await proveForStop(platform, personId, password)
    await consumeOneTimeCode(platform, { purpose: 'stop-account', subject: stopSubject(personId), code })
    return inTransaction(platform, async (transaction) => {
      const { officeId, fileNumber } = await numberRequest(transaction, personId, 'NG')
      if (!(await insertAccountStop(transaction, { personId, stopId, fileNumber, officeId }, ACCOUNT_STOP_RULE.holdHours)))
        throw new Refusal('account-stop-open')
      const row = requireFound(await findAccountStop(transaction, personId, stopId), 'not-found')
      const content = { event: 'account-stop-waits', at: row.appliesAt } as const
      await tellPerson(platform, transaction, account, { key: `account-stop/${stopId}`, content })
      await recordAudit(transaction, { actor, action: 'account-stop-asked', personId, requestId: request.id, details: { fileNumber } })
      return toStopAnswer(row)
    })
  })
}
