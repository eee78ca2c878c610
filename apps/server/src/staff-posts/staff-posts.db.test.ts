import { randomUUID } from 'node:crypto'
import type { Colleague, Staff } from '@an-sinh/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffRole } from '../platform/actor.ts'
import type { Server } from '../platform/add-route.ts'
import { makeServer } from '../platform/make-server.ts'
import { TestClient } from '../platform/test-client.ts'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { createStaffUser, currentTotp, registerStaff, resolveStaff } from '../staff/index.ts'
import { registerStaffPosts } from './index.ts'

const PASSWORD = 'tách trà buổi sáng sớm'
const [PROVINCE, OWN, SISTER, ELSEWHERE] = [1, 2, 3, 4]

describe('posts', () => {
  let platform: TestPlatform
  let server: Server
  let count = 0
  let today = ''
  const nobody = async (): Promise<null> => null
  const hire = async (role: StaffRole, officeId: number) => {
    count += 1
    const userName = `can.bo-${count}`
    const { staffId, totpSecret } = await createStaffUser(platform, {
      userName,
      fullName: `Lê Văn ${count}`,
      role,
      officeId,
      password: PASSWORD,
    })
    const client = new TestClient(server)
    await client.post('/api/staff/sessions', { userName, password: PASSWORD })
    await client.post('/api/staff/sessions/second-factor', { code: currentTotp(totpSecret) })
    return { staffId, client, userName }
  }
  type Post = { role?: StaffRole | null; officeId?: number | null; fromOn?: string; toOn?: string | null; reason?: string; postId?: string }
  const give = (who: { client: TestClient }, staffId: number, post: Post) =>
    who.client.post(`/api/staff/colleagues/${staffId}/posts`, {
      postId: randomUUID(),
      role: 'clerk',
      officeId: OWN,
      fromOn: today,
      toOn: null,
      reason: 'phân công',
      ...post,
    })
  const codeOf = (answer: { json: () => unknown }): string => (answer.json() as { code: string }).code
  const me = async (who: { client: TestClient }) => (await who.client.get('/api/staff/me')).json<Staff>()

  beforeAll(async () => {
    platform = await openTestPlatform()
    const office = (id: number, level: string, parent: number | null, province: string) => platform.sql`
      INSERT INTO offices (office_id, provisional_code, name, office_level, parent_office_id, province_code, address, valid_from, source)
      VALUES (${id}, ${`9000${id}`}, ${`BHXH Mẫu ${id}`}, ${level}, ${parent}, ${province}, 'Số 1', '2025-07-01', 'test')`
    await office(PROVINCE, 'province', null, '01')
    await office(OWN, 'grassroots', PROVINCE, '01')
    await office(SISTER, 'grassroots', PROVINCE, '01')
    await office(ELSEWHERE, 'grassroots', null, '79')
    const [row] = await platform.sql<{ today: string }[]>`SELECT ansinh_today() AS today`
    today = row?.today ?? ''
    server = await makeServer(platform, 'office', { applicant: nobody, citizen: nobody, staff: resolveStaff(platform), employer: nobody })
    registerStaff(server, platform)
    registerStaffPosts(server, platform)
    await server.fastify.ready()
  })
  afterAll(async () => {
    await server.fastify.close()
    await platform.drop()
  })

  it('hold at once for a running session, from one request to the next, and end as fast', async () => {
    const [supervisor, clerk] = [await hire('supervisor', OWN), await hire('clerk', OWN)]
    expect((await clerk.client.get('/api/staff/colleagues')).statusCode).toBe(403)
    expect((await give(supervisor, clerk.staffId, { role: 'supervisor' })).json()).toMatchObject({ role: 'supervisor', officeId: OWN })
    expect((await clerk.client.get('/api/staff/colleagues')).statusCode).toBe(200)
    await give(supervisor, clerk.staffId, { role: null, officeId: null, reason: 'chuyển công tác' })
    expect((await clerk.client.get('/api/staff/me')).statusCode).toBe(401)
    const again = new TestClient(server)
    expect((await again.post('/api/staff/sessions', { userName: clerk.userName, password: PASSWORD })).statusCode).toBe(401)
    await give(supervisor, clerk.staffId, { role: 'clerk' })
    expect(await me(clerk)).toMatchObject({ role: 'clerk' })
  })
  it('are dated: one that begins later changes nothing today, one that ran out gives way to the one before', async () => {
    const [operator, clerk] = [await hire('operator', PROVINCE), await hire('clerk', OWN)]
    const [row] = await platform.sql<
      { tomorrow: string; after: string }[]
    >`SELECT ansinh_today() + 1 AS tomorrow, ansinh_today() + 2 AS after`
    await give(operator, clerk.staffId, { role: 'province', officeId: PROVINCE, fromOn: row?.tomorrow ?? '', toOn: row?.tomorrow ?? '' })
    expect(await me(clerk)).toMatchObject({ role: 'clerk', officeId: OWN })
    const roleOn = async (offset: string): Promise<string> => {
      await platform.moveClock(offset)
      const client = new TestClient(server)
      await client.post('/api/staff/sessions', { userName: clerk.userName, password: PASSWORD })
      const [post] = await platform.sql<{ role: string }[]>`
        SELECT p.role FROM staff_posts p WHERE p.staff_id = ${clerk.staffId} AND p.from_on <= ansinh_today() AND p.to_on >= ansinh_today()`
      await platform.moveClock('0')
      return post?.role ?? 'as hired'
    }
    expect([await roleOn('1 day'), await roleOn('2 days')]).toStrictEqual(['province', 'as hired'])
    expect(codeOf(await give(operator, clerk.staffId, { fromOn: '2025-08-01' }))).toBe('post-days-wrong')
    expect(codeOf(await give(operator, clerk.staffId, { fromOn: row?.after ?? '', toOn: today }))).toBe('post-days-wrong')
  })
  it('are never one’s own, and never beyond one’s own offices or above oneself', async () => {
    const [supervisor, clerk, sister, far] = [
      await hire('supervisor', OWN),
      await hire('clerk', OWN),
      await hire('clerk', SISTER),
      await hire('clerk', ELSEWHERE),
    ]
    const [province, operator] = [await hire('province', PROVINCE), await hire('operator', PROVINCE)]
    for (const who of [supervisor, province, operator]) expect(codeOf(await give(who, who.staffId, {}))).toBe('post-own')
    const refused: [{ client: TestClient }, number, Post][] = [
      [supervisor, sister.staffId, {}],
      [supervisor, clerk.staffId, { officeId: SISTER }],
      [supervisor, clerk.staffId, { role: 'province' }],
      [supervisor, clerk.staffId, { role: 'operator' }],
      [supervisor, operator.staffId, { role: null, officeId: null }],
      [province, far.staffId, {}],
      [province, clerk.staffId, { officeId: ELSEWHERE }],
      [province, clerk.staffId, { role: 'support' }],
      [province, operator.staffId, { role: 'clerk' }],
    ]
    for (const [who, staffId, post] of refused) expect(codeOf(await give(who, staffId, post))).toBe('post-out-of-reach')
    expect((await give(province, sister.staffId, { role: 'supervisor', officeId: OWN })).statusCode).toBe(201)
    expect((await give(operator, far.staffId, { role: 'support', officeId: ELSEWHERE })).statusCode).toBe(201)
    expect(codeOf(await give(operator, clerk.staffId, { reason: ' ' }))).toBe('note-missing')
    expect(codeOf(await give(operator, clerk.staffId, { officeId: 999 }))).toBe('office-unknown')
  })
  it('are listed for the own offices, with who gave them and why; the same request again is one post, one line', async () => {
    const [supervisor, clerk, far] = [await hire('supervisor', OWN), await hire('clerk', OWN), await hire('clerk', ELSEWHERE)]
    const post = { role: 'supervisor', postId: randomUUID(), reason: 'thay người nghỉ phép' } as const
    for (let at = 0; at < 2; at += 1) await give(supervisor, clerk.staffId, post)
    const { colleagues, gives, offices } = (await supervisor.client.get('/api/staff/colleagues')).json<{
      colleagues: Colleague[]
      gives: string[]
      offices: { officeId: number }[]
    }>()
    expect(colleagues.find(({ staffId }) => staffId === clerk.staffId)?.posts).toMatchObject([{ role: 'supervisor', reason: post.reason }])
    expect(colleagues.some(({ staffId }) => staffId === far.staffId)).toBe(false)
    expect([gives, offices.map(({ officeId }) => officeId)]).toStrictEqual([['clerk', 'supervisor'], [OWN]])
    const lines = await platform.sql`SELECT FROM audit_lines WHERE action = 'staff-post-given' AND details ->> 'postId' = ${post.postId}`
    expect(lines).toHaveLength(1)
    await expect(platform.sql`UPDATE staff_posts SET role = 'operator'`).rejects.toThrow(/permission denied/)
  })
})
