import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { loadRegistration, type RegistrationRow, resettleOffice } from './index.ts'
import { openRegistrationsFixture, type RegistrationsFixture } from './registrations-fixture.ts'

let fixture: RegistrationsFixture
beforeAll(async () => void (fixture = await openRegistrationsFixture()))
afterEach(() => fixture.platform.moveClock('0'))
afterAll(() => fixture.close())

const operator = { kind: 'system', job: 'close-office' } as const
const load = ({ registrationId }: { registrationId: string }): Promise<RegistrationRow> =>
  loadRegistration(fixture.platform.sql, registrationId)

describe('closing an office', () => {
  it('moves the running deadlines of that office and tells whose date moved; undone, they move back and are told again', async () => {
    const [officeId = 0, elsewhere = 0] = fixture.officeIds
    await fixture.setToday('2027-03-01')
    const waiting = await fixture.makeSubmitted({ officeId }, { phone: '+84956660001' })
    const received = await fixture.makeSubmitted({ officeId })
    const other = await fixture.makeSubmitted({ officeId: elsewhere })
    await fixture.platform.sql`UPDATE registrations SET state = 'received' WHERE registration_id = ${received.registrationId}`
    const closureId = randomUUID()
    await fixture.platform
      .sql`INSERT INTO office_closures (closure_id, office_id, from_on, to_on, reason) VALUES (${closureId}, ${officeId}, '2027-03-11', '2027-03-12', 'Mất điện')`
    expect(await resettleOffice(fixture.platform, officeId, operator)).toBe(1)
    expect(await resettleOffice(fixture.platform, officeId, operator)).toBe(0)
    expect(await load(waiting)).toMatchObject({
      dueOn: '2027-03-15',
      graceEndsOn: '2027-03-22',
      version: waiting.version + 1,
      deadlineFacts: { moved: [{ what: 'due', why: 'closure' }, { what: 'grace' }] },
    })
    expect([(await load(received)).dueOn, (await load(other)).dueOn]).toStrictEqual(['2027-03-11', '2027-03-11'])
    const texts = await fixture.readMessages('+84956660001')
    expect(texts).toHaveLength(2)
    expect(texts[1]).toContain('15/03/2027')

    await fixture.platform.sql`UPDATE office_closures SET cancelled_at = now() WHERE closure_id = ${closureId}`
    expect(await resettleOffice(fixture.platform, officeId, operator)).toBe(1)
    expect((await load(waiting)).dueOn).toBe('2027-03-11')
    expect((await fixture.readMessages('+84956660001')).at(-1)).toContain('11/03/2027')
  })
})
