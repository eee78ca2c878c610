import type { DeskBadge } from '@an-sinh/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stopDocumentThreads } from '../documents/index.ts'
import type { StaffActor } from '../platform/actor.ts'
import { makeServer } from '../platform/make-server.ts'
import { TestClient } from '../platform/test-client.ts'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { seedReference } from '../reference/index.ts'
import { registerBadgeDesk } from './index.ts'

const actorOf = (role: StaffActor['role'], officeId: number): StaffActor => ({
  kind: 'staff',
  staffId: 1,
  role,
  officeId,
  fullName: 'Lê Văn Điều Hành',
  personId: null,
  stage: 'full',
  sessionHash: Buffer.alloc(32),
  sessionEndsAt: new Date('2099-01-01'),
})

let platform: TestPlatform
const open: (() => Promise<void>)[] = []
const nobody = async (): Promise<null> => null
const signIn = async (role: StaffActor['role'], officeId: number): Promise<TestClient> => {
  const staff = async () => actorOf(role, officeId)
  const server = await makeServer(platform, 'office', { applicant: nobody, citizen: nobody, staff, employer: nobody })
  registerBadgeDesk(server, platform)
  await server.fastify.ready()
  open.push(async () => server.fastify.close())
  return new TestClient(server)
}

let operator: TestClient
/** Of the office whose wards hold the point MAU-DT-0101. */
let supervisor: TestClient
beforeAll(async () => {
  platform = await openTestPlatform()
  await seedReference(platform.sql)
  const [office] = await platform.sql<{ id: number }[]>`
    SELECT o.office_id AS id FROM offices o JOIN collection_points p ON p.ward_code = ANY (o.ward_codes) WHERE p.point_code = 'MAU-DT-0101' AND o.valid_to IS NULL LIMIT 1`
  operator = await signIn('operator', 100)
  supervisor = await signIn('supervisor', office?.id ?? 0)
})
afterAll(async () => {
  for (const close of open) await close()
  await stopDocumentThreads()
  await platform.drop()
})

const list = async (client: TestClient, q = ''): Promise<DeskBadge[]> =>
  (await client.get(`/api/agent-badges?q=${encodeURIComponent(q)}`)).json<{ badges: DeskBadge[] }>().badges
const codesOf = (badges: readonly DeskBadge[]): string[] => badges.map(({ pointCode }) => pointCode).toSorted()
const print = (client: TestClient, pointCode: string) => client.get(`/api/collection-points/${pointCode}/badge`)
const withdraw = (client: TestClient, pointCode: string, serial: number) =>
  client.post(`/api/collection-points/${pointCode}/badge-withdrawals`, { serial, reason: 'misused', note: 'Người khác cầm thẻ' })

describe('the badge desk', () => {
  it('shows operators every point and a supervisor those of the own wards; a name is found without its accents', async () => {
    expect(codesOf(await list(operator)).length).toBeGreaterThan(3)
    expect(codesOf(await list(supervisor))).toEqual(['MAU-DT-0101'])
    expect(codesOf(await list(operator, 'kim lien'))).toEqual(['MAU-DT-0102'])
  })
  it('prints a badge for who may collect today, and writes that down; another office’s point is not there', async () => {
    const pdf = await print(supervisor, 'MAU-DT-0101')
    expect([pdf.statusCode, pdf.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    expect((await print(supervisor, 'MAU-DT-0102')).statusCode).toBe(404)
    expect((await withdraw(supervisor, 'MAU-DT-0102', 1)).statusCode).toBe(404)
    const lines = await platform.sql`SELECT action, details FROM audit_lines WHERE action = 'agent-badge-printed'`
    expect([...lines]).toMatchObject([{ details: { pointCode: 'MAU-DT-0101', serial: 1 } }])
  })
  it('takes back a single badge once, with reason and who; its next number can be printed', async () => {
    for (let time = 0; time < 2; time += 1) {
      const badge = (await withdraw(supervisor, 'MAU-DT-0101', 1)).json<DeskBadge>()
      expect(badge).toMatchObject({
        serial: 2,
        state: 'valid',
        withdrawals: [{ serial: 1, reason: 'misused', note: 'Người khác cầm thẻ' }],
      })
    }
    expect((await withdraw(supervisor, 'MAU-DT-0101', 3)).statusCode).toBe(404)
    expect([...(await platform.sql`SELECT FROM audit_lines WHERE action = 'agent-badge-withdrawn'`)]).toHaveLength(1)
    expect((await print(supervisor, 'MAU-DT-0101')).statusCode).toBe(200)
  })
  it('names both agents of one number, and prints for neither', async () => {
    await platform.sql`INSERT INTO collection_agents (agent_code, name, authority_number, province_code, valid_from, source)
      VALUES ('MAU-DL-03', 'Tổ chức Trùng Số', 'MẪU-01/2026', '01', '2026-01-01', 'test')`
    expect((await list(supervisor))[0]).toMatchObject({ state: 'disputed', sharedWith: ['Tổ chức Trùng Số'] })
    expect((await print(supervisor, 'MAU-DT-0101')).json()).toMatchObject({ code: 'badge-disputed' })
  })
  it('prints nothing for an agent whose contract ended', async () => {
    await platform.sql`UPDATE collection_agents SET valid_to = ansinh_today() - 1 WHERE agent_code = 'MAU-DL-02'`
    expect((await print(operator, 'MAU-DT-7901')).json()).toMatchObject({ code: 'badge-not-valid' })
  })
})
