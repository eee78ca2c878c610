import type { Figures, FiguresPeriod } from '@an-sinh/contract'
import { addDays, type CivilDate, findDecisionReason, hideSmall, medianOf, weekdayOf } from '@an-sinh/domain'
import type { StaffActor } from '../platform/actor.ts'
import { requireFound } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { findStandingOffice } from '../reference/index.ts'
import { readToday } from '../registrations/index.ts'
import { listOfficesInView } from '../staff/index.ts'
import { countIntake, countOpen, countReceived, type DecidedRow, listDecided } from './figure-queries.ts'

const WEEKS = 12
const DAYS = 14

const mondayOf = (on: CivilDate): CivilDate => addDays(on, -((weekdayOf(on) + 6) % 7))

type Counted = readonly { on: CivilDate; cases: number }[]
type Facts = { intake: Counted; received: Counted; decided: readonly DecidedRow[] }

const sumFrom = (rows: Counted, fromOn: CivilDate): number => rows.reduce((sum, row) => sum + (row.on >= fromOn ? row.cases : 0), 0)
const minutesOf = (rows: readonly DecidedRow[]): number[] => rows.flatMap(({ minutes }) => minutes ?? [])

const toPeriod = ({ intake, received, decided }: Facts, fromOn: CivilDate): FiguresPeriod => {
  const rows = decided.filter(({ on }) => on >= fromOn)
  const count = (kind: DecidedRow['kind']): number => rows.filter((row) => row.kind === kind).length
  return {
    intake: sumFrom(intake, fromOn),
    received: sumFrom(received, fromOn),
    approved: count('approve'),
    returned: count('return'),
    refused: count('refuse'),
    medianWaitMinutes: medianOf(minutesOf(rows)),
  }
}

/** This month's returns and refusals by reason, the most frequent first; a group of one to four is not told. */
const toReasons = (decided: readonly DecidedRow[], fromOn: CivilDate): Figures['reasons'] => {
  const counts = new Map<string, number>()
  for (const { on, reasonCodes } of decided) if (on >= fromOn) for (const code of reasonCodes) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .flatMap(([code, cases]) => {
      const reason = findDecisionReason(code)
      return reason === null || reason === undefined
        ? []
        : [{ code, kind: reason.for, vi: reason.clerkVi, en: reason.clerkEn, cases: hideSmall(cases) }]
    })
}

/** The median by week, of the office as a whole: no clerk stands in it. */
const toWeeks = (decided: readonly DecidedRow[], todayOn: CivilDate): Figures['weeks'] =>
  Array.from({ length: WEEKS }, (_, at) => addDays(mondayOf(todayOn), -7 * (WEEKS - 1 - at))).map((fromOn) => {
    const rows = decided.filter(({ on }) => mondayOf(on) === fromOn)
    return { fromOn, cases: hideSmall(rows.length), medianMinutes: medianOf(minutesOf(rows)) }
  })

const toDays = ({ intake, decided }: Facts, todayOn: CivilDate): Figures['days'] =>
  Array.from({ length: DAYS }, (_, at) => addDays(todayOn, at - DAYS + 1)).map((on) => ({
    on,
    intake: intake.find((row) => row.on === on)?.cases ?? 0,
    decided: decided.filter((row) => row.on === on).length,
  }))

/** The figures of the reader's own desk. Numbers only: neither applicants nor colleagues. */
export async function makeFigures(sql: Queryable, actor: StaffActor): Promise<Figures> {
  const office = requireFound(await findStandingOffice(sql, actor.officeId), 'not-found')
  const officeIds = await listOfficesInView(sql, actor)
  const todayOn = await readToday(sql)
  const fromOn = addDays(mondayOf(todayOn), -7 * (WEEKS - 1))
  const monthOn = `${todayOn.slice(0, 8)}01`
  const facts: Facts = {
    intake: await countIntake(sql, officeIds, fromOn),
    received: await countReceived(sql, officeIds, fromOn),
    decided: await listDecided(sql, officeIds, fromOn),
  }
  return {
    officeName: office.name,
    todayOn,
    today: toPeriod(facts, todayOn),
    month: toPeriod(facts, monthOn),
    ...(await countOpen(sql, officeIds)),
    days: toDays(facts, todayOn),
    reasons: toReasons(facts.decided, monthOn),
    weeks: toWeeks(facts.decided, todayOn),
  }
}
