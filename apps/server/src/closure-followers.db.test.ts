import { randomUUID } from 'node:crypto'
import type { Closure } from '@an-sinh/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { moveClosureDeadlines } from './closures/index.ts'
import { type Colleague, must, type OfficeFixture, openOfficeFixture } from './office-fixture.ts'
import { dueOnOf, findCorrectionRequest, followClosure } from './procedures/index.ts'
import { expireRegistrations, type RegistrationRow } from './registrations/index.ts'

let fixture: OfficeFixture
let supervisor: Colleague
beforeAll(async () => {
  fixture = await openOfficeFixture()
})
afterAll(() => fixture.close())

const signIn = async (today: string): Promise<void> => {
  await fixture.setToday(today)
  supervisor = await fixture.hire({ role: 'supervisor' })
}
const work = (closureId: string): Promise<void> => moveClosureDeadlines(fixture.platform, { orderId: closureId }, [followClosure])
const close = async (fromOn: string, toOn: string): Promise<string> => {
  const order = { closureId: randomUUID(), officeIds: [fixture.office], fromOn, toOn, reason: 'Bão' }
  const { closureId } = must<Closure>(await supervisor.client.post('/api/counter/closures', order))
  await work(closureId)
  await work(closureId)
  return closureId
}
const undo = async (closureId: string): Promise<void> => {
  must(await supervisor.client.post(`/api/counter/closures/${closureId}/undo`))
  await work(closureId)
}
const withoutVersion = ({ version: _version, ...row }: RegistrationRow): object => row

describe('a case that ran out in days that turn out closed', () => {
  it('runs again by the rule, and has run out exactly as before when the closure is taken back', async () => {
    await signIn('2027-02-08')
    const earlier = await fixture.submit()
    await fixture.setToday('2027-03-01')
    const one = await fixture.submit()
    const { registrationId } = one.row
    await signIn('2027-03-18')
    await expireRegistrations(fixture.platform)
    const before = await fixture.load(registrationId)
    expect(before).toMatchObject({ state: 'expired', graceEndsOn: '2027-03-16' })

    const closureId = await close('2027-03-10', '2027-03-18')
    expect(await fixture.load(registrationId)).toMatchObject({ state: 'awaiting-visit', dueOn: '2027-03-19', graceEndsOn: '2027-03-24' })
    expect((await fixture.load(earlier.row.registrationId)).state).toBe('expired')
    expect((await fixture.texts(one.phone)).at(-1)).toContain('19/03/2027')

    await undo(closureId)
    expect(withoutVersion(await fixture.load(registrationId))).toStrictEqual(withoutVersion(before))
    expect((await fixture.texts(one.phone)).at(-1)).not.toContain('16/03/2027')
    const moves = await fixture.platform.sql<{ move: string }[]>`
      SELECT move FROM registration_moves WHERE registration_id = ${registrationId} ORDER BY move_no`
    expect(moves.map(({ move }) => move).slice(-3)).toStrictEqual(['expire', 'reopen', 'expire'])
  })

  it('stays at the counter when the paper came in between', async () => {
    await signIn('2027-03-01')
    const { row } = await fixture.submit()
    await signIn('2027-03-18')
    await expireRegistrations(fixture.platform)
    const closureId = await close('2027-03-10', '2027-03-18')
    await fixture.platform.sql`UPDATE registrations SET state = 'received' WHERE registration_id = ${row.registrationId}`
    await undo(closureId)
    expect((await fixture.load(row.registrationId)).state).toBe('received')
  })
})

describe('a request that waits for the office’s answer', () => {
  const ask = async (state: 'received' | 'waiting' | 'kept' = 'received'): Promise<{ personId: number; requestId: string }> => {
    const { sql } = fixture.platform
    const { personId } = await fixture.submit()
    const requestId = randomUUID()
    const number = `90001/2027/DC${requestId.slice(0, 6)}`
    const shown = sql.json({ title: { vi: 'x', en: 'x' }, facts: [], source: { vi: 'x', en: 'x' } })
    await sql`INSERT INTO correction_requests (person_id, request_id, file_number, office_id, line_kind, line_id, line_shown, problem, what, due_on, due_rule_version)
      VALUES (${personId}, ${requestId}, ${number}, ${fixture.office}, 'visit', 'x', ${shown}, 'other', 'x', '2027-03-15', 'correction-1')`
    await sql`INSERT INTO correction_request_moves (person_id, request_id, move_no, state, actor_kind) VALUES (${personId}, ${requestId}, 1, 'received', 'citizen')`
    if (state !== 'received')
      await sql`INSERT INTO correction_request_moves (person_id, request_id, move_no, state, actor_kind) VALUES (${personId}, ${requestId}, 2, ${state}, 'staff')`
    await sql`INSERT INTO desk_requests (request_id, person_id, office_id, file_number, purpose, line_kind, state, due_on, sent_at, state_since)
      VALUES (${requestId}, ${personId}, ${fixture.office}, ${number}, 'correction', 'visit', ${state}, '2027-03-15', ansinh_now(), ansinh_now())`
    return { personId, requestId }
  }
  const dueOf = async ({ personId, requestId }: { personId: number; requestId: string }): Promise<[string, string]> => {
    const row = await findCorrectionRequest(fixture.platform.sql, personId, requestId)
    const [desk] = await fixture.platform.sql<
      { dueOn: string }[]
    >`SELECT due_on AS "dueOn" FROM desk_requests WHERE request_id = ${requestId}`
    return [row === null ? '' : dueOnOf(row), desk?.dueOn ?? '']
  }

  it('is due after the closed days, for the person and in the queue, and as before when the closure is taken back', async () => {
    await signIn('2027-03-01')
    const [open, waiting, answered] = [await ask(), await ask('waiting'), await ask('kept')]
    const closureId = await close('2027-03-11', '2027-03-16')
    // Of ten working days seven are over on the 10th; the 17th, 18th and 19th follow.
    for (const one of [open, waiting]) expect(await dueOf(one)).toStrictEqual(['2027-03-19', '2027-03-19'])
    expect(await dueOf(answered)).toStrictEqual(['2027-03-15', '2027-03-15'])
    const row = await findCorrectionRequest(fixture.platform.sql, open.personId, open.requestId)
    expect(row?.moves.at(-1)).toMatchObject({ state: 'received', reasonCode: 'office-closed' })
    expect(
      await fixture.platform.sql`SELECT FROM audit_lines WHERE person_id = ${open.personId} AND action = 'request-due-moved'`,
    ).toHaveLength(1)
    await undo(closureId)
    for (const one of [open, waiting]) expect(await dueOf(one)).toStrictEqual(['2027-03-15', '2027-03-15'])
  })

  it('follows the rule when a second closure stands', async () => {
    await signIn('2027-03-01')
    const one = await ask()
    const first = await close('2027-03-11', '2027-03-12')
    expect(await dueOf(one)).toStrictEqual(['2027-03-17', '2027-03-17'])
    const second = await close('2027-03-15', '2027-03-15')
    expect(await dueOf(one)).toStrictEqual(['2027-03-18', '2027-03-18'])
    await undo(first)
    expect(await dueOf(one)).toStrictEqual(['2027-03-16', '2027-03-16'])
    await undo(second)
    expect(await dueOf(one)).toStrictEqual(['2027-03-15', '2027-03-15'])
  })
})
