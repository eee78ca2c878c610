import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { addDays, type CalendarDay, civilDateIn, decideDeadline, indexCalendar, type OfficeClosure } from '@an-sinh/domain'
import postgres from 'postgres'

import { startEmbeddedDatabase } from '../embedded-database.ts'
import { askOracle, prepareOracle } from './deadline-oracle.ts'
import { measureDeadlinePlaces } from './deadline-places.ts'
import { type Measure, type MeasureContext, type MeasureLine, sumParts } from './measure-line.ts'

const CASES = 1_000_000
const OFFICES = 200

/** Generated calendar: more holidays than any real year has, each kind, some doubled, some on weekends. */
const makeCalendar = (): CalendarDay[] => {
  const kinds = ['public-holiday', 'compensation', 'swap-day-off', 'working-saturday'] as const
  const days: CalendarDay[] = []
  for (let at = 0; at < 90; at += 1) {
    const on = addDays('2026-01-01', (at * 37) % 780)
    const kind = kinds[at % kinds.length] ?? 'public-holiday'
    days.push({ on, kind, name: `generated ${at}` })
  }
  for (let tet = 0; tet < 5; tet += 1) days.push({ on: addDays('2026-02-16', tet), kind: 'public-holiday', name: 'Tết' })
  return days
}

const makeClosures = (): Map<number, OfficeClosure[]> =>
  new Map(
    Array.from({ length: OFFICES }, (_, at): [number, OfficeClosure[]] => [
      at + 1,
      Array.from({ length: at % 5 }, (_unused, which) => {
        const fromOn = addDays('2026-01-05', (at * 13 + which * 97) % 760)
        return { fromOn, toOn: addDays(fromOn, (at + which * 3) % 12) }
      }),
    ]),
  )

async function compareWithOracle(context: MeasureContext): Promise<MeasureLine> {
  const folder = mkdtempSync(join(tmpdir(), 'an-sinh-oracle-'))
  const database = await startEmbeddedDatabase({ folder, durable: false })
  const sql = postgres(database.url, { max: 1, onnotice: () => undefined })
  const calendar = makeCalendar()
  const closures = makeClosures()
  const indexed = indexCalendar(calendar)
  let compared = 0
  let different = 0
  try {
    await prepareOracle(sql, calendar, closures)
    for await (const rows of askOracle(sql, CASES, OFFICES)) {
      for (const row of rows) {
        const made = decideDeadline({
          submittedOn: civilDateIn(row.submittedAtMs),
          extensions: row.extensions,
          calendar: indexed,
          closures: closures.get(row.officeId) ?? [],
        })
        compared += 1
        if (made.dueOn !== row.dueOn || made.graceEndsOn !== row.graceEndsOn) {
          different += 1
          if (different <= 5) context.tell(`${JSON.stringify(row)} ≠ ${made.dueOn} ${made.graceEndsOn}`)
        }
      }
    }
  } finally {
    await sql.end()
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return {
    name: 'deadline.oracle',
    value: different,
    unit: `different of ${compared}`,
    bar: `0 of ${CASES}`,
    ok: different === 0 && compared === CASES,
    ref: context.reference.measure(),
  }
}

/** The due date: 1,000,000 generated cases against an independent oracle, and the same date in every place that shows one. */
export const measure: Measure = {
  name: 'deadline',
  run: async (context) => {
    const parts = [await compareWithOracle(context), await measureDeadlinePlaces(context)]
    return [...parts, sumParts('deadline', parts)]
  },
}
