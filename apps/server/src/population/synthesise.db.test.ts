import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { seedReference } from '../reference/index.ts'
import { requireSynthetic, synthesise } from './index.ts'

const PEOPLE = 3000
const options = { people: PEOPLE, seed: 7, multiply: 3, tell: () => undefined }
let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform({ demo: true, works: true })
  await seedReference(platform.sql)
  await synthesise(platform.sql, { ...options, today: await requireSynthetic(platform.sql, false) })
}, 120_000)
afterAll(() => platform.drop())

const count = async (query: Promise<readonly { n: number }[]>): Promise<number> => (await query)[0]?.n ?? -1

describe('a synthetic nation', () => {
  it('has exactly so many people, each with an insurance number of its own that leads to it', async () => {
    const numbered = platform.sql<
      { n: number }[]
    >`SELECT count(*)::int AS n FROM persons p JOIN insurance_numbers n USING (person_id, insurance_number)`
    expect(await count(numbered)).toBe(3 * PEOPLE)
    const identified = platform.sql<
      { n: number }[]
    >`SELECT count(*)::int AS n FROM persons p LEFT JOIN national_ids n USING (person_id) WHERE p.national_id IS DISTINCT FROM n.national_id`
    expect(await count(identified)).toBe(0)
  })
  it('uses only numbers that belong to nobody and agree with birth year and sex, multiplied or not', async () => {
    const wrong = platform.sql<{ n: number }[]>`SELECT count(*)::int AS n FROM persons
      WHERE insurance_number NOT LIKE '99%' OR national_id NOT LIKE '099%' OR legacy_id NOT LIKE '99%' OR phone_on_file NOT LIKE '+8495%'
        OR substr(national_id, 5, 2)::int <> birth_year % 100 OR substr(national_id, 4, 1)::int <> (birth_year >= 2000)::int * 2 + (sex = 'female')::int
        OR left(born_on_partial, 4)::int <> birth_year OR born_on > ansinh_today()`
    expect(await count(wrong)).toBe(0)
  })
  it('deals names and birthdays anew when it is multiplied, and keeps families and histories', async () => {
    const [row] = await platform.sql<Record<string, number>[]>`
      SELECT count(*)::int AS n, (count(*) FILTER (WHERE a.full_name = b.full_name))::int AS "sameName",
        (count(*) FILTER (WHERE a.born_on = b.born_on AND a.birth_year < 2000))::int AS "sameBirthday",
        (count(*) FILTER (WHERE split_part(a.full_name, ' ', 1) <> split_part(b.full_name, ' ', 1)))::int AS "otherSurname",
        (count(*) FILTER (WHERE a.household_id + ${PEOPLE} <> b.household_id OR a.household_relation <> b.household_relation))::int AS "otherFamily"
      FROM persons a JOIN persons b ON b.person_id = a.person_id + ${PEOPLE}`
    expect(row).toMatchObject({ n: 2 * PEOPLE, otherSurname: 0, otherFamily: 0 })
    expect(row?.['sameName']).toBeLessThan(PEOPLE * 0.06)
    expect(row?.['sameBirthday']).toBeLessThan(PEOPLE * 0.05)
    for (const table of ['participation_spells', 'health_cards', 'benefits', 'visits', 'visit_cost_lines', 'visit_papers', 'visit_keys']) {
      const rows = await platform.sql<
        { n: number }[]
      >`SELECT count(*)::int AS n FROM ${platform.sql(table)} GROUP BY (person_id - 1) / ${PEOPLE}`
      expect(new Set(rows.map(({ n }) => n)).size).toBe(1)
      expect(rows).toHaveLength(3)
    }
    const foreign = platform.sql<
      { n: number }[]
    >`SELECT count(*)::int AS n FROM health_cards c JOIN persons p USING (person_id) WHERE c.health_card_number <> p.insurance_number OR c.legacy_card_number NOT LIKE '%' || p.insurance_number`
    expect(await count(foreign)).toBe(0)
  })
  it('has every one of its people in a household with one head', async () => {
    const heads = platform.sql<
      { n: number }[]
    >`SELECT count(*)::int AS n FROM (SELECT household_id FROM persons GROUP BY 1 HAVING count(*) FILTER (WHERE household_relation = '00') <> 1) AS odd`
    expect(await count(heads)).toBe(0)
    const homeless = platform.sql<
      { n: number }[]
    >`SELECT count(*)::int AS n FROM persons p LEFT JOIN households h USING (household_id) WHERE h.household_id IS NULL`
    expect(await count(homeless)).toBe(0)
  })
  it('has gaps, two employers in one month, late months, growing salaries, voluntary members, births and deaths', async () => {
    const [row] = await platform.sql<Record<string, number>[]>`
      WITH social AS (SELECT *, lead(from_month) OVER w AS next_from, lead(contributory_salary_vnd) OVER w AS next_salary, lead(employer_id) OVER w AS next_employer
        FROM participation_spells WHERE branch = 'social' WINDOW w AS (PARTITION BY person_id ORDER BY from_month, to_month))
      SELECT count(*) FILTER (WHERE next_from > to_month + interval '1 month')::int AS gaps, count(*) FILTER (WHERE next_from <= to_month)::int AS overlaps,
        count(*) FILTER (WHERE late_months > 0)::int AS late, count(*) FILTER (WHERE scheme = 'voluntary')::int AS voluntary,
        count(*) FILTER (WHERE next_employer = employer_id AND next_salary > contributory_salary_vnd)::int AS raises FROM social`
    for (const [what, n] of Object.entries(row ?? {})) expect([what, n > 10]).toStrictEqual([what, true])
    expect(await count(platform.sql<{ n: number }[]>`SELECT count(*)::int AS n FROM persons WHERE died_on IS NOT NULL`)).toBeGreaterThan(20)
    expect(
      await count(platform.sql<{ n: number }[]>`SELECT count(*)::int AS n FROM persons WHERE born_on > ansinh_today() - 365`),
    ).toBeGreaterThan(20)
    const impossible = platform.sql<{ n: number }[]>`SELECT count(*)::int AS n FROM participation_spells s JOIN persons p USING (person_id)
      WHERE extract(year FROM s.from_month) < p.birth_year OR s.from_month > ansinh_today() OR (p.died_on IS NOT NULL AND (s.to_month IS NULL OR s.to_month > p.died_on))`
    expect(await count(impossible)).toBe(0)
  })
  it('was granted benefits of every kind, slips only under a monthly decision, none after a death', async () => {
    const kinds = await platform.sql<{ kind: string; n: number }[]>`SELECT kind, count(*)::int AS n FROM benefits GROUP BY 1 ORDER BY 1`
    expect(kinds.map(({ kind }) => kind)).toStrictEqual(['adjustment', 'lump-sum', 'monthly', 'sickness-maternity', 'unemployment'])
    const wrong = platform.sql<{ n: number }[]>`SELECT count(*)::int AS n FROM benefits b JOIN persons p USING (person_id)
      WHERE b.decided_on > coalesce(p.died_on, ansinh_today()) OR (b.kind = 'adjustment'
        AND NOT EXISTS (SELECT FROM benefits m WHERE m.person_id = b.person_id AND m.kind = 'monthly' AND m.decision_number = b.adjusts_decision_number))`
    expect(await count(wrong)).toBe(0)
  })
  it('was at doctors: sums that agree and some that do not, each key leading to its visit, lines and papers under a visit of the same person', async () => {
    const [row] = await platform.sql<Record<string, number>[]>`
      SELECT (count(*) FILTER (WHERE sums_agree))::int AS agree, (count(*) FILTER (WHERE NOT sums_agree))::int AS differ,
        (count(*) FILTER (WHERE copayment_vnd > 0))::int AS copaid, (count(*) FILTER (WHERE copayment_vnd = 0))::int AS free,
        (count(*) FILTER (WHERE own_vnd > 0))::int AS own, (SELECT count(*) FROM visit_papers)::int AS papers FROM visits`
    for (const [what, n] of Object.entries(row ?? {})) expect([what, n > 10]).toStrictEqual([what, true])
    const wrong = platform.sql<{ n: number }[]>`SELECT count(*)::int AS n FROM visits v JOIN persons p USING (person_id)
      LEFT JOIN visit_keys k USING (facility_code, visit_key) LEFT JOIN LATERAL (
        SELECT sum(amount_vnd) AS amount, sum(fund_vnd) AS fund, sum(copayment_vnd) AS copayment FROM visit_cost_lines l
        WHERE l.person_id = v.person_id AND l.visit_id = v.visit_id) s ON true
      WHERE k.visit_id IS DISTINCT FROM v.visit_id OR k.person_id <> v.person_id OR v.discharged_on > coalesce(p.died_on, ansinh_today())
        OR v.admitted_on < coalesce(p.born_on, make_date(p.birth_year, 1, 1)) OR v.sums_agree <> (s.amount = v.total_vnd)
        OR s.fund <> v.fund_vnd OR s.copayment <> v.copayment_exact_vnd OR v.fund_vnd <> v.covered_vnd - v.copayment_exact_vnd`
    expect(await count(wrong)).toBe(0)
    const lost = platform.sql<{ n: number }[]>`SELECT count(*)::int AS n FROM (SELECT person_id, visit_id FROM visit_cost_lines
      UNION ALL SELECT person_id, visit_id FROM visit_papers) AS l LEFT JOIN visits v USING (person_id, visit_id) WHERE v.visit_id IS NULL`
    expect(await count(lost)).toBe(0)
  })
  it('has the branches’ shares of the country', async () => {
    const [row] = await platform.sql<{ social: number; unemployment: number; health: number; voluntary: number }[]>`
      SELECT (count(DISTINCT person_id) FILTER (WHERE branch = 'social' AND scheme = 'compulsory') / everybody)::float8 AS social,
        (count(DISTINCT person_id) FILTER (WHERE branch = 'social' AND scheme = 'voluntary') / everybody)::float8 AS voluntary,
        (count(DISTINCT person_id) FILTER (WHERE branch = 'unemployment') / everybody)::float8 AS unemployment,
        (count(DISTINCT person_id) FILTER (WHERE branch = 'health') / everybody)::float8 AS health
      FROM participation_spells, (SELECT count(*)::numeric AS everybody FROM persons WHERE died_on IS NULL) AS living WHERE to_month IS NULL GROUP BY everybody`
    // Members at the end of 2025 among some 101 million people: 18.03 million, 2.02 million, 15.36 million, 92.6 to 95 %.
    expect(row?.social).toBeCloseTo(0.18, 1)
    expect(Math.abs((row?.social ?? 0) - 0.18)).toBeLessThan(0.03)
    expect(Math.abs((row?.voluntary ?? 0) - 0.02)).toBeLessThan(0.01)
    expect(Math.abs((row?.unemployment ?? 0) - 0.152)).toBeLessThan(0.03)
    expect(Math.abs((row?.health ?? 0) - 0.94)).toBeLessThan(0.03)
  })
  it('is the same nation for the same seed, and another for another', async () => {
    const hashOf = async ({ sql }: TestPlatform): Promise<unknown> =>
      sql`SELECT (SELECT md5(string_agg(p::text, '' ORDER BY person_id)) FROM (SELECT person_id, full_name, born_on_partial, insurance_number, national_id, address, died_on FROM persons) p) AS persons,
        (SELECT md5(string_agg(s::text, '' ORDER BY person_id, spell_id)) FROM (SELECT person_id, spell_id, branch, from_month, to_month, employer_id, contributory_salary_vnd, wage_parts FROM participation_spells) s) AS spells,
        (SELECT md5(string_agg(c::text, '' ORDER BY person_id, card_id)) FROM (SELECT person_id, card_id, participant_group, valid_from, valid_to, registered_facility_code FROM health_cards) c) AS cards,
        (SELECT md5(string_agg(v::text, '' ORDER BY person_id, visit_id)) FROM (SELECT person_id, visit_id, facility_code, visit_key, admitted_at, total_vnd FROM visits) v) AS visits`
    const hashes: unknown[] = []
    for (const seed of [7, 7, 8]) {
      const other = await openTestPlatform({ demo: true, works: true })
      await seedReference(other.sql)
      await synthesise(other.sql, { ...options, people: 600, multiply: 2, seed, today: '2026-11-26' })
      hashes.push(await hashOf(other))
      await other.drop()
    }
    expect(hashes[1]).toStrictEqual(hashes[0])
    expect(hashes[2]).not.toStrictEqual(hashes[0])
  }, 180_000)
  it('may get a second nation beside it', async () => {
    const made = await synthesise(platform.sql, { ...options, people: 1000, multiply: 2, today: '2026-11-26' })
    expect(made).toMatchObject({ firstPersonId: 3 * PEOPLE + 1, persons: 2000 })
  })
  it('comes into no database that is not called a demo, and into none with a number that could be somebody’s', async () => {
    const real = await openTestPlatform()
    await expect(requireSynthetic(real.sql, false)).rejects.toThrow('not marked as a demo')
    expect(await requireSynthetic(real.sql, true)).toMatch(/^\d{4}-/u)
    await real.sql`INSERT INTO insurance_numbers (insurance_number, person_id) VALUES ('0100000001', 1)`
    await expect(requireSynthetic(real.sql, true)).rejects.toThrow('never mixed')
    await real.drop()
  })
  it('ends where the numbers end', async () => {
    const today = '2026-11-26'
    await expect(synthesise(platform.sql, { ...options, people: 2_000_000, multiply: 1, today })).rejects.toThrow('--multiply')
    await expect(synthesise(platform.sql, { ...options, people: 0, multiply: 1, today })).rejects.toThrow('--people')
  })
})
