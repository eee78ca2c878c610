import { type CivilDate, decideDeadline, decideExtension, findDeadlineRule } from '@an-sinh/domain'
import { enqueueMessage } from '../messages/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Transaction } from '../platform/transaction.ts'
import { findOffice, findStandingOffice, listClosures, loadCalendar, type OfficeRow } from '../reference/index.ts'
import { moveRegistration } from './move-registration.ts'
import { findRegistration, readToday } from './registration-queries.ts'
import type { RegistrationChanges, RegistrationRow } from './registration-row.ts'

/** Reminders leave at nine in the morning in Viet Nam (PATTERNS "Deadline"). */
export const REMINDER_HOUR = 'T09:00:00+07:00'

type Clock = { clockStartedOn: CivilDate; extensions: number }

/** The deadline of an office's calendar as it is stored: dates, rule's version, and what moved them. */
export async function settleDeadline(
  transaction: Transaction,
  officeId: number,
  clock: Clock,
): Promise<RegistrationChanges & { dueOn: CivilDate; graceEndsOn: CivilDate }> {
  const office = await findStandingOffice(transaction, officeId)
  const { dueOn, graceEndsOn, ruleVersion, moved, reminderOns } = decideDeadline({
    submittedOn: clock.clockStartedOn,
    extensions: clock.extensions,
    calendar: await loadCalendar(transaction),
    closures: await listClosures(transaction, office?.officeId ?? officeId),
    ...(office === null ? {} : { openWeekdays: office.openingHours.weekdays }),
  })
  const { clockStartedOn, extensions } = clock
  return {
    clockStartedOn,
    extensions,
    dueOn,
    graceEndsOn,
    deadlineRuleVersion: ruleVersion,
    deadlineFacts: { officeId, moved: [...moved], reminderOns: [...reminderOns] },
  }
}

/** Reminders are jobs of the same transaction. One that finds another due date, or the paper handed in, says nothing: that is how they are cancelled. */
export async function scheduleReminders(platform: Platform, transaction: Transaction, row: RegistrationRow): Promise<void> {
  const today = await readToday(transaction)
  for (const on of row.deadlineFacts?.reminderOns ?? []) {
    if (on < today) continue
    await platform.jobs.send(
      transaction,
      'remind-registration',
      { registrationId: row.registrationId, dueOn: row.dueOn, on },
      { startAfter: new Date(`${on}${REMINDER_HOUR}`) },
    )
  }
}

const toExtender = (actor: Actor): 'applicant' | 'clerk' | 'supervisor' =>
  actor.kind === 'staff' ? (actor.role === 'supervisor' ? 'supervisor' : 'clerk') : 'applicant'

/**
 * Ten more days. The applicant at most twice and not after the grace; a clerk with a reason at any time, also of an expired case.
 * @throws Refusal `extension-used-up`, `extension-too-late`, `reason-missing`, `move-not-allowed`
 */
export async function extendDeadline(
  platform: Platform,
  transaction: Transaction,
  { registrationId, actor, reason, requestId }: { registrationId: string; actor: Actor; reason?: string; requestId?: string },
): Promise<RegistrationRow> {
  const row = await findRegistration(transaction, registrationId, 'for-update')
  if (row === null) throw new Refusal('not-found')
  if (
    row.clockStartedOn === null ||
    row.graceEndsOn === null ||
    row.officeId === null ||
    (row.state !== 'awaiting-visit' && row.state !== 'expired')
  )
    throw new Refusal('move-not-allowed')
  const { clockStartedOn, extensions, applicantExtensions, graceEndsOn } = row
  const extension = decideExtension({
    by: toExtender(actor),
    clockStartedOn,
    extensions,
    applicantExtensions,
    graceEndsOn,
    todayOn: await readToday(transaction),
    ...(reason === undefined ? {} : { reason }),
    rule: findDeadlineRule(clockStartedOn),
  })
  if (!extension.ok) throw new Refusal(extension.code)
  const set = { ...(await settleDeadline(transaction, row.officeId, extension)), applicantExtensions: extension.applicantExtensions }
  const moved = await moveRegistration(platform, transaction, {
    registrationId,
    move: 'extend',
    actor,
    set,
    ...(requestId === undefined ? {} : { requestId }),
    details: { dueOn: set.dueOn },
  })
  await scheduleReminders(platform, transaction, moved)
  if (actor.kind === 'staff') await tellDeadlineMoved(platform, transaction, moved)
  return moved
}

/** Whoever is not looking at the screen is told of the new date. */
async function tellDeadlineMoved(platform: Platform, transaction: Transaction, row: RegistrationRow): Promise<void> {
  if (row.provedPhone === null || row.fileNumber === null || row.dueOn === null) return
  await enqueueMessage(platform, transaction, {
    idempotencyKey: `deadline-moved/${row.registrationId}/${row.version}`,
    content: { event: 'deadline-moved', fileNumber: row.fileNumber, dueOn: row.dueOn },
    to: { phone: row.provedPhone },
    registrationId: row.registrationId,
  })
}

/** The office that may take the form in, or a refusal. */
export async function requireReceivingOffice(transaction: Transaction, officeId: number): Promise<OfficeRow> {
  const office = await findOffice(transaction, officeId)
  if (office === null || !office.receivesRegistrations) throw new Refusal('office-unknown')
  return office
}

/**
 * Another office takes the form in: the running deadline is decided anew by that office's calendar, the file number stays.
 * @throws Refusal `office-unknown`, `move-not-allowed`
 */
export async function moveToOffice(
  platform: Platform,
  transaction: Transaction,
  { registrationId, officeId, actor, requestId }: { registrationId: string; officeId: number; actor: Actor; requestId?: string },
): Promise<RegistrationRow> {
  const row = await findRegistration(transaction, registrationId, 'for-update')
  if (row === null) throw new Refusal('not-found')
  await requireReceivingOffice(transaction, officeId)
  const runs = row.state === 'awaiting-visit' && row.clockStartedOn !== null
  const deadline = runs
    ? await settleDeadline(transaction, officeId, { clockStartedOn: row.clockStartedOn ?? '', extensions: row.extensions })
    : {}
  const declared = row.declared === null ? {} : { declared: { ...row.declared, officeId } }
  const moved = await moveRegistration(platform, transaction, {
    registrationId,
    move: 'change-office',
    actor,
    set: { officeId, ...declared, ...deadline },
    details: { officeId, fromOfficeId: row.officeId },
    ...(requestId === undefined ? {} : { requestId }),
  })
  if (runs && moved.dueOn !== row.dueOn) await scheduleReminders(platform, transaction, moved)
  return moved
}
