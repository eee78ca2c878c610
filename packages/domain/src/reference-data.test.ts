import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { CALENDAR_DAY_KINDS, explainClosedDay, isCivilDate, type CalendarDay } from './calendar/index.ts'
import { decideDeadline } from './deadlines/index.ts'
import { describeHouseholdRelation, parseNationalId } from './identity/index.ts'

/** The outside lists are read from here only and never copied; what they test is tested on authored rows elsewhere as well. */
const folder = join(process.env['ANSINH_REFERENCE_DIR'] ?? '', 'data')
const isThere = existsSync(join(folder, 'holidays_vn_2026_2027.csv'))
const readRows = (name: string): string[][] =>
  readFileSync(join(folder, name), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(','))

const readCalendar = (): CalendarDay[] =>
  readRows('holidays_vn_2026_2027.csv').map((cells) => {
    const written = (cells.at(-1) ?? '').replace('_PROVISIONAL', '').replaceAll('_', '-')
    const kind = CALENDAR_DAY_KINDS.find((candidate) => candidate === written)
    if (kind === undefined) throw new Error(`unknown kind ${written}`)
    return { on: cells[0] ?? '', kind, name: cells[1] ?? '' }
  })

describe.skipIf(!isThere)('the outside reference lists (skipped: set ANSINH_REFERENCE_DIR)', () => {
  it('of holidays hold kinds and days that we know', () => {
    for (const day of readCalendar()) expect([day.on, isCivilDate(day.on)]).toEqual([day.on, true])
  })
  it('of holidays give the worked examples of the deadline', () => {
    const calendar = readCalendar()
    const due = (submittedOn: string) => decideDeadline({ submittedOn, extensions: 0, calendar, closures: [] }).dueOn
    expect(['2026-11-20', '2026-11-14', '2026-02-16'].map(due)).toEqual(['2026-11-30', '2026-11-25', '2026-02-26'])
    expect(explainClosedDay('2026-08-22', { calendar, closures: [] })).toBeNull()
  })
  it('of the 63 provinces hold exactly the codes that a national id may begin with', () => {
    const listed = readRows('provinces_63_old.csv').map((cells) => `0${cells[0] ?? ''}`)
    const accepted = Array.from({ length: 99 }, (_, at) => String(at).padStart(3, '0')).filter(
      (code) => parseNationalId(`${code}194000027`).ok,
    )
    expect(accepted).toEqual(listed)
  })
  it('of household relations hold the words that we show', () => {
    for (const [code = '', word] of readRows('household_relationship_codes.csv')) {
      // The outside list writes "dể" for "rể".
      expect(describeHouseholdRelation(code).vi).toBe(word === 'Con dể' ? 'Con rể' : word)
    }
  })
})
