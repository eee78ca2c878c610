import { randomUUID } from 'node:crypto'
import { type CounterReason, issueCounterCodeRoute } from '@an-sinh/contract'
import { ACCOUNT_STATES, FIRST_PASSWORD_RULE } from '@an-sinh/domain'
import { findLogin, prepareFirstPassword, replaceFirstPassword } from '../accounts/index.ts'
import { recordAudit } from '../audit/index.ts'
import { isOwnFamily } from '../families/index.ts'
import { tellPerson } from '../notices/index.ts'
import { requireActor, type StaffActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { findOffice } from '../reference/index.ts'
import { insertCounterCode } from './counter-code-queries.ts'

type Order = { number: string; originalChecked: boolean; reason: CounterReason | null; note: string }

const requireReason = ({ originalChecked, reason, note }: Order): CounterReason => {
  if (!originalChecked) throw new Refusal('original-not-checked', { fields: [{ field: 'originalChecked', code: 'original-not-checked' }] })
  if (reason === null) throw new Refusal('reason-missing', { fields: [{ field: 'reason', code: 'reason-missing' }] })
  if (reason === 'other' && note.trim() === '') throw new Refusal('note-missing', { fields: [{ field: 'note', code: 'note-missing' }] })
  return reason
}

/** Whose account it is and that a code may be given for it: living, not the clerk's own or the family's, in a state that allows it. */
const requireAccount = async (platform: Platform, actor: StaffActor, number: string) => {
  const login = await findLogin(platform, number)
  const person = requireFound(login.person, 'person-unknown')
  if (await isOwnFamily(platform.sql, actor, [person])) throw new Refusal('case-own')
  if (person.diedOn !== null || person.mergedIntoPersonId !== null) throw new Refusal('person-not-eligible')
  const account = requireFound(login.account, 'account-unknown')
  if (!ACCOUNT_STATES[account.state].mayResetPassword) throw new Refusal('account-closed')
  return { person, account }
}

/**
 * The code is a first password handed over on paper: it works as one from an SMS does, with number and birth date, once, for 72 h. The password
 * and the sessions there are stay until it is used, so that a mistaken or made-up visit locks nobody out; the phone on file hears of it.
 */
export function issueCounterCode(server: Server, platform: Platform): void {
  addRoute(server, issueCounterCodeRoute, async ({ body, request, reply }) => {
    const actor = requireActor(request, 'staff')
    const reason = requireReason(body)
    await platform.limits.consume('counter-code-staff', String(actor.staffId))
    const { person, account } = await requireAccount(platform, actor, body.number)
    const { personId } = person
    await platform.limits.consume('counter-code-person', String(personId))
    const office = requireFound(await findOffice(platform.sql, actor.officeId), 'not-found')

    const { plain, hash } = await prepareFirstPassword()
    const codeId = randomUUID()
    const times = await inTransaction(platform, async (transaction) => {
      const { hours } = FIRST_PASSWORD_RULE
      if (!(await replaceFirstPassword(transaction, personId, account.phone, hash, hours))) throw new Refusal('account-closed')
      const code = {
        personId,
        codeId,
        codeHash: hash,
        reason,
        note: body.note.trim(),
        staffId: actor.staffId,
        officeId: actor.officeId,
        hours,
      }
      const written = await insertCounterCode(transaction, code)
      const content = { event: 'counter-code-issued', phoneGone: reason === 'phone-gone' } as const
      await tellPerson(platform, transaction, account, { key: `counter-code/${codeId}`, content })
      await recordAudit(transaction, {
        actor,
        action: 'counter-code-issued',
        personId,
        reasonCode: reason,
        requestId: request.id,
        details: { codeId, originalChecked: true },
      })
      return written
    })
    reply.header('cache-control', 'no-store')
    return {
      code: plain,
      issuedAt: times.issuedAt.toISOString(),
      expiresAt: times.expiresAt.toISOString(),
      fullName: person.fullName,
      numberHint: person.insuranceNumber.slice(-3),
      officeName: office.name,
      clerkName: actor.fullName,
    }
  })
}
