import { randomUUID } from 'node:crypto'
import type { AnswerOf, Closure, listClosuresRoute, previewClosureRoute } from '@an-sinh/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { moveClosureDeadlines } from './closures/index.ts'
import { codeOf, type Colleague, must, type OfficeFixture, openOfficeFixture } from './office-fixture.ts'
import { inTransaction } from './platform/transaction.ts'
import { followClosure } from './procedures/index.ts'
import { extendDeadline, type RegistrationRow } from './registrations/index.ts'

let fixture: OfficeFixture
let supervisor: Colleague
beforeAll(async () => {
  fixture = await openOfficeFixture()
  await fixture.setToday('2027-03-01')
  supervisor = await fixture.hire({ role: 'supervisor' })
})
afterAll(() => fixture.close())

const DAYS = { fromOn: '2027-03-11', toOn: '2027-03-12', reason: 'Mất điện' }
const close = async (days: object = {}, who = supervisor): Promise<Closure> => {
  const order = { closureId: randomUUID(), officeIds: [fixture.office], ...DAYS, ...days }
  return must(await who.client.post('/api/counter/closures', order))
}
const work = (closureId: string): Promise<void> => moveClosureDeadlines(fixture.platform, { orderId: closureId }, [followClosure])
const undo = async (closureId: string): Promise<void> => {
  must(await supervisor.client.post(`/api/counter/closures/${closureId}/undo`))
  await work(closureId)
}
const list = async (who = supervisor): Promise<AnswerOf<typeof listClosuresRoute>> => must(await who.client.get('/api/counter/closures'))
const stateOf = async (closureId: string): Promise<Closure | undefined> =>
  (await list()).closures.find((closure) => closure.closureId === closureId)
const load = ({ registrationId }: { registrationId: string }): Promise<RegistrationRow> => fixture.load(registrationId)
const withoutVersion = ({ version: _version, ...row }: RegistrationRow): object => row
const remindersOf = async ({ registrationId }: { registrationId: string }): Promise<string[]> =>
  (
    await fixture.platform.sql<{ at: string }[]>`
      SELECT DISTINCT (data ->> 'on') || ' ' || (data ->> 'dueOn') AS at FROM pgboss.job
      WHERE name = 'remind-registration' AND data ->> 'registrationId' = ${registrationId} ORDER BY 1`
  ).map((row) => row.at)

describe('closing an office in one action', () => {
  it('is counted before: how many cases, from which date to which', async () => {
    const officeId = fixture.officeIds[3] ?? 0
    const there = await fixture.hire({ role: 'supervisor', officeId })
    await fixture.submit({ officeId })
    await fixture.submit({ officeId })
    const preview = must<AnswerOf<typeof previewClosureRoute>>(
      await there.client.post('/api/counter/closure-previews', { officeIds: [officeId], fromOn: '2027-03-11', toOn: '2027-03-12' }),
    )
    expect(preview).toMatchObject({
      running: 2,
      moved: 2,
      told: 2,
      dates: [{ fromOn: '2027-03-11', toOn: '2027-03-15', cases: 2 }],
      offices: [{ officeId, running: 2, moved: 2 }],
    })
  })

  it('moves running deadlines and reminders, tells whose date moved, and the finder shows it; undone everything is as before and told again', async () => {
    const [waiting, other, received] = [
      await fixture.submit(),
      await fixture.submit({ officeId: fixture.officeIds[1] ?? 0 }),
      await fixture.submit(),
    ]
    await fixture.platform.sql`UPDATE registrations SET state = 'received' WHERE registration_id = ${received.row.registrationId}`
    const { closureId, state } = await close()
    expect(state).toBe('applying')
    await Promise.all([work(closureId), work(closureId)])
    await work(closureId)
    expect(await load(waiting.row)).toMatchObject({
      dueOn: '2027-03-15',
      graceEndsOn: '2027-03-22',
      version: waiting.row.version + 1,
      deadlineFacts: { officeId: fixture.office, moved: [{ what: 'due', why: 'closure' }, { what: 'grace' }] },
    })
    expect([(await load(received.row)).dueOn, (await load(other.row)).dueOn]).toStrictEqual(['2027-03-11', '2027-03-11'])
    expect(await fixture.texts(waiting.phone)).toStrictEqual([expect.stringContaining('15/03/2027')])
    expect(await remindersOf(waiting.row)).toStrictEqual(['2027-03-06 2027-03-15', '2027-03-09 2027-03-15'])
    expect(await stateOf(closureId)).toMatchObject({ state: 'applied', moved: 1, restored: 0 })
    const { offices } = must<{ offices: { officeId: number; closures: object[] }[] }>(await supervisor.client.get('/api/offices'))
    expect(offices.find(({ officeId }) => officeId === fixture.office)?.closures).toMatchObject([DAYS])
    expect(
      await fixture.platform
        .sql`SELECT 1 FROM audit_lines WHERE action = 'registration-deadline-moved' AND registration_id = ${waiting.row.registrationId}`,
    ).toHaveLength(1)

    await undo(closureId)
    expect(withoutVersion(await load(waiting.row))).toStrictEqual(withoutVersion(waiting.row))
    expect((await fixture.texts(waiting.phone)).at(-1)).toContain('11/03/2027')
    expect(await remindersOf(waiting.row)).toContain('2027-03-09 2027-03-11')
    expect(await stateOf(closureId)).toMatchObject({ state: 'undone', moved: 1, restored: 1, undoneBy: supervisor.fullName })
    expect(codeOf(await supervisor.client.post(`/api/counter/closures/${closureId}/undo`))).toBe('closure-undone')
  })

  it('sent twice is one closure; a killed job goes on where it stopped', async () => {
    const officeId = fixture.officeIds[2] ?? 0
    const made = []
    for (let at = 0; at < 8; at += 1) made.push(await fixture.submit({ officeId }))
    const there = await fixture.hire({ role: 'supervisor', officeId })
    const closureId = randomUUID()
    const order = { closureId, officeIds: [officeId], ...DAYS }
    const answers = await Promise.all([1, 2, 3].map(() => there.client.post('/api/counter/closures', order)))
    expect(answers.map(({ statusCode }) => statusCode)).toStrictEqual([201, 201, 201])
    expect(await fixture.platform.sql`SELECT 1 FROM office_closures WHERE order_id = ${closureId}`).toHaveLength(1)
    // As a kill between two batches leaves it: some moved, the order still applying.
    await work(closureId)
    await fixture.platform.sql`UPDATE closure_orders SET state = 'applying' WHERE order_id = ${closureId}`
    const [half] = made
    const late = await fixture.submit({ officeId })
    await fixture.platform
      .sql`UPDATE registrations SET due_on = '2027-03-11', grace_ends_on = '2027-03-16' WHERE registration_id = ${late.row.registrationId}`
    await work(closureId)
    for (const one of [...made, late]) expect((await load(one.row)).dueOn).toBe('2027-03-15')
    expect(await fixture.texts(half?.phone ?? '')).toHaveLength(1)
  })

  it('an undo leaves what went on in the meantime to the rule: extended, handed in, or under a second closure', async () => {
    const officeId = fixture.officeIds[4] ?? 0
    const there = await fixture.hire({ role: 'supervisor', officeId })
    const [extended, handedIn, plain] = [
      await fixture.submit({ officeId }),
      await fixture.submit({ officeId }),
      await fixture.submit({ officeId }),
    ]
    const first = await close({ officeIds: [officeId] }, there)
    await work(first.closureId)
    const late = await fixture.submit({ officeId })
    const actor = { kind: 'applicant', registrationId: extended.row.registrationId, scope: 'own' } as const
    await inTransaction(fixture.platform, (transaction) =>
      extendDeadline(fixture.platform, transaction, { registrationId: extended.row.registrationId, actor }),
    )
    await fixture.platform.sql`UPDATE registrations SET state = 'received' WHERE registration_id = ${handedIn.row.registrationId}`
    expect((await load(extended.row)).dueOn).toBe('2027-03-25')
    const second = await close({ officeIds: [officeId], fromOn: '2027-03-10', toOn: '2027-03-11' }, there)
    await work(second.closureId)
    must(await there.client.post(`/api/counter/closures/${first.closureId}/undo`))
    await work(first.closureId)
    // The second closure still holds the 11th.
    expect((await load(plain.row)).dueOn).toBe('2027-03-12')
    expect((await load(late.row)).dueOn).toBe('2027-03-12')
    expect((await load(extended.row)).dueOn).toBe('2027-03-22')
    expect((await load(handedIn.row)).dueOn).toBe('2027-03-15')
    must(await there.client.post(`/api/counter/closures/${second.closureId}/undo`))
    await work(second.closureId)
    for (const one of [plain, late]) expect((await load(one.row)).dueOn).toBe('2027-03-11')
    expect((await load(extended.row)).dueOn).toBe('2027-03-22')
  })

  it('is a supervisor’s, for offices of the own area, on days that can be', async () => {
    const order = { closureId: randomUUID(), officeIds: [fixture.office], ...DAYS }
    const clerk = await fixture.hire()
    expect(codeOf(await clerk.client.post('/api/counter/closures', order))).toBe('not-allowed')
    const post = async (change: object): Promise<string> =>
      codeOf(await supervisor.client.post('/api/counter/closures', { ...order, closureId: randomUUID(), ...change }))
    expect(await post({ officeIds: [fixture.office, 999_999] })).toBe('closure-outside-area')
    expect(await post({ toOn: '2027-03-10' })).toBe('closure-dates')
    expect(await post({ toOn: '2027-06-10' })).toBe('closure-dates')
    expect(await post({ reason: '  ' })).toBe('reason-missing')
    const elsewhere = await fixture.hire({ role: 'supervisor', officeId: fixture.officeIds.at(-1) ?? 0 })
    const { closureId } = await close()
    expect(codeOf(await elsewhere.client.post(`/api/counter/closures/${closureId}/undo`))).toBe('closure-outside-area')
    expect((await list(elsewhere)).closures.map((closure) => closure.closureId)).not.toContain(closureId)
    await undo(closureId)
  })

  it('a date told is not taken back to a day that has passed', async () => {
    const officeId = fixture.officeIds[5] ?? 0
    const there = await fixture.hire({ role: 'supervisor', officeId })
    const { row } = await fixture.submit({ officeId })
    const { closureId } = await close({ officeIds: [officeId] }, there)
    await work(closureId)
    await fixture.setToday('2027-03-13')
    const again = await fixture.hire({ role: 'supervisor', officeId })
    must(await again.client.post(`/api/counter/closures/${closureId}/undo`))
    await work(closureId)
    expect((await load(row)).dueOn).toBe('2027-03-15')
  })
})
