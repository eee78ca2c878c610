import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { ParticipationBranch } from '@an-sinh/contract'

import { copyPersons } from '../persons/index.ts'
import { makeServer } from '../platform/make-server.ts'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { copyParticipation, findEmployerName, type NewSpell, registerContributions } from './index.ts'

type Answer = { throughMonth: string; branches: ParticipationBranch[] }

let platform: TestPlatform
let worker: number
let newcomer: number
beforeAll(async () => {
  platform = await openTestPlatform()
  // 15 November 2026 in Viet Nam, whatever the machine's clock says.
  const [now] = await platform.sql<{ offset: string }[]>`SELECT ('2026-11-15 12:00+07'::timestamptz - now())::text AS offset`
  await platform.moveClock(now?.offset ?? '0')
  const nobody = {
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
  const persons = ['9900000201', '9900000202'].map((insuranceNumber) => ({
    ...nobody,
    fullName: 'Trần Văn Mẫu',
    bornOn: '1990-01-01',
    insuranceNumber,
  }))
  const [first = 0, second = 0] = await copyPersons(platform.sql, { persons, households: [] }, 'test')
  worker = first
  newcomer = second
  await copyParticipation(
    platform.sql,
    SPELLS.map((spell) => ({ ...spell, personId: worker })),
    'test',
  )
})
afterAll(() => platform.drop())

const spell = (
  branch: NewSpell['branch'],
  fromMonth: string,
  toMonth: string | null,
  more: Partial<NewSpell> = {},
): Omit<NewSpell, 'personId'> => ({
  branch,
  fromMonth,
  toMonth,
  scheme: 'compulsory',
  employerId: null,
  employerName: 'Công ty A',
  jobTitle: 'Thợ tiện',
  workplace: 'Hà Nội',
  contributorySalaryVnd: 8_000_000,
  wageParts: { baseVnd: 8_000_000 },
  lateMonths: 0,
  ...more,
})
const SPELLS = [
  spell('social', '2020-01', '2020-12'),
  // Two employers in the same half year: counted once.
  spell('social', '2020-07', '2021-03', { employerName: 'Công ty B' }),
  // A gap of three months, then work that still goes on, the last two months unpaid.
  spell('social', '2021-07', null, { employerName: 'Công ty C', lateMonths: 2 }),
  spell('unemployment', '2026-10', null, { lateMonths: 5 }),
  spell('health', '2026-12', null),
]

const read = async (personId: number): Promise<Answer> => {
  const citizen = async () => ({ kind: 'citizen', personId, sessionHash: Buffer.alloc(32) }) as const
  const nobody = async () => null
  const server = await makeServer(platform, 'citizen', { applicant: nobody, citizen, staff: nobody, employer: nobody })
  registerContributions(server, platform)
  const answer = await server.fastify.inject({ url: '/api/me/participation' })
  await server.fastify.close()
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['cache-control']).toBe('no-store')
  return answer.json<Answer>()
}
const branchOf = (answer: Answer, branch: string) => answer.branches.find((one) => one.branch === branch)

describe('participation of the signed-in person', () => {
  it('is counted through the month of the database’s clock, gaps left out, two employers of one month once', async () => {
    const answer = await read(worker)
    expect(answer.throughMonth).toBe('2026-11')
    // 2020-01…2021-03 are 15 months, 2021-07…2026-11 are 65.
    expect(branchOf(answer, 'social')).toMatchObject({ totalMonths: 80, lateMonths: 2 })
  })
  it('never has more late months than months', async () => {
    expect(branchOf(await read(worker), 'unemployment')).toMatchObject({ totalMonths: 2, lateMonths: 2 })
  })
  it('counts nothing for a spell that begins next month, but shows it', async () => {
    expect(branchOf(await read(worker), 'health')).toMatchObject({ totalMonths: 0, lateMonths: 0, spells: { length: 1 } })
  })
  it('lists every branch, also the empty ones, and the spells oldest first', async () => {
    const answer = await read(worker)
    expect(answer.branches.map((one) => one.branch)).toEqual(['social', 'unemployment', 'employment-injury', 'health'])
    expect(branchOf(answer, 'employment-injury')).toEqual({
      branch: 'employment-injury',
      totalMonths: 0,
      lateMonths: 0,
      late: null,
      notices: [],
      spells: [],
      gaps: [],
      overlaps: [],
      years: [],
    })
    expect(branchOf(answer, 'social')?.spells.map((one) => one.employerName)).toEqual(['Công ty A', 'Công ty B', 'Công ty C'])
  })
  it('shows a spell as it was paid, and nothing that is ours alone', async () => {
    expect(branchOf(await read(worker), 'social')?.spells[0]).toEqual({
      spellId: expect.stringMatching(/^[0-9a-f-]{36}$/u) as string,
      recordedOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/u) as string,
      fromMonth: '2020-01',
      toMonth: '2020-12',
      employerName: 'Công ty A',
      jobTitle: 'Thợ tiện',
      workplace: 'Hà Nội',
      scheme: 'compulsory',
      contributorySalaryVnd: 8_000_000,
      wageParts: [{ part: 'baseVnd', label: { vi: 'Mức lương', en: 'Base wage' }, unit: 'vnd', value: 8_000_000 }],
      lateMonths: 0,
      lateSpan: null,
      source: 'test',
    })
  })
  it('is empty for somebody who never took part', async () => {
    expect((await read(newcomer)).branches.map((one) => one.totalMonths)).toEqual([0, 0, 0, 0])
  })
  it('leaves out a spell that a later one supersedes', async () => {
    const [wrong] = await platform.sql<
      { id: string }[]
    >`SELECT spell_id AS id FROM participation_spells WHERE person_id = ${worker} AND employer_name = 'Công ty B'`
    await platform.sql`INSERT INTO participation_spell_endings (person_id, spell_id, kind, source) VALUES (${worker}, ${wrong?.id ?? ''}, 'correction', 'test')`
    await platform.sql`INSERT INTO participation_spells (person_id, spell_id, branch, from_month, to_month, employer_name, source)
      VALUES (${worker}, gen_random_uuid(), 'social', '2020-07-01', '2020-12-01', 'Công ty B', 'correction')`
    expect(branchOf(await read(worker), 'social')).toMatchObject({ totalMonths: 77, spells: { length: 3 } })
  })
  it('names the employer of this month to staff', async () => {
    expect(await findEmployerName(platform.sql, worker)).toBe('Công ty C')
    expect(await findEmployerName(platform.sql, newcomer)).toBeNull()
  })
  it('cannot be changed or taken away, only added to', async () => {
    await expect(platform.sql`UPDATE participation_spells SET late_months = 0 WHERE person_id = ${worker}`).rejects.toThrow(
      'permission denied',
    )
    await expect(platform.sql`DELETE FROM participation_spells WHERE person_id = ${worker}`).rejects.toThrow('permission denied')
  })
  it('is refused to anybody not signed in', async () => {
    const nobody = async () => null
    const server = await makeServer(platform, 'citizen', { applicant: nobody, citizen: nobody, staff: nobody, employer: nobody })
    registerContributions(server, platform)
    const answer = await server.fastify.inject({ url: '/api/me/participation' })
    expect(answer.statusCode).toBe(401)
    expect(answer.json()).toMatchObject({ code: 'not-signed-in' })
    await server.fastify.close()
  })
})
