import { addMonths, type FoldedSpell, foldMonths, type ImportedMonth, monthsBetween } from '@an-sinh/domain'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { copyParticipation, type NewSpell } from '../contributions/index.ts'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { participationMonthsImport } from './index.ts'
import { copyTestPersons } from './persons-fixture.ts'
import { importStaged } from './staged-batch-fixture.ts'

const PEOPLE = 250
const ROUNDS = 3

let platform: TestPlatform
let through: string
let persons: { personId: number; insuranceNumber: string }[]
beforeAll(async () => {
  platform = await openTestPlatform()
  persons = await copyTestPersons(platform.sql, PEOPLE)
  const [row] = await platform.sql<{ month: string }[]>`SELECT to_char(ansinh_today(), 'YYYY-MM') AS month`
  through = row?.month ?? ''
})
afterAll(() => platform.drop())

const monthBefore = fc.integer({ min: 0, max: 24 }).map((months) => addMonths('2026-10', -months))
/** An employer with a code, and two known by name alone. */
const named = fc.constantFrom('social|compulsory|Công ty B', 'health|voluntary|Công ty A')
const key = fc.oneof(named, fc.constant('social|compulsory|DN0001A'))
const says = fc.constantFrom('6000000|Thợ', '7000000|Thợ', '7000000|')
const months = fc.uniqueArray(fc.record({ key, month: monthBefore, says, late: fc.boolean() }), {
  selector: (one) => `${one.key} ${one.month}`,
  maxLength: 30,
})
type Opening = { key: string; says: string; fromMonth: string; length: number | null; lateMonths: number }
/** Standing spells that go on or are closed, one after the other for an employer, some months unpaid. */
const opening: fc.Arbitrary<Opening> = fc.record({
  key: named,
  says,
  fromMonth: monthBefore,
  length: fc.option(fc.integer({ min: 0, max: 9 })),
  lateMonths: fc.integer({ min: 0, max: 12 }),
})
const life = fc.record({
  standing: fc.uniqueArray(opening, { selector: (one) => one.key, maxLength: 2 }),
  rounds: fc.array(months, { minLength: ROUNDS, maxLength: ROUNDS }),
})

const toStanding = ({ key: of, says: said, fromMonth, length, lateMonths }: Opening): FoldedSpell => {
  const toMonth = length === null ? null : addMonths(fromMonth, length)
  const most = monthsBetween(fromMonth, toMonth ?? through) + 1
  return { key: of, says: said, fromMonth, toMonth, lateMonths: Math.min(lateMonths, most) }
}
const toNewSpell = (personId: number, { key: of, says: said, ...spell }: FoldedSpell): NewSpell => {
  const [branch, scheme, employer = ''] = of.split('|')
  const [salary, job = ''] = said.split('|')
  return {
    personId,
    branch: branch as NewSpell['branch'],
    scheme: scheme as NewSpell['scheme'],
    ...spell,
    employerId: null,
    employerName: employer,
    jobTitle: job === '' ? null : job,
    workplace: null,
    contributorySalaryVnd: Number(salary),
    wageParts: { baseVnd: Number(salary) },
  }
}
const toCells = (insuranceNumber: string, { key: of, says: said, month, late }: ImportedMonth): Record<string, string | null> => {
  const [branch = '', scheme = '', employer = ''] = of.split('|')
  const [salary = '', job = ''] = (said ?? '').split('|')
  return {
    insuranceNumber,
    fullName: 'Trần Văn Mẫu',
    bornOn: '1990-01-01',
    branch,
    scheme,
    month,
    employerCode: employer.startsWith('DN') ? employer : null,
    employerName: employer,
    jobTitle: job === '' ? null : job,
    base: salary,
    late: String(late),
  }
}

const listStanding = async (): Promise<Map<number, Set<string>>> => {
  const rows = await platform.sql<{ personId: number; line: string }[]>`
    SELECT s.person_id AS "personId", concat_ws(' ', s.branch || '|' || s.scheme || '|' || s.employer_name, s.contributory_salary_vnd || '|' || coalesce(s.job_title, ''),
      to_char(s.from_month, 'YYYY-MM'), coalesce(to_char(s.to_month, 'YYYY-MM'), 'open'), s.late_months) AS line
    FROM participation_spells s WHERE NOT EXISTS (SELECT FROM participation_spell_endings e WHERE e.person_id = s.person_id AND e.spell_id = s.spell_id)`
  const lines = new Map<number, Set<string>>(persons.map(({ personId }) => [personId, new Set()]))
  for (const { personId, line } of rows) lines.get(personId)?.add(line)
  return lines
}
const toLine = (spell: FoldedSpell): string => [spell.key, spell.says, spell.fromMonth, spell.toMonth ?? 'open', spell.lateMonths].join(' ')

describe('the database folds months', () => {
  it(`as the domain's plain rule does, in ${PEOPLE} random lives of ${ROUNDS} imports each`, async () => {
    const lives = fc.sample(life, { numRuns: PEOPLE, seed: 20_261_126 })
    let standing = lives.map((one) => one.standing.map(toStanding))
    await copyParticipation(
      platform.sql,
      standing.flatMap((spells, at) => spells.map((spell) => toNewSpell(persons[at]?.personId ?? 0, spell))),
      'before',
    )
    for (let round = 0; round < ROUNDS; round += 1) {
      const rows = lives.flatMap((one, at) => (one.rounds[round] ?? []).map((month) => toCells(persons[at]?.insuranceNumber ?? '', month)))
      await importStaged(platform, participationMonthsImport, rows)
      standing = lives.map((one, at) => [...foldMonths(standing[at] ?? [], one.rounds[round] ?? [], through)])
      const found = await listStanding()
      for (const [at, { personId }] of persons.entries())
        expect({ at, round, lines: found.get(personId) }).toEqual({ at, round, lines: new Set((standing[at] ?? []).map(toLine)) })
    }
  })
})
