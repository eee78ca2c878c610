import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DataRequest } from '@an-sinh/contract'
import { copyPersons, type NewPerson } from '../persons/index.ts'
import type { Server } from '../platform/add-route.ts'
import { makeServer } from '../platform/make-server.ts'
import { TestClient } from '../platform/test-client.ts'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { registerDataRequests } from './index.ts'

let platform: TestPlatform
let asOwner: Server
let asNeighbour: Server

const personOf = (at: number): NewPerson => ({
  fullName: 'Trần Thị Mẫu Hỏi',
  bornOn: '1990-01-02',
  sex: 'female',
  insuranceNumber: `990000050${at}`,
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
})
const serverOf = async (personId: number): Promise<Server> => {
  const nobody = async () => null
  const citizen = async () => ({ kind: 'citizen', personId, sessionHash: Buffer.alloc(32) }) as const
  const server = await makeServer(platform, 'citizen', { applicant: nobody, citizen, staff: nobody, employer: nobody })
  registerDataRequests(server, platform)
  return server
}

beforeAll(async () => {
  platform = await openTestPlatform()
  await platform.sql`INSERT INTO offices (office_id, provisional_code, name, office_level, province_code, address, valid_from, source)
    VALUES (1, '90001', 'BHXH cơ sở Mẫu', 'grassroots', '01', 'Số 1 đường Mẫu', '2025-07-01', 'test')`
  const [now] = await platform.sql<{ offset: string }[]>`SELECT ('2026-11-20 12:00+07'::timestamptz - now())::text AS offset`
  await platform.moveClock(now?.offset ?? '0')
  const [owner = 0, neighbour = 0] = await copyPersons(platform.sql, { persons: [personOf(0), personOf(1)], households: [] }, 'test')
  asOwner = await serverOf(owner)
  asNeighbour = await serverOf(neighbour)
})
afterAll(async () => {
  await asOwner.fastify.close()
  await asNeighbour.fastify.close()
  await platform.drop()
})

const send = (kind: string, requestId = randomUUID(), server = asOwner) =>
  new TestClient(server).post('/api/me/data-requests', { requestId, kind, what: ' Xin bản giấy ' })
const list = async (server = asOwner) =>
  (await new TestClient(server).get('/api/me/data-requests')).json<{ requests: DataRequest[]; isChecked: boolean }>()

describe('a request about data', () => {
  it('is numbered, dated and due at once, and sent again it is the same one', async () => {
    const requestId = randomUUID()
    const answer = await send('copy', requestId)
    expect(answer.statusCode).toBe(201)
    // Friday 20/11/2026: two working days on is Tuesday or, with a holiday in between, later; ten days on is Monday 30.
    expect(answer.json<DataRequest>()).toMatchObject({
      requestId,
      fileNumber: '90001/2026/DL00001',
      what: 'Xin bản giấy',
      answerBy: '2026-11-24',
      dueOn: '2026-11-30',
      state: 'received',
      isOpen: true,
    })
    expect((await send('copy', requestId)).json<DataRequest>().fileNumber).toBe('90001/2026/DL00001')
    expect((await send('copy')).json<{ code: string }>().code).toBe('data-request-open-already')
    expect((await list()).requests).toHaveLength(1)
  })
  it('sent twice in the same instant is one request', async () => {
    const requestId = randomUUID()
    const answers = await Promise.all([send('delete', requestId), send('delete', requestId), send('delete', requestId)])
    expect(new Set(answers.map((answer) => answer.json<DataRequest>().fileNumber)).size).toBe(1)
    expect((await list()).requests.filter(({ kind }) => kind === 'delete')).toHaveLength(1)
  })
  it('may be taken back by its sender while it is open, and by nobody else', async () => {
    const requestId = randomUUID()
    await send('restrict', requestId)
    const url = `/api/me/data-requests/${requestId}/withdrawal`
    expect((await new TestClient(asNeighbour).post(url)).statusCode).toBe(404)
    expect((await new TestClient(asOwner).post(url)).json<DataRequest>()).toMatchObject({ state: 'withdrawn', isOpen: false })
    expect((await new TestClient(asOwner).post(url)).statusCode).toBe(200)
    expect((await send('restrict')).statusCode).toBe(201)
    expect((await list(asNeighbour)).requests).toEqual([])
  })
  it('says that its times were not checked against the law’s own text', async () => {
    expect((await list()).isChecked).toBe(false)
  })
})
