import { decideDeadline, type CivilDate, type OfficeClosure, type WorkingCalendar } from '@an-sinh/domain'
import { recordAudits } from '../audit/index.ts'
import { enqueueMessages } from '../messages/index.ts'
import type { Actor, SystemActor } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import type { Transaction } from '../platform/transaction.ts'
import {
  type DeadlineTarget,
  expireAgain,
  type MovedDeadline,
  type RunningClock,
  restoreDeadlines,
  reviveDeadlines,
  updateDeadlines,
} from './deadline-move-queries.ts'
import { readToday } from './registration-queries.ts'
import { REMINDER_HOUR } from './settle-deadline.ts'

/** What a desk's running deadlines are decided by, before and after some days were closed or opened again. */
export type DeskChange = {
  calendar: WorkingCalendar
  openWeekdays: readonly number[]
  before: readonly OfficeClosure[]
  after: readonly OfficeClosure[]
}

const deadlineOf = (clock: RunningClock, { calendar, openWeekdays }: DeskChange, closures: readonly OfficeClosure[]) =>
  decideDeadline({ submittedOn: clock.clockStartedOn, extensions: clock.extensions, calendar, openWeekdays, closures })

/**
 * What a change means for each clock; clocks it does not touch are left out. `inStep`: only cases that stand where the rule put them before
 * the change (what a closure never moved, its undo does not move either).
 */
export function decideTargets(clocks: readonly RunningClock[], change: DeskChange, inStep: boolean): DeadlineTarget[] {
  const known = new Map(clocks.map(({ clockStartedOn, extensions }) => [`${clockStartedOn} ${extensions}`, { clockStartedOn, extensions }]))
  return [...known.values()].flatMap((clock) => {
    const [before, after] = [deadlineOf(clock, change, change.before), deadlineOf(clock, change, change.after)]
    if (before.dueOn === after.dueOn && before.graceEndsOn === after.graceEndsOn) return []
    const { dueOn, graceEndsOn, ruleVersion, moved, reminderOns } = after
    const facts = { moved: [...moved], reminderOns: [...reminderOns] }
    return [
      { ...clock, dueOn, graceEndsOn, ruleVersion, facts, from: inStep ? { dueOn: before.dueOn, graceEndsOn: before.graceEndsOn } : null },
    ]
  })
}

const listReminders = (moved: readonly MovedDeadline[], todayOn: CivilDate) =>
  moved.flatMap(({ registrationId, after: { dueOn, facts } }) =>
    facts.reminderOns
      .filter((on) => on >= todayOn)
      .map((on) => ({ data: { registrationId, dueOn, on }, startAfter: new Date(`${on}${REMINDER_HOUR}`) })),
  )

/** The lines of the audit, and of whose due date changed the message and the reminders; those planned for the date before find nothing to say. */
async function tellMoved(platform: Platform, transaction: Transaction, moved: readonly MovedDeadline[], actor: Actor): Promise<void> {
  await recordAudits(
    transaction,
    moved.map(({ registrationId, before, after }) => ({
      actor,
      action: 'registration-deadline-moved',
      registrationId,
      details: { from: before.dueOn, to: after.dueOn, officeId: after.facts.officeId },
    })),
  )
  const told = moved.filter(({ before, after }) => before.dueOn !== after.dueOn)
  await enqueueMessages(
    platform,
    transaction,
    told.map(({ registrationId, version, fileNumber, provedPhone, after: { dueOn } }) => ({
      idempotencyKey: `deadline-moved/${registrationId}/${version}`,
      content: { event: 'deadline-moved', fileNumber, dueOn },
      to: { phone: provedPhone },
      registrationId,
    })),
  )
  await platform.jobs.sendMany(transaction, 'remind-registration', listReminders(told, await readToday(transaction)))
}

/**
 * Moves a batch of a desk's running deadlines to their targets, in the caller's transaction: dates, audit lines, messages, reminders. Safe to
 * run again: what stands at its target is passed over.
 */
export async function moveDeadlines(
  platform: Platform,
  transaction: Transaction,
  actor: Actor,
  asked: Parameters<typeof updateDeadlines>[1],
): Promise<MovedDeadline[]> {
  const moved = asked.targets.length === 0 ? [] : await updateDeadlines(transaction, asked)
  if (moved.length > 0) await tellMoved(platform, transaction, moved, actor)
  return moved
}

/** Cases that ran out in days that turn out closed run again, in the caller's transaction: state, dates, lines, messages, reminders. */
export async function reviveExpired(
  platform: Platform,
  transaction: Transaction,
  actor: SystemActor,
  asked: { officeIds: readonly number[]; targets: readonly DeadlineTarget[]; limit: number },
): Promise<MovedDeadline[]> {
  const moved = asked.targets.length === 0 ? [] : await reviveDeadlines(transaction, { ...asked, job: actor.job })
  await recordAudits(
    transaction,
    moved.map(({ registrationId }) => ({ actor, action: 'registration-reopen', registrationId, details: { why: 'closure' } })),
  )
  if (moved.length > 0) await tellMoved(platform, transaction, moved, actor)
  return moved
}

type Move = Parameters<typeof restoreDeadlines>[1][number]

/** What had run out before has run out again; the person hears that, and no date that lies behind them. */
const letRunOut = async (
  platform: Platform,
  transaction: Transaction,
  actor: SystemActor,
  moves: readonly Move[],
): Promise<MovedDeadline[]> => {
  const moved = moves.length === 0 ? [] : await expireAgain(transaction, moves, actor.job)
  await recordAudits(
    transaction,
    moved.map(({ registrationId, before, after }) => ({
      actor,
      action: 'registration-expire-again',
      registrationId,
      details: { from: before.dueOn, to: after.dueOn },
    })),
  )
  await enqueueMessages(
    platform,
    transaction,
    moved.map(({ registrationId, version, fileNumber, provedPhone }) => ({
      idempotencyKey: `expired/${registrationId}/${version}`,
      content: { event: 'expired', fileNumber },
      to: { phone: provedPhone },
      registrationId,
    })),
  )
  return moved
}

/** Puts a batch back exactly as it was, where nothing has moved it since; people are told again. */
export async function putDeadlinesBack(
  platform: Platform,
  transaction: Transaction,
  actor: SystemActor,
  moves: readonly Move[],
): Promise<MovedDeadline[]> {
  const [revived, running] = [
    moves.filter(({ before }) => before.expiredSince !== undefined),
    moves.filter(({ before }) => before.expiredSince === undefined),
  ]
  const moved = running.length === 0 ? [] : await restoreDeadlines(transaction, running)
  if (moved.length > 0) await tellMoved(platform, transaction, moved, actor)
  return [...moved, ...(await letRunOut(platform, transaction, actor, revived))]
}
