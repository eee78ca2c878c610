import type { DeskReason } from '@an-sinh/contract'
import { ACCOUNT_STATES } from '@an-sinh/domain'
import { type Account, findLogin } from '../accounts/index.ts'
import { isOwnFamily } from '../families/index.ts'
import type { PersonRow } from '../persons/index.ts'
import type { StaffActor } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'

export type Order = { actId: string; number: string; originalChecked: boolean; reason: DeskReason | null; note: string }

const refuse = (field: string, code: 'original-not-checked' | 'reason-missing' | 'note-missing'): never => {
  throw new Refusal(code, { fields: [{ field, code }] })
}

/** The check of the original and the reason. Support has nobody before it: what it may start goes to the phone on file anyway. @throws Refusal `original-not-checked`, `reason-missing`, `note-missing` */
export function requireReason(actor: StaffActor, { originalChecked, reason, note }: Order): DeskReason {
  if (!originalChecked && actor.role !== 'support') return refuse('originalChecked', 'original-not-checked')
  if (reason === null) return refuse('reason', 'reason-missing')
  if (reason === 'other' && note.trim() === '') return refuse('note', 'note-missing')
  return reason
}

/** Whom the number names. One's own account and one's family's are for a colleague, to read as well. @throws Refusal `person-unknown`, `case-own` */
export async function requirePerson(
  platform: Platform,
  actor: StaffActor,
  number: string,
): Promise<{ person: PersonRow; account: Account | null }> {
  const login = await findLogin(platform, number)
  const person = requireFound(login.person, 'person-unknown')
  if (await isOwnFamily(platform.sql, actor, [person])) throw new Refusal('case-own')
  return { person, account: login.account }
}

/** For what opens or moves something for the person: living, with an account. @throws Refusal `person-not-eligible`, `account-unknown` besides */
export async function requireAccount(
  platform: Platform,
  actor: StaffActor,
  number: string,
): Promise<{ person: PersonRow; account: Account }> {
  const { person, account } = await requirePerson(platform, actor, number)
  if (person.diedOn !== null || person.mergedIntoPersonId !== null) throw new Refusal('person-not-eligible')
  return { person, account: requireFound(account, 'account-unknown') }
}

export const mayIssue = (account: Account | null): boolean => account !== null && ACCOUNT_STATES[account.state].mayResetPassword
