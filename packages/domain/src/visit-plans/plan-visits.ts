import type { CivilDate } from '../calendar/index.ts'

/** Somebody who has to come with a form. Within one order the given list decides. */
export type Visitor = { readonly id: string; readonly department: string; readonly dueOn: CivilDate }
/** A day on which the office is open, and how many forms of employers it can still take. */
export type VisitDay = { readonly on: CivilDate; readonly free: number }
export type PlannedDay = { readonly on: CivilDate; readonly ids: readonly string[] }
export type VisitPlan = {
  readonly days: readonly PlannedDay[]
  /** Planned for a day after the one they are due: the days before it are full. They can extend, or a clerk comes to them. */
  readonly late: readonly string[]
  /** No day given has room. */
  readonly unplaced: readonly string[]
}

type Ranked = Visitor & { readonly rank: number }

/** Departments in the order of their first due date, people of one department one after the other. */
const rank = (visitors: readonly Visitor[]): Ranked[] => {
  const first = new Map<string, CivilDate>()
  for (const { department, dueOn } of visitors) {
    const known = first.get(department)
    if (known === undefined || dueOn < known) first.set(department, dueOn)
  }
  const departments = [...first]
    .toSorted(([one, a], [other, b]) => (a === b ? (one < other ? -1 : 1) : a < b ? -1 : 1))
    .map(([name]) => name)
  const places = new Map(departments.map((name, at) => [name, at]))
  return visitors
    .map((visitor, at) => ({ visitor, at, place: places.get(visitor.department) ?? 0 }))
    .toSorted((a, b) => a.place - b.place || a.at - b.at)
    .map(({ visitor }, at) => ({ ...visitor, rank: at }))
}

type Need = { readonly due: CivilDate; readonly people: number }

/** For each date due: how many of those due by then must come today, since the days between cannot hold them. */
function listNeeds(waiting: readonly Ranked[], today: VisitDay, later: readonly VisitDay[]): Need[] {
  const timely = waiting.filter(({ dueOn }) => dueOn >= today.on)
  return [...new Set(timely.map(({ dueOn }) => dueOn))].toSorted().map((due) => {
    const room = later.reduce((sum, day) => (day.on <= due ? sum + day.free : sum), 0)
    return { due, people: timely.filter(({ dueOn }) => dueOn <= due).length - room }
  })
}

/**
 * The people of one day: whole departments while those who must come still have room, then whoever must come, then parts of departments that
 * no later day holds together.
 */
function fillDay(waiting: readonly Ranked[], today: VisitDay, later: readonly VisitDay[]): Ranked[] {
  const needs = listNeeds(waiting, today, later)
  const chosen = new Map<string, Ranked>()
  const counts = (one: Ranked, due: CivilDate): boolean => today.on <= one.dueOn && one.dueOn <= due
  const lacking = ({ due, people }: Need, more: readonly Ranked[] = []): number =>
    people - [...chosen.values(), ...more].filter((one) => counts(one, due)).length
  const room = (): number => today.free - chosen.size
  const take = (people: readonly Ranked[], most: number): void => {
    for (const person of people.slice(0, Math.max(0, Math.min(most, room())))) chosen.set(person.id, person)
  }
  const open = (department: string): Ranked[] => waiting.filter((one) => one.department === department && !chosen.has(one.id))
  const departments = [...new Set(waiting.map((one) => one.department))]
  for (const department of departments) {
    const people = open(department)
    const kept = Math.max(0, ...needs.map((need) => lacking(need, people)))
    if (people.length <= room() - kept) take(people, people.length)
  }
  for (const need of needs)
    take(
      waiting.filter((one) => !chosen.has(one.id) && counts(one, need.due)),
      lacking(need),
    )
  for (const department of new Set([...chosen.values()].map((one) => one.department))) take(open(department), room())
  const [laterRoom, widest] = [later.reduce((sum, { free }) => sum + free, 0), Math.max(0, ...later.map(({ free }) => free))]
  for (const department of departments) {
    const people = open(department)
    const mayWait = people.length <= widest && waiting.length - chosen.size <= laterRoom
    if (!mayWait) take(people, room())
  }
  return [...chosen.values()].toSorted((a, b) => a.rank - b.rank)
}

/**
 * Which people go on which day: nobody after the date due as long as the open days before it have room, never more on a day than it can take,
 * a department together where that costs nobody the date. `days`: open days only, in order; the given order decides within a department.
 */
export function planVisits(visitors: readonly Visitor[], days: readonly VisitDay[]): VisitPlan {
  let waiting = rank(visitors)
  const planned: PlannedDay[] = []
  const late: string[] = []
  for (const [at, day] of days.entries()) {
    if (waiting.length === 0) break
    if (day.free <= 0) continue
    const people = fillDay(waiting, day, days.slice(at + 1))
    planned.push({ on: day.on, ids: people.map(({ id }) => id) })
    late.push(...people.filter(({ dueOn }) => dueOn < day.on).map(({ id }) => id))
    const gone = new Set(people.map(({ id }) => id))
    waiting = waiting.filter(({ id }) => !gone.has(id))
  }
  return { days: planned, late, unplaced: waiting.map(({ id }) => id) }
}
