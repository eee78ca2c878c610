import { askContactChangeRoute, type ContactKind } from '@an-sinh/contract'
import { ACCOUNT_STATES, CONTACT_CHANGE_RULE, parsePhone } from '@an-sinh/domain'
import { type Account, findAccount } from '../accounts/index.ts'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { isOldPhoneGone } from '../recovery/index.ts'
import { findOpenChange, insertChange, type OldProof } from './contact-change-queries.ts'
import { requireOpenChange, toChangeAnswer } from './contact-values.ts'
import { sendSideCode } from './send-side-code.ts'

/** Something before and after one @, with a dot behind; a code that arrives proves the rest. Linear on any input. */
const EMAIL = /^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/u

export const parseValue = (kind: ContactKind, typed: string): string => {
  if (kind === 'phone') {
    const parsed = parsePhone(typed)
    if (!parsed.ok) throw new Refusal('phone-shape', { fields: [{ field: 'value', code: 'phone-shape' }] })
    return parsed.phone
  }
  const email = typed.normalize('NFC').trim()
  if (!EMAIL.test(email)) throw new Refusal('contact-email-shape', { fields: [{ field: 'value', code: 'contact-email-shape' }] })
  return email
}

/** The phone is the root of the account; an old address that is read no longer does not stand in the way of a new one. */
const decideOldProof = (account: Account, { kind, oldGone }: { kind: ContactKind; oldGone: boolean }, atCounter: boolean): OldProof => {
  if (atCounter) return 'counter'
  return kind === 'email' && account.email !== null && !oldGone ? 'email' : 'phone'
}

/** Nothing changes yet: a code goes to the old and to the new side. */
export function askContactChange(server: Server, platform: Platform): void {
  addRoute(server, askContactChangeRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'citizen')
    const { personId } = actor
    const value = parseValue(body.kind, body.value)
    const account = requireFound(await findAccount(platform.sql, personId), 'not-signed-in')
    if (!ACCOUNT_STATES[account.state].mayChangeContact) throw new Refusal('account-closed')
    const before = body.kind === 'phone' ? account.phone : account.email
    if (before === value) throw new Refusal('contact-same', { fields: [{ field: 'value', code: 'contact-same' }] })
    const open = await findOpenChange(platform.sql, personId, CONTACT_CHANGE_RULE.proveMinutes)
    if (open !== null && open.appliesAt !== null) throw new Refusal('contact-change-open')
    await platform.limits.consume('contact-change', String(personId))

    const atCounter = await isOldPhoneGone(platform.sql, personId, CONTACT_CHANGE_RULE.counterHours)
    await inTransaction(platform, async (transaction) => {
      await insertChange(transaction, {
        personId,
        changeId: body.changeId,
        kind: body.kind,
        beforeHmac: before === null ? null : platform.keyring.hmac('phone', before),
        afterEncrypted: platform.keyring.encrypt('phone', value, body.changeId),
        oldProof: decideOldProof(account, body, atCounter),
      })
      await recordAudit(transaction, {
        actor,
        action: 'contact-change-asked',
        personId,
        requestId: request.id,
        details: { kind: body.kind },
      })
    })
    const row = await requireOpenChange(platform, personId, body.changeId)
    if (!row.oldProved) await sendSideCode(platform, account, row, 'old')
    return toChangeAnswer(platform, account, row)
  })
}
