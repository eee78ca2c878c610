import type { Registration } from '@an-sinh/contract'
import { addDays } from '@an-sinh/domain'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../platform/actor.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import {
  expireRegistrations,
  extendDeadline,
  listMoves,
  loadRegistration,
  moveRegistration,
  moveToOffice,
  type RegistrationRow,
  remindRegistration,
  toRegistrationAnswer,
} from './index.ts'
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
const extend = (registrationId: string, actor: Actor = applicant(registrationId), reason?: string): Promise<RegistrationRow> =>
  inTransaction(fixture.platform, (transaction) =>
    extendDeadline(fixture.platform, transaction, { registrationId, actor, ...(reason === undefined ? {} : { reason }) }),
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
const closeOffice = (officeId: number, fromOn: string, toOn: string): Promise<unknown> =>
  fixture.platform
    .sql`INSERT INTO office_closures (closure_id, office_id, from_on, to_on, reason) VALUES (gen_random_uuid(), ${officeId}, ${fromOn}, ${toOn}, 'Sửa chữa trụ sở')`
const listReminders = async (registrationId: string): Promise<string[]> =>
  (
    await fixture.platform.sql<
      { at: string }[]
    >`SELECT to_char(start_after AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI') || ' ' || (data ->> 'dueOn') AS at
      FROM pgboss.job WHERE name = 'remind-registration' AND data ->> 'registrationId' = ${registrationId} ORDER BY start_after`
  ).map((row) => row.at)

describe('the days for handing Form 01 in', () => {
  it.each([
    ['2026-11-20', '23:59:00', '2026-11-30'],
    ['2026-11-14', '12:00:00', '2026-11-25'],
    ['2026-02-16', '09:00:00', '2026-02-26'],
    ['2026-11-20', '00:00:30', '2026-11-30'],
  ])('sent on %s at %s last until %s', async (on, time, dueOn) => {
    await fixture.setToday(on, time)
    expect(await fixture.makeSubmitted()).toMatchObject({ submittedOn: on, dueOn })
  })

  it('move when the chosen office is closed on the last day; another office’s closure moves nothing', async () => {
    const [first = 0, second = 0] = fixture.officeIds.slice(10)
    await closeOffice(first, '2027-06-14', '2027-06-16')
    await fixture.setToday('2027-06-04')
    const moved = await fixture.makeSubmitted({ officeId: first })
    expect(moved.dueOn).toBe('2027-06-17')
    expect(moved.deadlineFacts?.moved).toStrictEqual([{ what: 'due', from: '2027-06-14', to: '2027-06-17', why: 'closure' }])
    expect((await fixture.makeSubmitted({ officeId: second })).dueOn).toBe('2027-06-14')
  })

  it('are extended by the applicant twice, ten days each, and not a third time', async () => {
    await fixture.setToday('2027-03-01')
    const { registrationId } = await fixture.makeSubmitted()
    expect(await extend(registrationId)).toMatchObject({ dueOn: '2027-03-22', extensions: 1, applicantExtensions: 1 })
    expect(await extend(registrationId)).toMatchObject({ dueOn: '2027-04-01', extensions: 2 })
    expect(await codeOf(extend(registrationId))).toBe('extension-used-up')
    const seen = await toRegistrationAnswer(fixture.platform, fixture.platform.sql, await load(registrationId))
    expect([seen.extensionsLeft, seen.may.extend]).toStrictEqual([0, false])
  })

  it('are extended by the applicant within the grace, not after it; by a clerk with a reason also then, from that day on', async () => {
    await fixture.setToday('2027-03-01')
    const { registrationId, officeId, graceEndsOn } = await fixture.makeSubmitted({}, { phone: '+84953330001' })
    expect(graceEndsOn).toBe('2027-03-16')
    await fixture.setToday('2027-03-16', '23:59:00')
    expect(await extend(registrationId)).toMatchObject({ dueOn: '2027-03-22' })
    await fixture.setToday('2027-06-01')
    expect(await codeOf(extend(registrationId))).toBe('extension-too-late')
    expect(await codeOf(extend(registrationId, clerk(officeId ?? 0)))).toBe('reason-missing')
    expect(await extend(registrationId, clerk(officeId ?? 0), 'Người nộp nằm viện')).toMatchObject({
      state: 'awaiting-visit',
      dueOn: '2027-06-11',
      clockStartedOn: '2027-06-01',
    })
    expect((await fixture.readMessages('+84953330001')).at(-1)).toContain('11/06/2027')
  })

  it('follow another office’s calendar when the applicant goes elsewhere; the file number stays', async () => {
    const [first = 0, second = 0] = fixture.officeIds.slice(20)
    await closeOffice(second, '2027-08-11', '2027-08-12')
    await fixture.setToday('2027-08-01')
    const before = await fixture.makeSubmitted({ officeId: first })
    expect(before.dueOn).toBe('2027-08-11')
    const after = await inTransaction(fixture.platform, (transaction) =>
      moveToOffice(fixture.platform, transaction, {
        registrationId: before.registrationId,
        officeId: second,
        actor: applicant(before.registrationId),
      }),
    )
    expect(after).toMatchObject({
      officeId: second,
      dueOn: '2027-08-13',
      fileNumber: before.fileNumber,
      extensions: 0,
      state: 'awaiting-visit',
    })
    expect(after.declared?.officeId).toBe(second)
    expect(
      await codeOf(
        inTransaction(fixture.platform, (transaction) =>
          moveToOffice(fixture.platform, transaction, {
            registrationId: before.registrationId,
            officeId: 999_999,
            actor: applicant(before.registrationId),
          }),
        ),
      ),
    ).toBe('office-unknown')
  })
})

describe('reminders', () => {
  it('are planned for nine in the morning in Viet Nam on days 5 and 8', async () => {
    await fixture.setToday('2027-03-01')
    const { registrationId } = await fixture.makeSubmitted()
    expect(await listReminders(registrationId)).toStrictEqual(['2027-03-06 09:00 2027-03-11', '2027-03-09 09:00 2027-03-11'])
  })

  it('tell the stored date and the days left, once, by SMS and by e-mail where there is one', async () => {
    await fixture.setToday('2027-03-01')
    const { registrationId } = await fixture.makeSubmitted({ email: 'nhac@example.invalid' }, { phone: '+84953330002' })
    await fixture.setToday('2027-03-06', '09:00:00')
    await remindRegistration(fixture.platform, { registrationId, dueOn: '2027-03-11', on: '2027-03-06' })
    await remindRegistration(fixture.platform, { registrationId, dueOn: '2027-03-11', on: '2027-03-06' })
    const texts = await fixture.readMessages('+84953330002')
    expect(texts).toHaveLength(2)
    expect(texts[1]).toContain('11/03/2027')
    expect(await fixture.readMessages('nhac@example.invalid')).toHaveLength(2)
  })

  it('are silent once the paper is there or the date has moved', async () => {
    await fixture.setToday('2027-03-01')
    const received = await fixture.makeSubmitted({}, { phone: '+84953330003' })
    await move(received.registrationId, 'receive', clerk(received.officeId ?? 0))
    await remindRegistration(fixture.platform, { registrationId: received.registrationId, dueOn: received.dueOn, on: '2027-03-06' })
    const extended = await fixture.makeSubmitted({}, { phone: '+84953330004' })
    await extend(extended.registrationId)
    await remindRegistration(fixture.platform, { registrationId: extended.registrationId, dueOn: extended.dueOn, on: '2027-03-06' })
    await remindRegistration(fixture.platform, {
      registrationId: '00000000-0000-0000-0000-000000000000',
      dueOn: '2027-03-11',
      on: '2027-03-06',
    })
    expect(await fixture.readMessages('+84953330003')).toHaveLength(1)
    expect(await fixture.readMessages('+84953330004')).toHaveLength(1)
    expect((await listReminders(extended.registrationId)).at(-1)).toBe('2027-03-19 09:00 2027-03-22')
  })
})

describe('the end of the days', () => {
  it('comes only after the grace, once, with a message; the case is then re-opened with the data kept and a new date', async () => {
    await fixture.setToday('2027-03-01')
    const { registrationId, fileNumber, graceEndsOn, declared } = await fixture.makeSubmitted({}, { phone: '+84953330005' })
    await fixture.setToday(graceEndsOn ?? '', '23:59:30')
    await expireRegistrations(fixture.platform)
    expect((await load(registrationId)).state).toBe('awaiting-visit')
    await fixture.setToday(addDays(graceEndsOn ?? '', 1), '00:00:30')
    await expireRegistrations(fixture.platform)
    await expireRegistrations(fixture.platform)
    const expired = await load(registrationId)
    expect(expired.state).toBe('expired')
    expect(await fixture.readMessages('+84953330005')).toHaveLength(2)

    const seen = await toRegistrationAnswer(fixture.platform, fixture.platform.sql, expired)
    expect(seen).toMatchObject({ answers: declared, may: { correct: true, print: false, extend: false } })
    const again = await fixture.submit(registrationId, { ...declared, street: 'Số 2 phố Mẫu' }, expired.version)
    expect(again.json<Registration>()).toMatchObject({
      state: 'awaiting-visit',
      fileNumber,
      dueOn: '2027-03-29',
      answers: { street: 'Số 2 phố Mẫu' },
      extensionsLeft: 2,
    })
    expect((await fixture.submit(registrationId, { ...declared }, expired.version)).json<Registration>().dueOn).toBe('2027-03-29')
    expect((await listMoves(fixture.platform.sql, registrationId)).map((line) => line.move)).toStrictEqual([
      'submit',
      'prepare-form',
      'expire',
      'reopen',
    ])
  })

  it('does not come to who was extended or received in the same night', async () => {
    await fixture.setToday('2027-04-01')
    const rows = [await fixture.makeSubmitted(), await fixture.makeSubmitted()]
    await fixture.setToday('2027-04-20')
    await Promise.all([
      expireRegistrations(fixture.platform),
      ...rows.map((row) => codeOf(extend(row.registrationId, clerk(row.officeId ?? 0), 'Bão'))),
    ])
    for (const row of rows) {
      const now = await load(row.registrationId)
      const moves = (await listMoves(fixture.platform.sql, row.registrationId)).map((line) => line.move)
      // Whichever came first, the clerk's extension stands.
      expect([now.state, moves.at(-1)]).toStrictEqual(['awaiting-visit', 'extend'])
    }
  })

  it('a returned registration is corrected and re-opened: reasons shown, photos and data kept', async () => {
    const phone = '+84953330006'
    const { registrationId, officeId, declared } = await fixture.makeSubmitted({}, { phone })
    await move(registrationId, 'receive', clerk(officeId ?? 0))
    const returned = await move(registrationId, 'return', clerk(officeId ?? 0), { reasonCodes: ['photo-blurred', 'unsigned'] })
    const seen = await toRegistrationAnswer(fixture.platform, fixture.platform.sql, returned)
    expect(seen.reasons.map((reason) => reason.code)).toStrictEqual(['photo-blurred', 'unsigned'])
    expect(seen.reasons.every((reason) => reason.sentence.vi.length > 10 && reason.nextStep.en.length > 5)).toBe(true)
    expect(seen.photos).toHaveLength(3)
    await fixture.addPhotos(registrationId, ['portrait'], 'mới')
    const again = (await fixture.submit(registrationId, declared ?? {}, returned.version)).json<Registration>()
    expect([again.state, again.reasons, again.photos.length]).toStrictEqual(['awaiting-visit', [], 3])
  })
})
