import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { makeServer } from '../platform/make-server.ts'
import type { Server } from '../platform/add-route.ts'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { copyPersons, type NewPerson, registerPersons } from './index.ts'

type Answer = { persons: { fullName: string; insuranceNumber: string }[]; more: boolean; code: string }

const person = (fullName: string, bornOn: string, at: number): NewPerson => ({
  fullName,
  bornOn,
  insuranceNumber: `99000002${String(at).padStart(2, '0')}`,
  sex: 'female',
  nationalId: null,
  legacyId: null,
  passportNumber: null,
  nationality: 'VN',
  wardCode: null,
  address: 'Hà Nội',
  householdId: null,
  householdRelation: null,
  phoneOnFile: null,
  diedOn: null,
  mergedIntoPersonId: null,
})
const PEOPLE = [
  person('Đặng Thị Thuỷ', '1990-03-05', 1),
  person('Đặng Thị Thúy', '1990-03-05', 2),
  person('Đặng Thị Thương', '1990-03-05', 3),
  person('Đặng Thị Thuỷ Tiên', '1991-08-09', 4),
  person('Lê Văn Đức', '1960', 5),
  person('Lê Văn Đức', '1960-07-20', 6),
  ...Array.from({ length: 30 }, (_, at) => person('Nguyễn Thị Lan', `19${40 + at}-01-02`, 10 + at)),
]

describe('a search of the register', () => {
  let platform: TestPlatform
  let server: Server
  beforeAll(async () => {
    platform = await openTestPlatform()
    await copyPersons(platform.sql, { persons: PEOPLE, households: [] }, 'test')
    const nobody = async () => null
    const staff = async () =>
      ({ kind: 'staff', staffId: 1, role: 'clerk', officeId: 1, stage: 'full', sessionHash: Buffer.alloc(32) }) as never
    server = await makeServer(platform, 'office', { applicant: nobody, citizen: nobody, staff, employer: nobody })
    registerPersons(server, platform)
  })
  afterAll(async () => {
    await server.fastify.close()
    await platform.drop()
  })

  const search = async (fullName: string, bornOn: string | null, match: string): Promise<Answer> => {
    const payload = { fullName, bornOn, match, reason: 'visit' }
    return (await server.fastify.inject({ method: 'POST', url: '/api/counter/person-searches', payload })).json<Answer>()
  }
  const namesOf = (answer: Answer): string[] => answer.persons.map((found) => found.fullName)

  it('finds a whole name with or without accents, as typed first', async () => {
    expect(namesOf(await search('Đặng Thị Thúy', null, 'whole'))).toStrictEqual(['Đặng Thị Thúy', 'Đặng Thị Thuỷ'])
    expect(namesOf(await search('dang  thi THUY', null, 'whole'))).toHaveLength(2)
    expect(namesOf(await search('dang thi', null, 'whole'))).toStrictEqual([])
  })
  it('finds the beginning of a name, with a birthday or without', async () => {
    expect(namesOf(await search('dang thi thu', null, 'beginning'))).toHaveLength(4)
    expect(namesOf(await search('dang thi thu', '1990-03-05', 'beginning'))).toHaveLength(3)
    expect(namesOf(await search('đặng thị thu', '1991', 'beginning'))).toStrictEqual(['Đặng Thị Thuỷ Tiên'])
  })
  it('finds a name with one letter wrong among the people of one birthday', async () => {
    expect(namesOf(await search('Đặng Thị Thuym', '1990-03-05', 'similar'))).toStrictEqual(['Đặng Thị Thuỷ', 'Đặng Thị Thúy'])
    expect(namesOf(await search('Dạng Thi Thuong', '1990-03-05', 'similar'))).toContain('Đặng Thị Thương')
  })
  it.each([null, '1990', '1990-03'])('is refused for similar names with a birthday of %s, with what to do', async (bornOn) => {
    expect(await search('Đặng Thị Thuym', bornOn, 'similar')).toMatchObject({
      code: 'birthday-needed',
      nextStep: expect.stringContaining('ngày sinh'),
    })
  })
  it('is refused for less than three letters', async () => {
    expect(await search(' l ', null, 'beginning')).toMatchObject({ code: 'name-too-short' })
  })
  it('takes a year of birth, and those of whom only the year is known', async () => {
    expect((await search('le van duc', '1960', 'whole')).persons).toHaveLength(2)
    expect((await search('le van duc', '1960-07', 'whole')).persons).toHaveLength(2)
    expect((await search('le van duc', '1961', 'whole')).persons).toHaveLength(0)
  })
  it('takes a year or a month with the beginning of a name', async () => {
    expect(namesOf(await search('le van', '1960', 'beginning'))).toHaveLength(2)
    expect(namesOf(await search('le van', '1960-07', 'beginning'))).toHaveLength(2)
    expect(namesOf(await search('le van', '1960-08', 'beginning'))).toHaveLength(1)
    expect(namesOf(await search('le van', '1959', 'beginning'))).toHaveLength(0)
  })
  it('shows ten at most and says that there are more', async () => {
    expect(await search('nguyen thi lan', null, 'whole')).toMatchObject({ persons: { length: 10 }, more: true })
    expect(await search('nguyen thi lan', '1950-01-02', 'whole')).toMatchObject({ persons: { length: 1 }, more: false })
  })
  it('leaves an audit line about each person shown, with the reason, and none about anybody else', async () => {
    const before = await platform.sql`SELECT FROM audit_lines WHERE action = 'person-found'`
    await search('dang thi thuy', '1990-03-05', 'whole')
    const lines = await platform.sql<
      { reason: string; person: number }[]
    >`SELECT reason_code AS reason, person_id AS person FROM audit_lines WHERE action = 'person-found' ORDER BY line_id DESC LIMIT 2`
    expect(await platform.sql`SELECT FROM audit_lines WHERE action = 'person-found'`).toHaveLength(before.length + 2)
    expect(lines.map((line) => line.reason)).toStrictEqual(['visit', 'visit'])
  })
})
