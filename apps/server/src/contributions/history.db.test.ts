import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { ParticipationBranch, ParticipationMonth } from '@an-sinh/contract'

import { copyPersons } from '../persons/index.ts'
import type { Server } from '../platform/add-route.ts'
import { makeServer } from '../platform/make-server.ts'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { registerContributions } from './index.ts'

let platform: TestPlatform
let server: Server
let personId: number
let other: number

/** A spell known from one instant, and perhaps no longer from another. */
const record = async (
  owner: number,
  spell: { from: string; to: string | null; name: string; late?: number; salary?: number },
  at: string,
  ended?: string,
) => {
  const { sql } = platform
  const [row] = await sql<{ id: string }[]>`
    INSERT INTO participation_spells (person_id, spell_id, branch, from_month, to_month, employer_name, contributory_salary_vnd, wage_parts, late_months, recorded_at, source)
    VALUES (${owner}, gen_random_uuid(), 'social', ${`${spell.from}-01`}, ${spell.to === null ? null : `${spell.to}-01`}, ${spell.name}, ${spell.salary ?? 8_000_000},
      ${sql.json({ baseVnd: spell.salary ?? 8_000_000 })}, ${spell.late ?? 0}, ${at}, 'D02-LT') RETURNING spell_id AS id`
  if (ended !== undefined)
    await sql`INSERT INTO participation_spell_endings (person_id, spell_id, ended_at, kind, source) VALUES (${owner}, ${row?.id ?? ''}, ${ended}, 'correction', 'test')`
}

beforeAll(async () => {
  platform = await openTestPlatform()
  const [now] = await platform.sql<{ offset: string }[]>`SELECT ('2026-11-15 12:00+07'::timestamptz - now())::text AS offset`
  await platform.moveClock(now?.offset ?? '0')
  const nobody = {
    fullName: 'Trần Văn Mẫu',
    bornOn: '1990-01-01',
    sex: 'male',
    nationalId: null,
    legacyId: null,
    passportNumber: null,
    nationality: 'VN',
    wardCode: null,
    address: null,
    householdId: null,
    householdRelation: null,
    phoneOnFile: null,
    diedOn: null,
    mergedIntoPersonId: null,
  } as const
  const persons = ['9900000401', '9900000402'].map((insuranceNumber) => ({ ...nobody, insuranceNumber }))
  const [first = 0, second = 0] = await copyPersons(platform.sql, { persons, households: [] }, 'test')
  personId = first
  other = second
  // Until 10/3/2026 18:00 in Viet Nam a wrong wage was known; then the right one.
  await record(
    personId,
    { from: '2025-01', to: '2025-12', name: 'Công ty A', salary: 3_000_000 },
    '2026-01-05 10:00+07',
    '2026-03-10 18:00+07',
  )
  await record(personId, { from: '2025-01', to: '2025-12', name: 'Công ty A' }, '2026-03-10 18:00+07')
  await record(personId, { from: '2026-03', to: null, name: 'Công ty B', late: 2 }, '2026-04-05 23:30+07')
  await record(personId, { from: '2026-05', to: '2026-05', name: 'Công ty C' }, '2026-06-05 10:00+07')
  await record(other, { from: '2020-01', to: null, name: 'Công ty của người khác' }, '2020-02-01 10:00+07')
  const nobodyElse = async () => null
  const citizen = async () => ({ kind: 'citizen', personId, sessionHash: Buffer.alloc(32) }) as const
  server = await makeServer(platform, 'citizen', { applicant: nobodyElse, citizen, staff: nobodyElse, employer: nobodyElse })
  registerContributions(server, platform)
})
afterAll(async () => {
  await server.fastify.close()
  await platform.drop()
})

type Answer = { throughMonth: string; knownOn: string | null; branches: ParticipationBranch[] }
const read = async (knownOn?: string) => {
  const answer = await server.fastify.inject({ url: `/api/me/participation${knownOn === undefined ? '' : `?knownOn=${knownOn}`}` })
  return answer.json<Answer>()
}
const social = async (knownOn?: string) => (await read(knownOn)).branches.find((one) => one.branch === 'social')
const monthsOf = async (year: string, more = '') =>
  (await server.fastify.inject({ url: `/api/me/participation/months?branch=social&year=${year}${more}` })).json<{
    months: ParticipationMonth[]
  }>().months

describe('history on two time axes', () => {
  it('as it stands names gaps, overlaps and what is late, with source and day of record on every spell', async () => {
    const branch = await social()
    expect(branch).toMatchObject({ totalMonths: 21, lateMonths: 2, overlaps: { length: 1 } })
    expect(branch?.gaps.map((gap) => gap.sentence.vi)).toEqual([
      'Từ 01/2026 đến 02/2026 (2 tháng) không có tháng đóng nào. Thời gian đã đóng trước đó vẫn được cộng dồn.',
    ])
    expect(branch?.overlaps[0]?.sentence.vi).toContain('Công ty B và Công ty C')
    expect(branch?.late?.title.vi).toBe('2 tháng đơn vị chưa đóng: từ 10/2026 đến 11/2026')
    expect(branch?.notices.map((notice) => notice.code)).toEqual(['employer-unpaid'])
    expect(branch?.spells.map(({ source, recordedOn }) => [source, recordedOn])).toEqual([
      ['D02-LT', '2026-03-10'],
      ['D02-LT', '2026-04-05'],
      ['D02-LT', '2026-06-05'],
    ])
    expect(branch?.years).toEqual([
      { year: 2025, months: 12, lateMonths: 0 },
      { year: 2026, months: 9, lateMonths: 2 },
    ])
  })
  it('as known on a day shows what was recorded by its end and had not ended by its end', async () => {
    const before = await social('2026-03-09')
    expect(before?.spells.map((spell) => spell.contributorySalaryVnd)).toEqual([3_000_000])
    expect(before?.notices[0]?.code).toBe('low-wage')
    expect((await social('2026-03-10'))?.spells.map((spell) => spell.contributorySalaryVnd)).toEqual([8_000_000])
    expect((await social('2026-01-04'))?.spells).toEqual([])
    expect((await social('2026-04-04'))?.spells.length).toBe(1)
    expect((await social('2026-04-05'))?.spells.length).toBe(2)
  })
  it('counts only months that had come on that day, and never beyond today', async () => {
    expect(await read('2026-04-30')).toMatchObject({ throughMonth: '2026-04', knownOn: '2026-04-30' })
    expect((await social('2026-04-30'))?.totalMonths).toBe(14)
    expect(await read('2099-01-01')).toMatchObject({ throughMonth: '2026-11' })
  })
  it('refuses a day that does not exist', async () => {
    expect(await read('2026-02-30')).toMatchObject({ code: 'bad-request' })
  })
  it('is one person’s alone', async () => {
    expect(JSON.stringify(await read())).not.toContain('người khác')
  })
})

describe('the months of a year', () => {
  it('are listed newest first up to now, empty ones too, two employers in one month side by side', async () => {
    const months = await monthsOf('2026')
    expect(months.map(({ month }) => month)[0]).toBe('2026-11')
    expect(months.length).toBe(11)
    expect(months.find(({ month }) => month === '2026-05')?.entries.map((entry) => entry.employerName)).toEqual(['Công ty B', 'Công ty C'])
    expect(months.find(({ month }) => month === '2026-02')?.entries).toEqual([])
    expect(months.filter(({ entries }) => entries.some((entry) => entry.isLate)).map(({ month }) => month)).toEqual(['2026-11', '2026-10'])
  })
  it('carry wage parts, rates with their source and what they come to', async () => {
    const [december] = await monthsOf('2025')
    expect(december?.entries[0]).toMatchObject({
      contributorySalaryVnd: 8_000_000,
      wageParts: [{ part: 'baseVnd', value: 8_000_000 }],
      belowMinimumVnd: null,
      rate: { employeePercent: 8, employerPercent: 17, employeeVnd: 640_000, employerVnd: 1_360_000, standing: 'unverified' },
    })
  })
  it('say when the salary was below the lowest minimum, as it was known on that day', async () => {
    const [month] = await monthsOf('2025', '&knownOn=2026-02-01')
    expect(month?.entries[0]).toMatchObject({ contributorySalaryVnd: 3_000_000, belowMinimumVnd: 3_450_000 })
  })
})
