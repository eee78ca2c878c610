import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../platform/actor.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { listMoves, loadRegistration, moveRegistration, type RegistrationRow } from './index.ts'
import { openRegistrationsFixture, type RegistrationsFixture } from './registrations-fixture.ts'

let fixture: RegistrationsFixture
beforeAll(async () => void (fixture = await openRegistrationsFixture()))
afterEach(() => fixture.platform.moveClock('0'))
afterAll(() => fixture.close())

const clerk = (officeId: number, role: 'clerk' | 'supervisor' = 'clerk'): Actor => ({
  kind: 'staff',
  staffId: 7,
  role,
  officeId,
  fullName: 'Cán bộ Thử',
  personId: null,
  stage: 'full',
  sessionHash: Buffer.alloc(32),
  sessionEndsAt: new Date(),
})
const applicant = (registrationId: string): Actor => ({ kind: 'applicant', registrationId, scope: 'own' })
const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  )
const move = (
  registrationId: string,
  name: Parameters<typeof moveRegistration>[2]['move'],
  actor: Actor,
  more: object = {},
): Promise<RegistrationRow> =>
  inTransaction(fixture.platform, (transaction) =>
    moveRegistration(fixture.platform, transaction, { registrationId, move: name, actor, ...more }),
  )
const load = (registrationId: string): Promise<RegistrationRow> => loadRegistration(fixture.platform.sql, registrationId)

describe('a move', () => {
  it('is made by one of thirty callers; the others are told', async () => {
    const { registrationId, officeId, version } = await fixture.makeSubmitted()
    await Promise.all(Array.from({ length: 10 }, () => load(registrationId)))
    const outcomes = await Promise.all(
      Array.from({ length: 30 }, () => codeOf(move(registrationId, 'receive', clerk(officeId ?? 0), { expectedVersion: version }))),
    )
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1)
    expect(new Set(outcomes.filter((outcome) => outcome !== 'done'))).toStrictEqual(new Set(['version-conflict']))
    expect((await listMoves(fixture.platform.sql, registrationId)).filter((line) => line.move === 'receive')).toHaveLength(1)
  })

  it('that the table does not know, or knows for somebody else, is refused and leaves no trace', async () => {
    const { registrationId, officeId } = await fixture.makeSubmitted()
    const before = await load(registrationId)
    expect(await codeOf(move(registrationId, 'approve', clerk(officeId ?? 0)))).toBe('move-not-allowed')
    expect(await codeOf(move(registrationId, 'receive', applicant(registrationId)))).toBe('move-not-allowed')
    expect(await codeOf(move(registrationId, 'expire', clerk(officeId ?? 0)))).toBe('move-not-allowed')
    expect(await codeOf(move('00000000-0000-0000-0000-000000000000', 'receive', clerk(1)))).toBe('not-found')
    expect(await load(registrationId)).toStrictEqual(before)
  })

  it('writes its line of history and its audit line, or nothing when the transaction fails', async () => {
    const { registrationId, officeId } = await fixture.makeSubmitted()
    const failing = inTransaction(fixture.platform, async (transaction) => {
      await moveRegistration(fixture.platform, transaction, { registrationId, move: 'receive', actor: clerk(officeId ?? 0) })
      throw new Error('killed')
    })
    expect(await codeOf(failing)).toBe('Error: killed')
    const count = async (): Promise<number> =>
      (
        await fixture.platform.sql<
          { count: number }[]
        >`SELECT count(*)::integer FROM audit_lines WHERE registration_id = ${registrationId} AND action = 'registration-receive'`
      )[0]?.count ?? -1
    expect([await count(), (await load(registrationId)).state]).toStrictEqual([0, 'awaiting-visit'])
    await move(registrationId, 'receive', clerk(officeId ?? 0), { set: { receivedAt: 'now' } })
    expect([await count(), (await load(registrationId)).receivedAt instanceof Date]).toStrictEqual([1, true])
  })
})

describe('the decision', () => {
  it('makes the photos the person’s; taken back they are nobody’s again', async () => {
    const { registrationId, officeId } = await fixture.makeSubmitted()
    const owners = async (): Promise<unknown[]> =>
      (
        await fixture.platform.sql<
          { personId: number | null }[]
        >`SELECT person_id AS "personId" FROM documents WHERE registration_id = ${registrationId}`
      ).map((row) => row.personId)
    await move(registrationId, 'receive', clerk(officeId ?? 0))
    await move(registrationId, 'approve', clerk(officeId ?? 0), { set: { personId: 17 } })
    expect(await owners()).toStrictEqual([17, 17, 17])
    await move(registrationId, 'undo-decision', clerk(officeId ?? 0), { set: { personId: null } })
    expect(await owners()).toStrictEqual([null, null, null])
  })
})
