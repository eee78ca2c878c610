import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { findAccount } from '../accounts/index.ts'
import { startMessageSender } from '../messages/index.ts'
import { loadRegistration } from '../registrations/index.ts'
import { caseOf, type Clerk, codeOf, type Desk, openDesk } from './desk-fixture.ts'
import { settleDecisions, startCounterJobs } from './index.ts'

describe('undo and release', () => {
  let desk: Desk
  let clerk: Clerk
  let colleague: Clerk
  let supervisor: Clerk
  beforeAll(async () => {
    desk = await openDesk({ demo: true, works: true })
    clerk = await desk.hire()
    colleague = await desk.hire()
    supervisor = await desk.hire({ role: 'supervisor' })
  })
  afterAll(() => desk.close())

  const approve = async (who = clerk, options: Parameters<Desk['receive']> = [clerk]) => {
    const received = await desk.receive(...options)
    const decisionId = randomUUID()
    caseOf(await desk.at(who, received.row.registrationId).decide({ decisionId, kind: 'approve', personId: received.personId }))
    return { ...received.row, ...received, decisionId }
  }
  const endUndoTime = async (decisionId: string): Promise<void> => {
    await desk.platform.sql`UPDATE decisions SET releases_at = ansinh_now() WHERE decision_id = ${decisionId}`
    await desk.platform.sql`UPDATE messages SET send_after = ansinh_now() WHERE idempotency_key LIKE ${`decision/${decisionId}/%`}`
    await desk.platform
      .sql`UPDATE accounts SET held_until = CASE WHEN accounts.registration_id = d.registration_id THEN ansinh_now() ELSE held_until END,
      next_takes_effect_at = CASE WHEN next_registration_id = d.registration_id THEN ansinh_now() ELSE next_takes_effect_at END
      FROM decisions d WHERE d.decision_id = ${decisionId} AND accounts.person_id = d.person_id`
  }

  it('takes back state, account and messages, in one audited step', async () => {
    const { registrationId, decisionId, personId, phone, version } = await approve()
    const shown = caseOf(await desk.at(clerk, registrationId).undo(decisionId))
    expect(shown).toMatchObject({ state: 'received', decision: null, version: version + 2 })
    expect(await findAccount(desk.platform.sql, personId)).toBeNull()
    expect((await desk.messages(phone)).at(-1)).toMatchObject({ event: 'approved', state: 'cancelled', text: null })
    expect(await loadRegistration(desk.platform.sql, registrationId)).toMatchObject({ personId: null, documentKind: null })
    const lines = await desk.platform
      .sql`SELECT actor_id FROM audit_lines WHERE registration_id = ${registrationId} AND action = 'registration-undo-decision'`
    expect(lines).toMatchObject([{ actor_id: String(clerk.staffId) }])
  })

  it('sent twice is done once, and the case can be decided anew', async () => {
    const { registrationId, decisionId, personId, phone } = await approve()
    const answers = await Promise.all([desk.at(clerk, registrationId).undo(decisionId), desk.at(clerk, registrationId).undo(decisionId)])
    expect(answers.map((answer) => answer.statusCode)).toStrictEqual([200, 200])
    caseOf(await desk.at(colleague, registrationId).decide({ kind: 'approve', personId }))
    expect((await desk.messages(phone)).map(({ event, state }) => `${event} ${state}`)).toStrictEqual([
      'received queued',
      'approved cancelled',
      'approved queued',
    ])
  })

  it('is for who decided, or a supervisor', async () => {
    const { registrationId, decisionId } = await approve()
    expect(codeOf(await desk.at(colleague, registrationId).undo(decisionId))).toBe('not-allowed')
    expect(caseOf(await desk.at(colleague, registrationId).see()).decision?.undoable).toBe(false)
    expect(await loadRegistration(desk.platform.sql, registrationId)).toMatchObject({ state: 'approved' })
    expect((await desk.at(supervisor, registrationId).undo(decisionId)).statusCode).toBe(200)
  })

  it('is too late once the undo time is over, whether or not the release has run, and changes nothing', async () => {
    for (const released of [false, true]) {
      const { registrationId, decisionId, phone } = await approve()
      await endUndoTime(decisionId)
      if (released) await settleDecisions(desk.platform)
      expect(codeOf(await desk.at(clerk, registrationId).undo(decisionId))).toBe('undo-too-late')
      expect(await loadRegistration(desk.platform.sql, registrationId)).toMatchObject({ state: 'approved' })
      expect((await desk.messages(phone)).at(-1)).toMatchObject({ event: 'approved', state: 'queued' })
    }
  })

  it('is too late when a message was claimed, even within the time', async () => {
    const { registrationId, decisionId, personId } = await approve()
    await desk.platform.sql`UPDATE messages SET attempts = 1 WHERE idempotency_key = ${`decision/${decisionId}/sms`}`
    expect(codeOf(await desk.at(clerk, registrationId).undo(decisionId))).toBe('undo-too-late')
    expect(await findAccount(desk.platform.sql, personId)).toMatchObject({ state: 'held' })
  })

  it('of another case’s decision, or of none, is not found', async () => {
    const one = await approve()
    const other = await approve()
    expect(codeOf(await desk.at(clerk, one.registrationId).undo(other.decisionId))).toBe('not-found')
    expect(codeOf(await desk.at(clerk, one.registrationId).undo(randomUUID()))).toBe('not-found')
  })

  it('against the release, thirty times at the very end: either all is back or all has left', async () => {
    for (let race = 0; race < 30; race += 1) {
      const { registrationId, decisionId, personId, phone } = await approve()
      await desk.platform
        .sql`UPDATE decisions SET releases_at = ansinh_now() + interval '15 milliseconds' WHERE decision_id = ${decisionId}`
      await desk.platform
        .sql`UPDATE messages SET send_after = ansinh_now() + interval '15 milliseconds' WHERE idempotency_key = ${`decision/${decisionId}/sms`}`
      await new Promise((resolve) => setTimeout(resolve, race % 20))
      const [answer] = await Promise.all([desk.at(clerk, registrationId).undo(decisionId), settleDecisions(desk.platform)])
      const { state } = await loadRegistration(desk.platform.sql, registrationId)
      const back = answer.statusCode === 200
      expect(state).toBe(back ? 'received' : 'approved')
      expect((await desk.messages(phone)).at(-1)?.state).toBe(back ? 'cancelled' : 'queued')
      expect((await findAccount(desk.platform.sql, personId)) === null).toBe(back)
    }
  }, 60_000)

  it('an account that stands is untouched until the release; then phone and password are new, and its phone of before is told', async () => {
    const person = await desk.addPerson()
    const first = await approve(clerk, [clerk, {}, person])
    await endUndoTime(first.decisionId)
    await settleDecisions(desk.platform)
    const second = await approve(clerk, [clerk, {}, person])
    expect(await findAccount(desk.platform.sql, person.personId)).toMatchObject({ phone: first.phone })
    expect((await desk.messages(first.phone)).at(-1)).toMatchObject({ event: 'account-touched', state: 'queued' })
    await endUndoTime(second.decisionId)
    await settleDecisions(desk.platform)
    expect(await findAccount(desk.platform.sql, person.personId)).toMatchObject({
      phone: second.phone,
      registrationId: second.registrationId,
      state: 'pending-first-sign-in',
    })
  })

  it('undo leaves the standing account as it was, and its phone is never told', async () => {
    const person = await desk.addPerson()
    const first = await approve(clerk, [clerk, {}, person])
    await endUndoTime(first.decisionId)
    await settleDecisions(desk.platform)
    const before = await findAccount(desk.platform.sql, person.personId)
    const second = await approve(clerk, [clerk, {}, person])
    caseOf(await desk.at(clerk, second.registrationId).undo(second.decisionId))
    expect(await findAccount(desk.platform.sql, person.personId)).toStrictEqual(before)
    expect((await desk.messages(first.phone)).at(-1)).toMatchObject({ event: 'account-touched', state: 'cancelled' })
  })

  it('the release closes other open registrations for the number and tells their phones, once', async () => {
    const person = await desk.addPerson()
    const stranger = await desk.submit({ email: 'khac@example.invalid' }, person)
    const byId = await desk.submit({ insuranceNumber: null }, person)
    const { decisionId, registrationId } = await approve(clerk, [clerk, {}, person])
    expect(await loadRegistration(desk.platform.sql, stranger.row.registrationId)).toMatchObject({ state: 'awaiting-visit' })
    await endUndoTime(decisionId)
    await Promise.all([settleDecisions(desk.platform), settleDecisions(desk.platform)])
    for (const closed of [stranger, byId]) {
      expect(await loadRegistration(desk.platform.sql, closed.row.registrationId)).toMatchObject({ state: 'withdrawn' })
      expect((await desk.messages(closed.phone)).map(({ event }) => event)).toStrictEqual(['closed-by-other'])
    }
    expect(await desk.messages('khac@example.invalid')).toHaveLength(1)
    expect(await loadRegistration(desk.platform.sql, registrationId)).toMatchObject({ state: 'approved' })
  })

  it('by itself: 1 s after the decision the SMS is with the gateway and the decision released', async () => {
    const quick = await openDesk({ demo: true, works: true, settings: { undoSeconds: 1 } })
    await startCounterJobs(quick.platform)
    const sender = await startMessageSender(quick.platform)
    const who = await quick.hire()
    const { row, phone, personId } = await quick.receive(who)
    const shown = caseOf(await quick.at(who, row.registrationId).decide({ kind: 'approve', personId }))
    const releasesAt = Date.parse(shown.decision?.releasesAt ?? '')
    await vi.waitFor(
      async () => expect((await quick.messages(phone)).at(-1)).toMatchObject({ event: 'approved', state: 'delivered', text: null }),
      { timeout: 5000, interval: 20 },
    )
    expect(Date.now() - releasesAt).toBeLessThan(2000)
    const inbox = await quick.platform.sql`SELECT body FROM inbox_messages WHERE recipient = ${phone} AND body LIKE '%Mat khau lan dau%'`
    expect(inbox).toHaveLength(1)
    await vi.waitFor(async () => expect(await quick.platform.sql`SELECT 1 FROM decisions WHERE released_at IS NOT NULL`).toHaveLength(1), {
      timeout: 6000,
      interval: 100,
    })
    expect(await findAccount(quick.platform.sql, personId)).toMatchObject({ state: 'pending-first-sign-in' })
    expect(caseOf(await quick.at(who, row.registrationId).see()).decision).toMatchObject({ undoable: false, messageState: 'delivered' })
    await sender.stop()
    await quick.close()
  }, 30_000)
})
