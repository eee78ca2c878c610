import { randomBytes } from 'node:crypto'
import { proveContactChangeRoute } from '@an-sinh/contract'
import { CONTACT_CHANGE_RULE, FIRST_PASSWORD_RULE, makeFirstPassword } from '@an-sinh/domain'
import { type Account, consumeOneTimeCode, findAccount } from '../accounts/index.ts'
import { recordAudit } from '../audit/index.ts'
import { enqueueMessage } from '../messages/index.ts'
import { tellPerson } from '../notices/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { type ContactChangeRow, markSideProved, startHold } from './contact-change-queries.ts'
import { readAfter, requireOpenChange, toChangeAnswer } from './contact-values.ts'
import { hashObjection } from './object-to-contact-change.ts'
import { codeSubject } from './send-side-code.ts'

/** Both sides are proved: what is on file hears of it with a code to object by; the new one hears that its time comes. */
export const announce = async (platform: Platform, transaction: Transaction, account: Account, row: ContactChangeRow): Promise<boolean> => {
  const objection = makeFirstPassword(randomBytes(FIRST_PASSWORD_RULE.randomBytes))
  const cancelCodeHmac = hashObjection(platform, row.personId, objection)
  const at = await startHold(transaction, row, { hours: CONTACT_CHANGE_RULE.holdHours, cancelCodeHmac })
  if (at === null) return false
  const [{ kind, value }, key] = [readAfter(platform, row), `contact-change/${row.changeId}`]
  await tellPerson(platform, transaction, account, { key, content: { event: 'contact-change-waits', kind, at, objection } })
  const to = kind === 'phone' ? { phone: value } : { email: value }
  const content = { event: 'contact-change-arrives', kind, at } as const
  await enqueueMessage(platform, transaction, { idempotencyKey: `${key}/new`, content, to, personId: row.personId })
  return true
}

export function proveContactChange(server: Server, platform: Platform): void {
  addRoute(server, proveContactChangeRoute, async ({ params, body, request }) => {
    const actor = requireActor(request, 'citizen')
    const { personId } = actor
    const account = requireFound(await findAccount(platform.sql, personId), 'not-signed-in')
    const row = await requireOpenChange(platform, personId, params.changeId)
    await consumeOneTimeCode(platform, { purpose: 'change-contact', subject: codeSubject(row, body.side), code: body.code })
    await inTransaction(platform, async (transaction) => {
      await markSideProved(transaction, row, body.side)
      if (await announce(platform, transaction, account, row))
        await recordAudit(transaction, {
          actor,
          action: 'contact-change-proved',
          personId,
          requestId: request.id,
          details: { kind: row.kind },
        })
    })
    return toChangeAnswer(platform, account, await requireOpenChange(platform, personId, params.changeId))
  })
}
