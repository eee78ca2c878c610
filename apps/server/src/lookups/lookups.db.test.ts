import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Server } from '../platform/add-route.ts'
import { makeServer } from '../platform/make-server.ts'
import { TestClient } from '../platform/test-client.ts'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { seedReference } from '../reference/index.ts'
import { registerLookups } from './index.ts'

const nobody = async (): Promise<null> => null

let platform: TestPlatform
let server: Server
let client: TestClient
beforeAll(async () => {
  platform = await openTestPlatform()
  await seedReference(platform.sql)
  await platform.sql`INSERT INTO health_facilities (facility_code, name, province_code, valid_from, valid_to, source)
    VALUES ('01999', 'Phòng khám Hết Hợp Đồng', '01', '2024-01-01', ansinh_today() - 1, 'test')`
  server = await makeServer(platform, 'citizen', { applicant: nobody, citizen: nobody, staff: nobody, employer: nobody })
  registerLookups(server, platform)
  await server.fastify.ready()
  client = new TestClient(server)
})
afterAll(async () => {
  await server.fastify.close()
  await platform.drop()
})

type Found = { places: { id: string; name: string; sample?: boolean; becomes?: { id: string; name: string }[] }[] }
const look = async (path: string): Promise<Found> => (await client.get(`/api/lookups/${path}`)).json<Found>()

describe('looking something up', () => {
  it('understands accents left out, abbreviations and a slip', async () => {
    for (const typed of ['bvdk xanh pon', 'bệnh viện đa khoa xanh pôn', 'xnah pon'])
      expect((await look(`facilities?q=${encodeURIComponent(typed)}`)).places[0]).toMatchObject({ id: '01003' })
  })
  it('knows a ward by the name it had, and says what it became', async () => {
    const { places } = await look(`units?q=${encodeURIComponent('trúc bạch ba đình')}`)
    expect(places[0]).toMatchObject({ id: 'old-ward-00004', becomes: [{ id: 'ward-00004' }] })
  })
  it('narrows to a province and a ward', async () => {
    const { places } = await look('collection-points?provinceCode=01')
    expect(places.map(({ id }) => id).toSorted()).toEqual(['MAU-DT-0101', 'MAU-DT-0102', 'MAU-DT-0103'])
    expect((await look('collection-points?provinceCode=01&wardCode=00004')).places.map(({ id }) => id)).toEqual(['MAU-DT-0101'])
  })
  it('says which data are made up', async () => {
    expect((await look('collection-points')).places.every(({ sample }) => sample === true)).toBe(true)
    expect((await look('facilities?q=xanh%20pon')).places[0]).not.toHaveProperty('sample')
    expect((await look('sick-leave?q=xanh%20pon')).places[0]).toMatchObject({ id: '01003', sample: true })
  })
  it('is neither slowed nor fooled by what is no name', async () => {
    for (const typed of ['(a+)+$'.repeat(1000), "' OR 1=1 --", '%%%', 'x'.repeat(10_000)]) {
      const answer = await client.get(`/api/lookups/facilities?q=${encodeURIComponent(typed)}`)
      expect([200, 400, 414]).toContain(answer.statusCode)
    }
  })
})

describe('one thing by its address', () => {
  it('is shown with its wards, and a facility that lost its contract yesterday says so', async () => {
    expect((await client.get('/api/lookups/facilities/01003')).json()).toMatchObject({
      holds: true,
      place: { id: '01003' },
      areas: [{ code: '01' }],
    })
    expect((await client.get('/api/lookups/facilities/01999')).json()).toMatchObject({
      holds: false,
      place: { name: 'Phòng khám Hết Hợp Đồng' },
    })
    expect((await look(`facilities?q=${encodeURIComponent('hết hợp đồng')}`)).places.some(({ id }) => id === '01999')).toBe(false)
  })
  it('is not found where there is none', async () => {
    for (const path of ['facilities/00000', 'offices/x', 'units/ward-99999', "units/'--"])
      expect((await client.get(`/api/lookups/${encodeURI(path)}`)).statusCode).toBe(404)
  })
})

describe('the package of a province', () => {
  it('holds what a phone needs without a network in less than 200 kB, and is not sent twice', async () => {
    const answer = await client.get('/api/lookup-packages/01')
    expect(answer.rawPayload.length).toBeLessThan(200_000)
    expect(answer.json()).toMatchObject({ provinceCode: '01', sickLeaveSample: true })
    const again = await client.get('/api/lookup-packages/01', { 'if-none-match': String(answer.headers['etag']) })
    expect(again.statusCode).toBe(304)
    expect((await client.get('/api/lookup-packages/98')).statusCode).toBe(404)
  })
})
