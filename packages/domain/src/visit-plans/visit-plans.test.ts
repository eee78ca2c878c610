import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, isOpenDay } from '../calendar/index.ts'
import { DEFAULT_CAPACITY, formsPerDay, listVisitDays, openMinutes, planVisits } from './index.ts'

const START = '2026-11-30'
const dayOf = (at: number) => addDays(START, at)
const visitors = fc
  .array(fc.record({ department: fc.constantFrom('Kho', 'May', 'Văn phòng', ''), due: fc.integer({ min: 0, max: 12 }) }), { maxLength: 40 })
  .map((list) => list.map(({ department, due }, at) => ({ id: `p${at}`, department, dueOn: dayOf(due) })))
const days = fc
  .uniqueArray(fc.integer({ min: 0, max: 14 }), { maxLength: 12 })
  .chain((list) =>
    fc.tuple(...list.toSorted((a, b) => a - b).map((at) => fc.integer({ min: 0, max: 8 }).map((free) => ({ on: dayOf(at), free })))),
  )

const roomUntil = (list: readonly { on: string; free: number }[], due: string): number =>
  list.reduce((sum, { on, free }) => (on <= due ? sum + free : sum), 0)
/** Hall's condition: for every date, the days until then hold everybody due by then. */
const isFeasible = (people: readonly { dueOn: string }[], list: readonly { on: string; free: number }[]): boolean =>
  people.every(({ dueOn }) => people.filter((one) => one.dueOn <= dueOn).length <= roomUntil(list, dueOn))

describe('a plan of visits', () => {
  it('has everybody once, and never more on a day than it can take', () => {
    fc.assert(
      fc.property(visitors, days, (people, list) => {
        const plan = planVisits(people, list)
        const placed = plan.days.flatMap(({ ids }) => ids)
        expect([...placed, ...plan.unplaced].toSorted()).toStrictEqual(people.map(({ id }) => id).toSorted())
        for (const { on, ids } of plan.days) expect(ids.length).toBeLessThanOrEqual(list.find((day) => day.on === on)?.free ?? -1)
      }),
    )
  })
  it('has nobody after the date due when the days before it have room', () => {
    let feasible = 0
    fc.assert(
      fc.property(visitors, days, (people, list) => {
        if (!isFeasible(people, list)) return
        feasible += people.length > 0 ? 1 : 0
        const plan = planVisits(people, list)
        expect([plan.late, plan.unplaced]).toStrictEqual([[], []])
        for (const { on, ids } of plan.days)
          for (const id of ids) expect((people.find((one) => one.id === id)?.dueOn ?? '') >= on).toBe(true)
      }),
      { numRuns: 3000 },
    )
    expect(feasible).toBeGreaterThan(50)
  })
  it('leaves nobody out while a day has room, and names who comes late', () => {
    fc.assert(
      fc.property(visitors, days, (people, list) => {
        const plan = planVisits(people, list)
        const room = list.reduce((sum, { free }) => sum + free, 0)
        expect(plan.unplaced.length).toBe(Math.max(0, people.length - room))
        const due = new Map(people.map(({ id, dueOn }) => [id, dueOn]))
        const late = plan.days.flatMap(({ on, ids }) => ids.filter((id) => (due.get(id) ?? '') < on))
        expect(late.toSorted()).toStrictEqual(plan.late.toSorted())
      }),
    )
  })
  it('keeps a department together where that costs nobody the date', () => {
    const of = (department: string, count: number) =>
      Array.from({ length: count }, (_, at) => ({ id: `${department}${at}`, department, dueOn: dayOf(5) }))
    const plan = planVisits(
      [...of('May', 4), ...of('Kho', 4), ...of('Văn phòng', 2)],
      [
        { on: dayOf(0), free: 6 },
        { on: dayOf(1), free: 4 },
      ],
    )
    const departments = (planned: typeof plan) => planned.days.map(({ ids }) => [...new Set(ids.map((id) => id.replace(/\d/u, '')))])
    expect(departments(plan)).toStrictEqual([['Kho', 'Văn phòng'], ['May']])
    const roomy = [0, 1, 2].map((at) => ({ on: dayOf(at), free: 3 }))
    expect(departments(planVisits([...of('May', 3), ...of('Kho', 2)], roomy))).toStrictEqual([['Kho'], ['May']])
  })
})

describe('the days of an office', () => {
  const spans = [
    ['08:00', '11:30'],
    ['13:30', '17:00'],
  ]
  const office = { calendar: [], closures: [], openWeekdays: [1, 2, 3, 4, 5], spans, capacities: [], booked: new Map<string, number>() }
  it('are open days only, with what is left of them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 0, max: 60 }),
        (from, length, booked) => {
          const closures = [{ fromOn: dayOf(from), toOn: dayOf(from + length) }]
          const facts = { ...office, closures, booked: new Map([[dayOf(1), booked]]) }
          const list = listVisitDays(START, 21, facts)
          for (const { on, free } of list) {
            expect(isOpenDay(on, facts)).toBe(true)
            expect(closures.some(({ fromOn, toOn }) => fromOn <= on && on <= toOn)).toBe(false)
            expect(free).toBe(70 - (on === dayOf(1) ? booked : 0))
          }
        },
      ),
    )
  })
  it('take as many forms as the row in force says', () => {
    expect(openMinutes(spans)).toBe(420)
    expect(formsPerDay([], '2026-12-01', 420)).toBe(70)
    const capacities = [{ ...DEFAULT_CAPACITY, validFrom: '2026-12-01', validTo: '2026-12-05', clerks: 1 }]
    expect(['2026-11-30', '2026-12-01', '2026-12-05', '2026-12-06'].map((on) => formsPerDay(capacities, on, 420))).toStrictEqual([
      70, 35, 35, 70,
    ])
  })
})
