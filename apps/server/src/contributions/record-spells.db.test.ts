import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { inTransaction } from '../platform/transaction.ts'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { listHistorySpells } from './history-queries.ts'
import { recordChange, recordCorrection } from './index.ts'

const PERSON = 77
const ACTOR = { kind: 'system', job: 'test' } as const
const SPELL = {
  branch: 'social',
  scheme: 'compulsory',
  fromMonth: '2020-01',
  toMonth: '2020-06',
  employerCode: null,
  employerName: 'Công ty A',
  jobTitle: null,
  workplace: null,
  contributorySalaryVnd: 8_000_000,
  wageParts: { baseVnd: 8_000_000 },
  ratePercent: null,
  lateMonths: 0,
} as const

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
  await platform.sql`INSERT INTO participation_spells (person_id, spell_id, branch, from_month, to_month, employer_name, source, recorded_at)
    VALUES (${PERSON}, gen_random_uuid(), 'social', '2020-01-01', '2020-12-01', 'Công ty A', 'first', now() - interval '3 days')`
})
afterAll(() => platform.drop())

const standingId = async (): Promise<string> => {
  const [row] = await platform.sql<{ id: string }[]>`SELECT spell_id AS id FROM participation_spells s WHERE person_id = ${PERSON}
    AND NOT EXISTS (SELECT FROM participation_spell_endings e WHERE e.person_id = s.person_id AND e.spell_id = s.spell_id)`
  return row?.id ?? ''
}
const daysAgo = async (days: number): Promise<string> => {
  const [row] = await platform.sql<{ on: string }[]>`SELECT ansinh_today() - ${days}::integer AS "on"`
  return row?.on ?? ''
}
const entry = (endedSpellId: string) => ({ actor: ACTOR, personId: PERSON, endedSpellId, source: 'case 1', reasonCode: null })
const months = async (knownOn: string | null) =>
  (await listHistorySpells(platform.sql, PERSON, knownOn)).map((spell) => `${spell.fromMonth} ${spell.toMonth}`)

describe('one person’s spells', () => {
  it('are corrected beside what stood, and what was known before can still be asked', async () => {
    const wrong = await standingId()
    expect(await inTransaction(platform, (transaction) => recordCorrection(transaction, { ...entry(wrong), spells: [SPELL] }))).toBe(true)
    expect(await months(null)).toEqual(['2020-01 2020-06'])
    expect(await months(await daysAgo(1))).toEqual(['2020-01 2020-12'])
    expect(await months(await daysAgo(5))).toEqual([])
    // Somebody else was first: nothing is written.
    expect(await inTransaction(platform, (transaction) => recordCorrection(transaction, { ...entry(wrong), spells: [SPELL] }))).toBe(false)
    expect(await months(null)).toHaveLength(1)
  })
  it('are changed and withdrawn with their kind and an audit line', async () => {
    const spells = [SPELL, { ...SPELL, fromMonth: '2020-07', toMonth: null, contributorySalaryVnd: 9_000_000 }]
    const standing = await standingId()
    await inTransaction(platform, (transaction) => recordChange(transaction, { ...entry(standing), spells }))
    expect(await months(null)).toEqual(['2020-01 2020-06', '2020-07 null'])
    const one = await standingId()
    await inTransaction(platform, (transaction) => recordCorrection(transaction, { ...entry(one), spells: [] }))
    const endings = await platform.sql<
      { kind: string }[]
    >`SELECT kind FROM participation_spell_endings WHERE person_id = ${PERSON} ORDER BY ended_at`
    expect(endings.map(({ kind }) => kind)).toEqual(['correction', 'change', 'withdrawal'])
    const lines = await platform.sql<{ action: string }[]>`SELECT action FROM audit_lines WHERE person_id = ${PERSON} ORDER BY line_id`
    expect(lines.map(({ action }) => action)).toEqual([
      'participation-correction-recorded',
      'participation-change-recorded',
      'participation-correction-recorded',
    ])
  })
})
