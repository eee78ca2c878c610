import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '../platform/actor.ts'
import type { Server } from '../platform/add-route.ts'
import { makeServer } from '../platform/make-server.ts'
import { TestClient } from '../platform/test-client.ts'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { seedReference } from '../reference/index.ts'
import { badgeCodeOf } from './badge-code.ts'
import { listBadgeTimes } from './badge-queries.ts'
import { registerAgentBadges } from './index.ts'

const nobody = async (): Promise<null> => null
const operator: StaffActor = {
  kind: 'staff',
  staffId: 1,
  role: 'operator',
  officeId: 100,
  fullName: 'Lê Văn Điều Hành',
  personId: null,
  stage: 'full',
  sessionHash: Buffer.alloc(32),
  sessionEndsAt: new Date('2099-01-01'),
}

let platform: TestPlatform
let server: Server
let client: TestClient
beforeAll(async () => {
  platform = await openTestPlatform()
  await seedReference(platform.sql)
  server = await makeServer(platform, 'both', { applicant: nobody, citizen: nobody, staff: async () => operator, employer: nobody })
  registerAgentBadges(server, platform)
  await server.fastify.ready()
  client = new TestClient(server)
})
afterAll(async () => {
  await server.fastify.close()
  await platform.drop()
})

const codeOf = async (pointCode: string): Promise<string> => {
  const [row] = await listBadgeTimes(platform.sql, pointCode)
  if (row === undefined) throw new Error(`no point ${pointCode}`)
  return badgeCodeOf(platform.keyring, row)
}
const check = async (code: string) =>
  (await client.get(`/api/badge-checks/${encodeURIComponent(code)}`)).json<{
    state: string
    badge: { pointCode: string; validTo: string | null } | null
  }>()

describe('a collection agent’s badge', () => {
  it('is drawn for a point that is authorised, and its code is valid and names the point', async () => {
    const pdf = await client.get('/api/collection-points/MAU-DT-0101/badge')
    expect(pdf.statusCode).toBe(200)
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect(await check(await codeOf('MAU-DT-0101'))).toMatchObject({ state: 'valid', badge: { pointCode: 'MAU-DT-0101' } })
    expect((await client.get('/api/collection-points/KHONG-CO/badge')).statusCode).toBe(404)
  })
  it('cannot be altered: another point, another letter, or nothing of ours', async () => {
    const code = await codeOf('MAU-DT-0101')
    const [, seal = ''] = code.split('~')
    for (const altered of [`MAU-DT-0102~${seal}`, code.replace(/.$/u, (last) => (last === '0' ? '1' : '0')), 'x', "'; --", `${code}~`])
      expect(await check(altered)).toEqual({ state: 'unknown', badge: null })
  })
  it('of an agent whose contract ended yesterday says so, with the last day', async () => {
    const code = await codeOf('MAU-DT-7901')
    await platform.sql`UPDATE collection_agents SET valid_to = ansinh_today() - 1 WHERE agent_code = 'MAU-DL-02'`
    const [row] = await platform.sql<{ yesterday: string }[]>`SELECT ansinh_today() - 1 AS yesterday`
    expect(await check(code)).toMatchObject({ state: 'ended', badge: { validTo: row?.yesterday } })
    expect((await client.get('/api/collection-points/MAU-DT-7901/badge')).statusCode).toBe(404)
  })
  it('of two agents under one authorisation holds for neither until the agency cleared it', async () => {
    const code = await codeOf('MAU-DT-0102')
    await platform.sql`INSERT INTO collection_agents (agent_code, name, authority_number, province_code, valid_from, source)
      VALUES ('MAU-DL-03', 'Tổ chức Trùng Số', 'MẪU-01/2026', '01', '2026-01-01', 'test')`
    expect(await check(code)).toMatchObject({ state: 'disputed' })
  })
})
