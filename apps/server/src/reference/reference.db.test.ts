import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Server } from '../platform/add-route.ts'
import { makeServer } from '../platform/make-server.ts'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { findOffice, findWard, listClosures, loadCalendar, registerReference, seedReference, toOfficeAnswer } from './index.ts'

type Offices = {
  offices: {
    officeId: number
    name: string
    servesWard: boolean
    distanceKm: number | null
    provinceCode: string
    codeProvisional: boolean
    closures: unknown[]
  }[]
}
const nobody = async () => null

let platform: TestPlatform
let server: Server
beforeAll(async () => {
  platform = await openTestPlatform()
  await seedReference(platform.sql)
  server = await makeServer(platform, 'citizen', { applicant: nobody, citizen: nobody, staff: nobody, employer: nobody })
  registerReference(server, platform)
  await server.fastify.ready()
})
afterAll(async () => {
  await server.fastify.close()
  await platform.drop()
})

const get = async <T>(url: string): Promise<T> => {
  const answer = await server.fastify.inject({ url })
  expect(answer.statusCode).toBe(200)
  return answer.json<T>()
}
const wardCodeOf = async (fullName: string, provinceCode = '01'): Promise<string> => {
  const { wards } = await get<{ wards: { code: string; fullName: string }[] }>(`/api/wards?provinceCode=${provinceCode}`)
  return wards.find((ward) => ward.fullName === fullName)?.code ?? ''
}
const count = async (what: 'province' | 'ward' | 'old-province' | 'old-district' | 'old-ward'): Promise<number> => {
  const [row] = await platform.sql<{ n: number }[]>`SELECT count(*)::int AS n FROM administrative_units WHERE unit_level = ${what}`
  return row?.n ?? 0
}

describe('the seeded lists', () => {
  it('hold 34 provinces and 3,321 wards, and the 63, 696 and 10,051 units before them', async () => {
    expect(await Promise.all((['province', 'ward', 'old-province', 'old-district', 'old-ward'] as const).map(count))).toEqual([
      34, 3321, 63, 696, 10_051,
    ])
  })
  it('leave no ward without its province and no old province without its successor', async () => {
    const [row] = await platform.sql<{ orphans: number }[]>`SELECT count(*)::int AS orphans FROM administrative_units w
      WHERE unit_level = 'ward' AND NOT EXISTS (SELECT FROM administrative_units p WHERE p.unit_level = 'province' AND p.unit_code = w.parent_code)`
    expect(row?.orphans).toBe(0)
    const { provinces } = await get<{ provinces: { becomesProvinceCode: string | null }[] }>('/api/old-provinces')
    expect(provinces).toHaveLength(63)
    expect(provinces.filter((province) => province.becomesProvinceCode === null)).toEqual([])
  })
  it('can be loaded again without doubling anything', async () => {
    await seedReference(platform.sql)
    expect(await count('ward')).toBe(3321)
    const [row] = await platform.sql<{ n: number }[]>`SELECT count(*)::int AS n FROM offices`
    expect(row?.n).toBe(57)
  })
  it('give every province an office that takes registrations', async () => {
    const rows = await platform.sql<
      { n: number }[]
    >`SELECT count(DISTINCT province_code)::int AS n FROM offices WHERE receives_registrations`
    expect(rows[0]?.n).toBe(34)
  })
  it('know the day of culture, Tết and the swapped days', async () => {
    const calendar = await loadCalendar(platform.sql)
    expect(calendar.get('2026-11-24')).toMatchObject({ kind: 'public-holiday', name: 'Ngày Văn hóa Việt Nam', provisional: false })
    expect(calendar.get('2026-08-22')?.kind).toBe('working-saturday')
    expect(calendar.get('2027-02-10')).toMatchObject({ kind: 'compensation', provisional: true })
  })
})

describe('the public lists', () => {
  it('are in Vietnamese order', async () => {
    const { provinces } = await get<{ provinces: { name: string }[] }>('/api/provinces')
    expect(provinces.slice(0, 3).map((province) => province.name)).toEqual(['An Giang', 'Bắc Ninh', 'Cà Mau'])
    expect(provinces.map((province) => province.name)).toEqual(
      provinces.map((province) => province.name).toSorted(new Intl.Collator('vi').compare),
    )
  })
  it('are not sent twice to a phone that has them', async () => {
    const first = await server.fastify.inject({ url: '/api/provinces' })
    expect(first.headers['cache-control']).toContain('public, max-age=3600')
    const again = await server.fastify.inject({ url: '/api/provinces', headers: { 'if-none-match': String(first.headers.etag) } })
    expect(again.statusCode).toBe(304)
    expect(again.body).toBe('')
    expect((await server.fastify.inject({ url: '/api/provinces', headers: { 'if-none-match': 'W/"other"' } })).statusCode).toBe(200)
  })
  it('answer empty for units that do not exist, whatever is typed', async () => {
    for (const code of ['', '999', "' OR 1=1", '%25', '\u{1F600}'])
      expect(await get<{ wards: unknown[] }>(`/api/wards?provinceCode=${encodeURIComponent(code)}`)).toEqual({ wards: [] })
    expect((await server.fastify.inject({ url: '/api/wards?provinceCode=01%00' })).statusCode).toBe(400)
    expect((await server.fastify.inject({ url: `/api/wards?provinceCode=${'1'.repeat(11)}` })).statusCode).toBe(400)
  })
  it('lead from an old address to its suggested successor', async () => {
    const { districts } = await get<{ districts: { code: string; fullName: string }[] }>('/api/old-districts?oldProvinceCode=01')
    const baDinh = districts.find((district) => district.fullName === 'Quận Ba Đình')
    const { wards } = await get<{ wards: { fullName: string; becomes: { fullName: string; kind: string; provinceCode: string }[] }[] }>(
      `/api/old-wards?oldDistrictCode=${baDinh?.code}`,
    )
    expect(wards.find((ward) => ward.fullName === 'Phường Trúc Bạch')?.becomes).toMatchObject([
      { fullName: 'Phường Ba Đình', kind: 'suggested', provinceCode: '01' },
    ])
  })
})

describe('the office finder', () => {
  it('puts the office that serves the ward first, then the nearest', async () => {
    const { offices } = await get<Offices>(`/api/offices?provinceCode=01&wardCode=${await wardCodeOf('Phường Kim Liên')}`)
    expect(offices[0]).toMatchObject({ name: 'BHXH cơ sở Đống Đa', servesWard: true, codeProvisional: true })
    const distances = offices.slice(1).map((office) => office.distanceKm ?? Infinity)
    expect(distances).toEqual(distances.toSorted((first, second) => first - second))
    expect(offices.slice(1, 6).map((office) => office.name)).toContain('BHXH cơ sở Hai Bà Trưng')
  })
  it('lists the offices of a province when the ward is not known', async () => {
    const { offices } = await get<Offices>('/api/offices?provinceCode=46')
    expect(offices.map((office) => office.name)).toEqual(['BHXH thành phố Huế'])
    expect((await get<Offices>('/api/offices?provinceCode=01')).offices).toHaveLength(24)
  })
  it('finds by any words, with or without accents', async () => {
    for (const q of ['dong da', 'Đống Đa', 'ĐỐNG  ĐA'.normalize('NFD'), 'tran huu tuoc'])
      expect((await get<Offices>(`/api/offices?q=${encodeURIComponent(q)}`)).offices.map((office) => office.name)).toContain(
        'BHXH cơ sở Đống Đa',
      )
    expect((await get<Offices>('/api/offices?q=khong-co-noi-nao')).offices).toEqual([])
  })
  it('shows a closure at most five minutes late and forgets a cancelled one', async () => {
    await platform.sql`INSERT INTO office_closures (closure_id, office_id, from_on, to_on, reason) VALUES (gen_random_uuid(), 102, ansinh_today(), ansinh_today() + 1, 'Mất điện')`
    const answer = await server.fastify.inject({ url: '/api/offices?q=ba%20dinh' })
    expect(answer.headers['cache-control']).toContain('max-age=300')
    expect(answer.json<Offices>().offices[0]?.closures).toHaveLength(1)
    expect(await listClosures(platform.sql, 102)).toHaveLength(1)
    await platform.sql`UPDATE office_closures SET cancelled_at = ansinh_now() WHERE office_id = 102`
    expect(await listClosures(platform.sql, 102)).toEqual([])
  })
})

describe('an office', () => {
  it('shows our own code as provisional until the official one is known', async () => {
    const office = await findOffice(platform.sql, 101)
    expect(office === null ? null : toOfficeAnswer(office)).toMatchObject({
      code: '90101',
      codeProvisional: true,
      hoursAssumed: true,
      wardCodes: { length: 5 },
    })
  })
  it('is nobody outside its validity or under an unknown number', async () => {
    expect(await findOffice(platform.sql, 101, '2024-01-01')).toBeNull()
    expect(await findOffice(platform.sql, 999_999)).toBeNull()
  })
  it('has a ward found with its province', async () => {
    expect(await findWard(platform.sql, await wardCodeOf('Phường Kim Liên'))).toMatchObject({
      wardName: 'Phường Kim Liên',
      provinceName: 'Thành phố Hà Nội',
    })
    expect(await findWard(platform.sql, '99999')).toBeNull()
  })
})
