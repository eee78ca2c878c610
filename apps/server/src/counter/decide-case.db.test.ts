import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAccount } from '../accounts/index.ts'
import { loadRegistration } from '../registrations/index.ts'
import { caseOf, CHECKED, type Clerk, codeOf, type Desk, openDesk } from './desk-fixture.ts'

const count = async (desk: Desk, table: 'decisions' | 'accounts' | 'messages', where: string): Promise<number> => {
  const [row] = await desk.platform.sql.unsafe<{ count: number }[]>(`SELECT count(*)::integer AS count FROM ${table} WHERE ${where}`)
  return row?.count ?? -1
}

describe('a decision at the counter', () => {
  let desk: Desk
  let clerk: Clerk
  let colleague: Clerk
  let supervisor: Clerk
  beforeAll(async () => {
    desk = await openDesk()
    clerk = await desk.hire()
    colleague = await desk.hire()
    supervisor = await desk.hire({ role: 'supervisor' })
  })
  afterAll(() => desk.close())

  it('approves: state, account held until release, first password held in the outbox, audit line, all at once', async () => {
    const { row, phone, personId } = await desk.receive(clerk, { email: 'thu@example.invalid' })
    const decisionId = randomUUID()
    const shown = caseOf(await desk.at(clerk, row.registrationId).decide({ decisionId, kind: 'approve', personId }))
    expect(shown).toMatchObject({ state: 'approved', decision: { decisionId, kind: 'approve', undoable: true, messageState: 'queued' } })
    expect(await findAccount(desk.platform.sql, personId)).toMatchObject({ state: 'held', phone, email: 'thu@example.invalid' })
    const [, sms] = await desk.messages(phone)
    expect(sms).toMatchObject({ event: 'approved', state: 'queued' })
    expect(sms?.text).toMatch(/Mat khau lan dau [a-z]{4}-\d{4}-[a-z]{4}/u)
    expect(sms?.sendAfter.toISOString()).toBe(shown.decision?.releasesAt)
    const [, email] = await desk.messages('thu@example.invalid')
    expect(email).toMatchObject({ event: 'approved', state: 'queued' })
    expect(email?.text).not.toMatch(/[a-z]{4}-\d{4}-[a-z]{4}/u)
    const lines = await desk.platform
      .sql`SELECT action, actor_id FROM audit_lines WHERE registration_id = ${row.registrationId} AND action IN ('registration-approve', 'account-opened')`
    expect(lines).toMatchObject([{ actor_id: String(clerk.staffId) }, { actor_id: String(clerk.staffId) }])
    expect(await count(desk, 'decisions', `decision_id = '${decisionId}' AND checklist->'items' ? 'face-matches'`)).toBe(1)
  })

  it.each([
    ['return', 'photo-blurred', 'returned', /can bo sung: anh chua ro, can chup lai\. Mo lai ho so/u],
    ['refuse', 'wrong-person', 'refused', /khong duoc duyet: khong xac nhan duoc nguoi nop\. Ban co the dang ky lai/u],
  ] as const)('can %s with a reason; the citizen reads it', async (kind, reason, state, text) => {
    const { row, phone } = await desk.receive(clerk)
    const shown = caseOf(
      await desk.at(clerk, row.registrationId).decide({ kind, reasonCodes: [reason], documentKind: null, checklist: [] }),
    )
    expect(shown).toMatchObject({ state, decision: { kind, reasonCodes: [reason] } })
    expect((await desk.messages(phone)).at(-1)?.text).toMatch(text)
    expect(shown.reasons.find((one) => one.code === reason)?.smsText).toBe((await desk.messages(phone)).at(-1)?.text)
  })

  it('sent twice, also at once, is one decision, one account, one message', async () => {
    const { row, phone, personId } = await desk.receive(clerk)
    const order = { decisionId: randomUUID(), kind: 'approve', personId, version: row.version }
    const answers = await Promise.all(Array.from({ length: 6 }, () => desk.at(clerk, row.registrationId).decide(order)))
    expect(answers.map((answer) => answer.statusCode)).toStrictEqual(Array.from({ length: 6 }, () => 201))
    expect(await count(desk, 'decisions', `registration_id = '${row.registrationId}'`)).toBe(1)
    expect((await desk.messages(phone)).filter((message) => message.event === 'approved')).toHaveLength(1)
  })

  it('of two clerks at once, fifty times: exactly one decides, one account or none, one message', async () => {
    for (let race = 0; race < 50; race += 1) {
      const { row, phone, personId } = await desk.receive(clerk)
      const { registrationId, version } = row
      const answers = await Promise.all([
        desk.at(clerk, registrationId).decide({ kind: 'approve', personId, version }),
        desk
          .at(colleague, registrationId)
          .decide(race % 2 === 0 ? { kind: 'approve', personId, version } : { kind: 'return', reasonCodes: ['unsigned'], version }),
      ])
      expect(answers.map((answer) => answer.statusCode)).toContain(201)
      expect(answers.map((answer) => answer.statusCode)).toContain(409)
      expect(answers.filter((answer) => answer.statusCode === 409).map(codeOf)).toStrictEqual(['case-decided'])
      expect(await count(desk, 'decisions', `registration_id = '${registrationId}'`)).toBe(1)
      const told = (await desk.messages(phone)).filter((message) => message.event !== 'received')
      expect(told).toHaveLength(1)
      expect(await count(desk, 'accounts', `person_id = ${personId}`)).toBe(told[0]?.event === 'approved' ? 1 : 0)
    }
  }, 120_000)

  it('of two registrations for one person at once leaves one account and one held password', async () => {
    const person = await desk.addPerson()
    const first = await desk.receive(clerk, {}, person)
    const second = await desk.receive(colleague, {}, person)
    const answers = await Promise.all([
      desk.at(clerk, first.row.registrationId).decide({ kind: 'approve', personId: person.personId }),
      desk.at(colleague, second.row.registrationId).decide({ kind: 'approve', personId: person.personId }),
    ])
    expect(answers.map((answer) => answer.statusCode)).toContain(201)
    expect(answers.map((answer) => answer.statusCode)).toContain(409)
    expect(answers.filter((answer) => answer.statusCode === 409).map(codeOf)).toStrictEqual(['version-conflict'])
    expect(await count(desk, 'messages', `person_id = ${person.personId} AND event = 'approved'`)).toBe(1)
  })

  it('is refused for somebody the comparison never showed', async () => {
    const { personId } = await desk.addPerson({ fullName: 'Lò Văn Khác Hẳn', bornOn: '1961-11-30' })
    const { row } = await desk.receive(clerk)
    expect(codeOf(await desk.at(clerk, row.registrationId).decide({ kind: 'approve', personId }))).toBe('person-missing')
    expect(await loadRegistration(desk.platform.sql, row.registrationId)).toMatchObject({ state: 'received' })
  })

  it.each([
    ['while a colleague has the case open', 'case-locked', async (id: string) => void (await desk.at(colleague, id).lock())],
    ['of a version that is no longer on the screen', 'version-conflict', async () => undefined, { version: 1 }],
    ['without anybody of the register', 'person-missing', async () => undefined, { personId: null }],
    ['with an item of the checklist open', 'checklist-incomplete', async () => undefined, { checklist: CHECKED.slice(1) }],
    ['without the kind of document', 'checklist-incomplete', async () => undefined, { documentKind: null }],
    ['on a kind of document out of force', 'checklist-incomplete', async () => undefined, { documentKind: 'cmnd' }],
    ['on a foreigner’s passport for a Vietnamese', 'checklist-incomplete', async () => undefined, { documentKind: 'passport' }],
  ] as const)('is refused %s', async (_when, code, before, change?: Record<string, unknown>) => {
    const { row, personId } = await desk.receive(clerk)
    await before(row.registrationId)
    expect(codeOf(await desk.at(clerk, row.registrationId).decide({ kind: 'approve', personId, ...change }))).toBe(code)
    expect(await loadRegistration(desk.platform.sql, row.registrationId)).toMatchObject({ state: 'received' })
    expect(await count(desk, 'decisions', `registration_id = '${row.registrationId}'`)).toBe(0)
  })

  it.each([
    ['no reason', []],
    ['a reason that is not on the list', ['nonsense']],
    ['a reason for the other kind', ['document-forged']],
  ])('to return with %s is refused', async (_what, reasonCodes) => {
    const { row } = await desk.receive(clerk)
    expect(codeOf(await desk.at(clerk, row.registrationId).decide({ kind: 'return', reasonCodes }))).toBe('reason-missing')
  })

  it('for a dead person, or one whose numbers were merged, is refused', async () => {
    const dead = await desk.addPerson({ diedOn: '2020-01-01' })
    const merged = await desk.addPerson({ mergedIntoPersonId: dead.personId })
    for (const person of [dead, merged]) {
      const { row } = await desk.receive(clerk, {}, person)
      const shown = caseOf(await desk.at(clerk, row.registrationId).see())
      expect(shown.persons.find((one) => one.personId === person.personId)).toMatchObject({
        died: person === dead,
        merged: person === merged,
      })
      expect(codeOf(await desk.at(clerk, row.registrationId).decide({ kind: 'approve', personId: person.personId }))).toBe(
        'person-not-eligible',
      )
    }
  })

  it('over a blocking difference is a supervisor’s, never a clerk’s', async () => {
    const { row, personId } = await desk.receive(clerk, { fullName: 'Hoàng Quốc Khác' })
    expect(codeOf(await desk.at(clerk, row.registrationId).decide({ kind: 'approve', personId }))).toBe('difference-blocks')
    expect((await desk.at(supervisor, row.registrationId).decide({ kind: 'approve', personId })).statusCode).toBe(201)
    expect(
      await count(
        desk,
        'decisions',
        `registration_id = '${row.registrationId}' AND differences @> '[{"field":"fullName","severity":"block"}]'`,
      ),
    ).toBe(1)
  })

  it('about oneself or one’s household is refused, whatever it is', async () => {
    const household = { householdId: 77, householdCode: '9900000077', wardCode: '00004', address: 'Số 1' }
    const self = await desk.addPerson({ householdId: 77, householdRelation: 'head' }, [household])
    const spouse = await desk.addPerson({ householdId: 77, householdRelation: 'spouse' })
    const own = await desk.hire({ personId: self.personId })
    for (const person of [self, spouse]) {
      const { row } = await desk.receive(clerk, {}, person)
      expect(codeOf(await desk.at(own, row.registrationId).decide({ kind: 'approve', personId: person.personId }))).toBe('case-own')
      expect(codeOf(await desk.at(own, row.registrationId).decide({ kind: 'return', reasonCodes: ['unsigned'] }))).toBe('case-own')
    }
  })

  it('before the paper came is refused; after the grace it is refused as expired', async () => {
    const { row, personId } = await desk.submit()
    expect(codeOf(await desk.at(clerk, row.registrationId).decide({ kind: 'approve', personId }))).toBe('move-not-allowed')
    await desk.platform
      .sql`UPDATE registrations SET due_on = '2026-01-05', grace_ends_on = '2026-01-10' WHERE registration_id = ${row.registrationId}`
    expect(codeOf(await desk.at(clerk, row.registrationId).decide({ kind: 'approve', personId }))).toBe('case-expired')
  })

  it('on a case received in time is allowed later', async () => {
    const { row, personId } = await desk.receive(clerk)
    await desk.platform
      .sql`UPDATE registrations SET due_on = ansinh_today() + 1, grace_ends_on = ansinh_today() + 2 WHERE registration_id = ${row.registrationId}`
    expect((await desk.at(clerk, row.registrationId).decide({ kind: 'approve', personId })).statusCode).toBe(201)
  })

  it('of another office is refused', async () => {
    const { row, personId } = await desk.receive(clerk)
    const elsewhere = await desk.hire({ officeId: desk.officeIds[1] ?? 0 })
    expect(codeOf(await desk.at(elsewhere, row.registrationId).decide({ kind: 'approve', personId }))).toBe('case-elsewhere')
  })

  it('that breaks at its last step leaves nothing behind', async () => {
    const { row, phone, personId } = await desk.receive(clerk)
    const owner = postgres(desk.platform.migratorUrl, { max: 1, onnotice: () => undefined })
    await owner.unsafe(
      `CREATE FUNCTION break_here() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'cut'; END $$;
       CREATE TRIGGER break_here BEFORE INSERT ON messages FOR EACH ROW WHEN (NEW.event = 'approved') EXECUTE FUNCTION break_here()`,
    )
    const answer = await desk.at(clerk, row.registrationId).decide({ kind: 'approve', personId })
    await owner.unsafe('DROP TRIGGER break_here ON messages')
    await owner.end()
    expect(answer.statusCode).toBe(500)
    expect(answer.body).not.toContain('cut')
    expect(await loadRegistration(desk.platform.sql, row.registrationId)).toMatchObject({
      state: 'received',
      version: row.version,
      personId: null,
    })
    expect(await count(desk, 'decisions', `registration_id = '${row.registrationId}'`)).toBe(0)
    expect(await count(desk, 'accounts', `person_id = ${personId}`)).toBe(0)
    expect(await desk.messages(phone)).toHaveLength(1)
    const lines = await desk.platform
      .sql`SELECT 1 FROM audit_lines WHERE registration_id = ${row.registrationId} AND action = 'registration-approve'`
    expect(lines).toHaveLength(0)
    expect((await desk.at(clerk, row.registrationId).decide({ kind: 'approve', personId })).statusCode).toBe(201)
  })
})
