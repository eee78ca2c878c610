import { randomUUID } from 'node:crypto'
import type { Announcement, ReferenceProposal } from '@an-sinh/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OWN_PASSWORD } from './access-fixture.ts'
import { codeOf, type Colleague, must, type OfficeFixture, openOfficeFixture } from './office-fixture.ts'
import { createStaffUser } from './staff/index.ts'

let fixture: OfficeFixture
let personId: number
let first: Colleague
beforeAll(async () => {
  fixture = await openOfficeFixture()
  await fixture.setToday('2027-03-10')
  personId = (await fixture.submit()).personId
  first = await fixture.hire({ role: 'operator' })
  await fixture.platform.sql`UPDATE staff_users SET person_id = ${personId} WHERE staff_id = ${first.staffId}`
})
afterAll(() => fixture.close())

describe('a person of the register who works here', () => {
  it('has one account that works; once it was stopped, another', async () => {
    const order = {
      userName: 'nguoi.ay',
      fullName: 'Lê Văn Hai',
      role: 'operator',
      officeId: fixture.office,
      password: OWN_PASSWORD,
      personId,
    } as const
    await expect(createStaffUser(fixture.platform, order)).rejects.toThrow('staff_users_one_of_person')
    await fixture.platform.sql`UPDATE staff_users SET stopped_at = ansinh_now() WHERE staff_id = ${first.staffId}`
    await createStaffUser(fixture.platform, order)
    await fixture.platform.sql`UPDATE staff_users SET stopped_at = ansinh_now() WHERE user_name = ${order.userName}`
    await fixture.platform.sql`UPDATE staff_users SET stopped_at = NULL WHERE staff_id = ${first.staffId}`
  })

  it('is never their own second person, whichever account they asked with', async () => {
    const { sql } = fixture.platform
    const words = { title: { vi: 'Lịch', en: 'Hours' }, words: { vi: 'Nghỉ', en: 'Closed' }, urgent: false }
    const owner = { segment: 'all', segmentCode: null, correctsId: null, ...words }
    await sql`
      INSERT INTO accounts (person_id, state, phone) VALUES (${personId}, 'active', '+84950000001')`
    const announcement = must<Announcement>(
      await first.client.post('/api/content/announcements', { announcementId: randomUUID(), ...owner }),
    )
    await sql`UPDATE announcements SET four_eyes = true, state = 'waiting' WHERE announcement_id = ${announcement.announcementId}`
    const proposal = must<ReferenceProposal>(
      await first.client.post('/api/content/reference-proposals', {
        proposalId: randomUUID(),
        list: 'office',
        code: String(fixture.office),
        after: [{ field: 'phone', value: '0950 000 111' }],
        fromOn: '2027-03-10',
        untilOn: null,
        paperNumber: '12',
        note: null,
      }),
    )
    // Their account is stopped, and they are given another one.
    await sql`UPDATE staff_users SET stopped_at = ansinh_now() WHERE staff_id = ${first.staffId}`
    const again = await fixture.hire({ role: 'operator' })
    await sql`UPDATE staff_users SET person_id = ${personId} WHERE staff_id = ${again.staffId}`
    const stranger = await fixture.hire({ role: 'operator' })
    const decide = ({ client }: Colleague) => [
      client.post(`/api/content/announcements/${announcement.announcementId}/decision`, { approve: true, reason: null }),
      client.post(`/api/content/reference-proposals/${proposal.proposalId}/decision`, { approve: true, reason: null }),
    ]
    expect((await Promise.all(decide(again))).map(codeOf)).toStrictEqual(['four-eyes', 'four-eyes'])
    expect((await Promise.all(decide(stranger))).map(({ statusCode }) => statusCode)).toStrictEqual([200, 200])
  })
})
