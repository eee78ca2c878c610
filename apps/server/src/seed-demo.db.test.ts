import { foldText } from '@an-sinh/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { openTestPlatform, type TestPlatform } from './platform/test-platform.ts'
import { seedReference } from './reference/index.ts'
import { formatDemoSignIns, seedDemo, seedRegistrations } from './demonstration/index.ts'
import { listDocuments, stopDocumentThreads } from './documents/index.ts'
import { openDemoApp } from './open-demo-app.ts'

let platform: TestPlatform
const told: string[] = []
beforeAll(async () => {
  platform = await openTestPlatform({ demo: true, works: true })
  await seedReference(platform.sql)
  await seedDemo(platform, { people: 2400, tell: (line) => told.push(line), openApp: openDemoApp(platform.settings) })
}, 180_000)
afterAll(async () => {
  await stopDocumentThreads()
  await platform.drop()
})

const number = async (query: Promise<readonly { n: number }[]>): Promise<number> => (await query)[0]?.n ?? -1

describe('the synthetic population', () => {
  it('has some two thousand four hundred people, made in seconds', async () => {
    expect(await number(platform.sql<{ n: number }[]>`SELECT count(*)::int AS n FROM persons`)).toBeGreaterThanOrEqual(2400)
    expect(told.join('\n')).toMatch(/người/u)
  })
  it('uses only numbers, phones and ids that belong to nobody', async () => {
    const rows = await platform.sql<{ n: number }[]>`SELECT count(*)::int AS n FROM persons
      WHERE insurance_number NOT LIKE '99%' OR national_id NOT LIKE '099%' OR legacy_id NOT LIKE '99%' OR phone_on_file NOT LIKE '+8495%'`
    expect(rows[0]?.n).toBe(0)
  })
  it('has ids that agree with birth year and sex', async () => {
    const rows = await platform.sql<{ n: number }[]>`SELECT count(*)::int AS n FROM persons
      WHERE substr(national_id, 5, 2)::int <> birth_year % 100 OR substr(national_id, 4, 1)::int <> (birth_year >= 2000)::int * 2 + (sex = 'female')::int`
    expect(rows[0]?.n).toBe(0)
  })
  it('knows the awkward cases: year-only births, twins, namesakes of one birthday, no id card, the dead, the merged, passports', async () => {
    const [row] = await platform.sql<Record<string, number>[]>`SELECT
      count(*) FILTER (WHERE length(born_on_partial) = 4)::int AS "yearOnly", count(*) FILTER (WHERE national_id IS NULL)::int AS "withoutId",
      count(*) FILTER (WHERE died_on IS NOT NULL)::int AS dead, count(*) FILTER (WHERE merged_into_person_id IS NOT NULL)::int AS merged,
      count(*) FILTER (WHERE passport_number IS NOT NULL)::int AS passports FROM persons`
    for (const count of Object.values(row ?? { none: 0 })) expect(count).toBeGreaterThan(2)
    const twins = platform.sql<
      { n: number }[]
    >`SELECT count(*)::int AS n FROM persons a JOIN persons b ON a.household_id = b.household_id AND a.born_on = b.born_on AND a.person_id < b.person_id`
    expect(await number(twins)).toBeGreaterThan(2)
    const namesakes = platform.sql<
      { n: number }[]
    >`SELECT count(*)::int AS n FROM persons a JOIN persons b USING (name_folded, born_on) WHERE a.person_id < b.person_id AND b.merged_into_person_id IS NULL`
    expect(await number(namesakes)).toBeGreaterThan(2)
  })
  it('has folded names as the domain folds them', async () => {
    const rows = await platform.sql<
      { fullName: string; nameFolded: string }[]
    >`SELECT full_name AS "fullName", name_folded AS "nameFolded" FROM persons`
    expect(rows.filter((row) => foldText(row.fullName) !== row.nameFolded)).toEqual([])
  })
  it('takes part in all four branches, with gaps, late months and voluntary spells, none before birth or after death', async () => {
    const branches = await platform.sql<{ branch: string }[]>`SELECT DISTINCT branch FROM participation_spells ORDER BY branch`
    expect(branches.map((row) => row.branch)).toEqual(['employment-injury', 'health', 'social', 'unemployment'])
    for (const rows of [
      platform.sql<{ n: number }[]>`SELECT count(*)::int AS n FROM participation_spells WHERE late_months > 0`,
      platform.sql<{ n: number }[]>`SELECT count(*)::int AS n FROM participation_spells WHERE scheme = 'voluntary'`,
      platform.sql<{ n: number }[]>`SELECT count(*)::int AS n FROM participation_spells WHERE to_month IS NULL AND branch = 'social'`,
    ])
      expect(await number(rows)).toBeGreaterThan(20)
    const wrong = platform.sql<{ n: number }[]>`SELECT count(*)::int AS n FROM participation_spells s JOIN persons p USING (person_id)
      WHERE extract(year FROM s.from_month) < p.birth_year OR s.from_month > ansinh_today() OR (p.died_on IS NOT NULL AND (s.to_month IS NULL OR s.to_month > p.died_on))
        OR s.late_months < 0 OR (s.branch = 'unemployment' AND s.from_month < '2009-01-01')`
    expect(await number(wrong)).toBe(0)
  })
  it('has a job today for everybody whose card says employee', async () => {
    const without = platform.sql<
      { n: number }[]
    >`SELECT count(DISTINCT c.person_id)::int AS n FROM health_cards c JOIN persons p USING (person_id)
      WHERE c.participant_group IN ('DN', 'HC') AND p.died_on IS NULL
        AND NOT EXISTS (SELECT FROM participation_spells s WHERE s.person_id = c.person_id AND s.branch = 'social' AND s.to_month IS NULL)`
    expect(await number(without)).toBe(0)
  })
  it('has two employers in one month for a few, as large registers do', async () => {
    const overlaps = platform.sql<{ n: number }[]>`
      SELECT count(*)::int AS n FROM (
        SELECT from_month, lag(coalesce(to_month, 'infinity')) OVER (PARTITION BY person_id ORDER BY from_month) AS before
        FROM participation_spells WHERE branch = 'social' AND scheme = 'compulsory') spells WHERE before >= from_month`
    expect(await number(overlaps)).toBeGreaterThan(5)
  })
  it('has cards of several groups and levels, some run out, some for next year, children’s cards from birth', async () => {
    const [row] = await platform.sql<
      Record<string, number>[]
    >`SELECT count(DISTINCT participant_group)::int AS "groups", count(DISTINCT coverage_level)::int AS levels,
      count(*) FILTER (WHERE valid_to < ansinh_today())::int AS expired, count(*) FILTER (WHERE valid_from > ansinh_today())::int AS "next",
      count(*) FILTER (WHERE participant_group = 'TE')::int AS children FROM health_cards`
    expect(row).toMatchObject({ levels: 5 })
    expect(row?.['groups']).toBeGreaterThan(30)
    for (const count of Object.values(row ?? {})) expect(count).toBeGreaterThan(3)
    const orphans = platform.sql<
      { n: number }[]
    >`SELECT count(*)::int AS n FROM health_cards c WHERE NOT EXISTS (SELECT FROM health_facilities f WHERE f.facility_code = c.registered_facility_code)`
    expect(await number(orphans)).toBe(0)
  })
  it('is not doubled by a second run', async () => {
    const before = await number(platform.sql<{ n: number }[]>`SELECT count(*)::int AS n FROM persons`)
    await seedDemo(platform, { people: 2400, tell: () => undefined, openApp: openDemoApp(platform.settings) })
    expect(await number(platform.sql<{ n: number }[]>`SELECT count(*)::int AS n FROM persons`)).toBe(before)
    expect(await number(platform.sql<{ n: number }[]>`SELECT count(*)::int AS n FROM staff_users`)).toBe(10)
  })
  it('has one person who can sign in from the start, opened the way everybody is', async () => {
    const rows = await platform.sql<
      { state: string; registration: string }[]
    >`SELECT a.state, r.state AS registration FROM accounts a JOIN registrations r USING (registration_id)`
    expect([...rows]).toEqual([{ state: 'active', registration: 'activated' }])
  })
  it('is printed with sign-ins and people to register as', async () => {
    const text = await formatDemoSignIns(platform)
    expect(text).toMatch(/canbo\.dongda.*mã\/TOTP \d{6}/u)
    expect(text).toContain('9900000002')
  })
})

describe('the demo’s registrations', () => {
  it('are in many states at two offices, some near the deadline, some past it', async () => {
    await seedRegistrations(platform, { tell: () => undefined, openApp: openDemoApp(platform.settings) })
    const rows = await platform.sql<{ state: string; n: number }[]>`SELECT state, count(*)::int AS n FROM registrations GROUP BY state`
    const states = Object.fromEntries(rows.map((row) => [row.state, row.n]))
    expect(states).toMatchObject({ draft: 1, received: 4, approved: 3, returned: 2, refused: 1, withdrawn: 1, activated: 1 })
    const late = platform.sql<
      { n: number }[]
    >`SELECT count(*)::int AS n FROM registrations WHERE state = 'awaiting-visit' AND due_on < ansinh_today()`
    expect(await number(late)).toBe(4)
  }, 300_000)
  it('have photos from which the server reads what was declared', async () => {
    const [row] = await platform.sql<
      { id: string; fullName: string }[]
    >`SELECT registration_id AS id, declared->>'fullName' AS "fullName" FROM registrations WHERE state = 'received' LIMIT 1`
    const photos = await listDocuments(platform, platform.sql, row?.id ?? '')
    expect(photos.map((photo) => photo.kind).toSorted()).toEqual(['id-back', 'id-front', 'portrait'])
    expect(photos.find((photo) => photo.kind === 'id-front')?.idCard?.fullName).toBe(row?.fullName)
  })
  it('are not added twice', async () => {
    const before = await number(platform.sql<{ n: number }[]>`SELECT count(*)::int AS n FROM registrations`)
    await seedRegistrations(platform, { tell: () => undefined, openApp: openDemoApp(platform.settings) })
    expect(await number(platform.sql<{ n: number }[]>`SELECT count(*)::int AS n FROM registrations`)).toBe(before)
  })
})

describe('a database that is not marked as a demo', () => {
  it('takes no synthetic people', async () => {
    const other = await openTestPlatform()
    await expect(seedDemo(other, { people: 10, tell: () => undefined, openApp: openDemoApp(other.settings) })).rejects.toThrow(
      'không phải bản thử nghiệm',
    )
    expect(await number(other.sql<{ n: number }[]>`SELECT count(*)::int AS n FROM persons`)).toBe(0)
    await other.drop()
  })
})
