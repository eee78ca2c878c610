import { type RegistrationState, REGISTRATION_STATE_NAMES, ROLLOUT_STANDING_ORDER, rolloutStateOf } from '@an-sinh/domain'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSql } from '../platform/sql.ts'
import { openTestPlatform } from '../platform/test-platform.ts'
import { recordFormPrinted } from '../registrations/index.ts'
import { claimFollowing, followChanges } from './follow-queries.ts'
import { followRollouts, noteAccountChange, recountRollouts } from './index.ts'
import { numbersOf, RolloutsFixture } from './rollouts-fixture.ts'

const PEOPLE = 6
type Row = Record<string, string | number | boolean | null>

describe('the state of every line of a roster', () => {
  let fixture: RolloutsFixture
  beforeAll(async () => {
    const platform = await openTestPlatform({ works: true })
    fixture = new RolloutsFixture(platform, openSql(platform.migratorUrl, { max: 2, statementTimeoutMs: 60_000 }))
    await fixture.addEmployers()
    for (let n = 1; n <= PEOPLE; n += 1) await fixture.addPerson(n)
  })
  afterAll(() => fixture.close())

  /** From scratch and one by one: what the function of the domain says of everything known of this person. */
  const recompute = async (entry: Row) => {
    const { sql } = fixture.platform
    const personId = Number(String(entry['national_id']).slice(3))
    const [account] = await sql<
      Row[]
    >`SELECT activated_at IS NOT NULL AS "signedIn", registration_id FROM accounts WHERE person_id = ${personId} AND state <> 'stopped'`
    const known = await sql<Row[]>`
      SELECT r.registration_id, r.state, r.form_printed_at IS NOT NULL AS printed, coalesce((SELECT is_on FROM employer_wishes w WHERE w.registration_id = r.registration_id AND w.wish = 'help'
        ORDER BY wish_no DESC LIMIT 1), false) AS asks
      FROM registrations r WHERE r.declared ->> 'nationalId' = ${String(entry['national_id'])} AND r.purpose = 'register'
      ORDER BY r.submitted_at DESC, r.registration_id`
    const place = (row: Row): number => {
      const at = ROLLOUT_STANDING_ORDER.indexOf(row['state'] as RegistrationState)
      return at < 0 ? 99 : row['registration_id'] === account?.['registration_id'] ? -1 : at
    }
    const first = known.filter((row) => place(row) < 99).toSorted((one, other) => place(one) - place(other))[0]
    const standing = rolloutStateOf({
      registration: (first?.['state'] ?? null) as RegistrationState | null,
      formPrinted: first?.['printed'] === true,
      asksForHelp: first?.['asks'] === true,
      hasAccount: account !== undefined,
      hasSignedIn: account?.['signedIn'] === true,
    })
    return { ...standing, registrationId: first?.['registration_id'] ?? null }
  }
  const compareAll = async (): Promise<void> => {
    for (const entry of await fixture.platform.sql<Row[]>`SELECT * FROM roster_entries ORDER BY employer_id, entry_id`) {
      const { state, help_reason: helpReason, registration_id: registrationId } = entry
      expect({ state, helpReason, registrationId }).toStrictEqual(await recompute(entry))
    }
    const counted = `SELECT employer_id, department, state, rollout_week(state_since) AS since_week, count(*)::integer AS people FROM roster_entries WHERE left_on IS NULL GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`
    expect([...(await fixture.platform.sql`SELECT * FROM rollout_counts WHERE people <> 0 ORDER BY 1, 2, 3, 4`)]).toStrictEqual([
      ...(await fixture.owner.unsafe(counted)),
    ])
  }

  const registrationsOf = async (n: number): Promise<string[]> =>
    (
      await fixture.platform.sql<{ id: string }[]>`
        SELECT registration_id AS id FROM registrations WHERE declared ->> 'nationalId' = ${numbersOf(n).nationalId} ORDER BY submitted_at`
    ).map(({ id }) => id)
  const openAccount = async (n: number): Promise<void> => {
    const [registrationId = null] = await registrationsOf(n)
    await fixture.platform.sql`INSERT INTO accounts (person_id, state, phone, registration_id, opened_at)
      VALUES (${n}, 'pending-first-sign-in', '+84950000001', ${registrationId}, ansinh_now()) ON CONFLICT DO NOTHING`
    await noteAccountChange(fixture.platform.sql, n)
  }
  const signIn = async (n: number): Promise<void> => {
    await fixture.platform.sql`UPDATE accounts SET state = 'active', activated_at = ansinh_now() WHERE person_id = ${n}`
    await noteAccountChange(fixture.platform.sql, n)
  }
  const undo = async (n: number): Promise<void> => {
    await fixture.platform.sql`DELETE FROM accounts WHERE person_id = ${n}`
    await noteAccountChange(fixture.platform.sql, n)
  }
  const wish = async (n: number, isOn: boolean): Promise<void> => {
    for (const id of (await registrationsOf(n)).slice(-1)) {
      await fixture.platform.sql`INSERT INTO employer_wishes (registration_id, wish, is_on) VALUES (${id}, 'help', ${isOn})`
      await fixture.platform.sql`INSERT INTO rollout_changes (registration_id) VALUES (${id})`
    }
  }

  const person = fc.integer({ min: 1, max: PEOPLE })
  const step = fc.oneof(
    fc.record({ act: fc.constant('list' as const), n: person, employerId: fc.constantFrom(1, 2) }),
    fc.record({ act: fc.constant('register' as const), n: person }),
    fc.record({
      act: fc.constant('move' as const),
      n: person,
      state: fc.constantFrom(...REGISTRATION_STATE_NAMES.filter((s) => s !== 'draft')),
    }),
    fc.record({ act: fc.constantFrom('print', 'erase', 'open', 'sign-in', 'undo', 'ask', 'ask-no-more', 'killed', 'follow'), n: person }),
  )
  type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

  const take = async (made: Step): Promise<void> => {
    const { sql } = fixture.platform
    const [newest] = (await registrationsOf(made.n)).slice(-1)
    switch (made.act) {
      case 'list': {
        const { employerId, n } = made as { employerId: number; n: number }
        const there = await sql`SELECT 1 FROM roster_entries WHERE employer_id = ${employerId} AND national_id = ${numbersOf(n).nationalId}`
        if (there.length === 0) await fixture.addEntry(n, { employerId, department: `Xưởng ${n % 2}` })
        return
      }
      case 'register':
        await fixture.addRegistration(made.n)
        return
      case 'move':
        if (newest !== undefined) await fixture.moveTo(newest, (made as { state: string }).state)
        return
      case 'print':
        if (newest !== undefined) await recordFormPrinted(sql, [newest])
        return
      case 'erase':
        if (newest !== undefined) await sql`DELETE FROM registrations WHERE registration_id = ${newest}`
        return
      case 'open':
        return openAccount(made.n)
      case 'sign-in':
        return signIn(made.n)
      case 'undo':
        return undo(made.n)
      case 'ask':
      case 'ask-no-more':
        return wish(made.n, made.act === 'ask')
      case 'killed':
        // The worker dies with everything done and nothing committed.
        await sql
          .begin(async (transaction) => {
            await claimFollowing(transaction)
            await followChanges(transaction, 5000)
            throw new Error('killed')
          })
          .catch(() => undefined)
        return
      case 'follow':
        await followRollouts(fixture.platform)
    }
  }

  it('equals a recomputation from scratch after whatever happened in whatever order, kills included', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        for (const made of steps) await take(made)
        await Promise.all([followRollouts(fixture.platform), followRollouts(fixture.platform)])
        await followRollouts(fixture.platform)
        await compareAll()
        const [waiting] = await fixture.platform.sql<{ n: number }[]>`SELECT count(*)::integer AS n FROM rollout_changes`
        expect(waiting?.n).toBe(0)
        // By night nothing is left to move.
        expect(await recountRollouts(fixture.platform)).toBe(0)
      }),
      { numRuns: 25 },
    )
  }, 120_000)

  it('a number listed with another name, another day or a year alone shows nobody’s way', async () => {
    await fixture.addPerson(70)
    await fixture.addRegistration(70)
    await openAccount(70)
    const others = [{ bornOn: '1990-05-05' }, { fullName: 'Lê Thị Mẫu 70' }, { bornOn: '1990-01-01', birthYearOnly: true }]
    for (const change of others) {
      const entryId = await fixture.addEntry(70, change)
      await followRollouts(fixture.platform)
      expect(await fixture.stateOf(entryId)).toMatchObject({ state: 'not-started' })
      await fixture.platform.sql`UPDATE roster_entries SET left_on = ansinh_today() - 1 WHERE entry_id = ${entryId}`
    }
    const meant = await fixture.addEntry(70, { fullName: 'NGUYEN VAN MAU 70' })
    await followRollouts(fixture.platform)
    expect(await fixture.stateOf(meant)).toMatchObject({ state: 'approved' })
  })

  it('an account that stopped is found by night', async () => {
    await fixture.addPerson(80)
    const entryId = await fixture.addEntry(80)
    await openAccount(80)
    await signIn(80)
    await followRollouts(fixture.platform)
    expect(await fixture.stateOf(entryId)).toMatchObject({ state: 'signed-in' })
    await fixture.platform.sql`UPDATE accounts SET state = 'stopped' WHERE person_id = 80`
    expect(await recountRollouts(fixture.platform)).toBe(1)
    expect(await fixture.stateOf(entryId)).toMatchObject({ state: 'not-started' })
  })

  it('what has to be added is on the line only while the person shares it', async () => {
    const { sql } = fixture.platform
    const entryId = await fixture.addEntry(90)
    const id = await fixture.addRegistration(90, 'returned')
    await sql`INSERT INTO registration_moves (registration_id, move_no, move, from_state, to_state, actor_kind, reason_codes)
      VALUES (${id}, 1, 'return', 'received', 'returned', 'staff', '{photo-unclear}')`
    const say = async (isOn: boolean) => {
      await sql`INSERT INTO employer_wishes (registration_id, wish, is_on) VALUES (${id}, 'share-reasons', ${isOn})`
      await sql`INSERT INTO rollout_changes (registration_id) VALUES (${id})`
      await followRollouts(fixture.platform)
      return fixture.stateOf(entryId)
    }
    await followRollouts(fixture.platform)
    expect(await fixture.stateOf(entryId)).toStrictEqual({ state: 'needs-help', helpReason: 'supplement-needed', reasons: [] })
    expect((await say(true)).reasons).toStrictEqual(['photo-unclear'])
    expect((await say(false)).reasons).toStrictEqual([])
  })

  it('20,000 new lines and 30,000 registrations of one day are followed within seconds', async () => {
    const { owner, platform } = fixture
    await owner`INSERT INTO registrations (registration_id, state, declared, proved_phone, office_id, file_number, form_code_hmac, submitted_at, submitted_on, due_on, grace_ends_on, deadline_rule_version)
      SELECT gen_random_uuid(), 'awaiting-visit', jsonb_build_object('fullName', 'Nguyễn Mẫu ' || n, 'nationalId', '098' || lpad(n::text, 9, '0'), 'insuranceNumber', '98' || lpad(n::text, 8, '0'), 'bornOn', '1990-05-04'),
        '+84950000001', 1, 'x/' || n, decode(md5(n::text), 'hex'), ansinh_now(), ansinh_today(), ansinh_today() + 10, ansinh_today() + 15, 'test' FROM generate_series(1, 10000) n`
    await followRollouts(platform)
    await owner`INSERT INTO roster_entries (employer_id, entry_id, full_name, born_on, national_id, insurance_number, department, source)
      SELECT 1, gen_random_uuid(), 'Nguyễn Mẫu ' || n, '1990-05-04', '098' || lpad(n::text, 9, '0'), '98' || lpad(n::text, 8, '0'), 'Xưởng lớn ' || n % 20, 'test' FROM generate_series(1, 30000) n`
    const began = performance.now()
    expect(await followRollouts(platform)).toBe(10_000)
    const listed = performance.now()
    await owner`INSERT INTO registrations (registration_id, state, declared, proved_phone, office_id, file_number, form_code_hmac, submitted_at, submitted_on, due_on, grace_ends_on, deadline_rule_version)
      SELECT gen_random_uuid(), 'awaiting-visit', jsonb_build_object('fullName', 'Nguyễn Mẫu ' || n, 'nationalId', '098' || lpad(n::text, 9, '0'), 'insuranceNumber', '98' || lpad(n::text, 8, '0'), 'bornOn', '1990-05-04'),
        '+84950000001', 1, 'x/' || n, decode(md5(n::text), 'hex'), ansinh_now(), ansinh_today(), ansinh_today() + 10, ansinh_today() + 15, 'test' FROM generate_series(10001, 30000) n`
    const registered = performance.now()
    expect(await followRollouts(platform)).toBe(20_000)
    const seconds = [listed - began, performance.now() - registered].map((milliseconds) => Math.round(milliseconds / 100) / 10)
    expect(Math.max(...seconds), `followed in ${seconds.join(' and ')} s`).toBeLessThan(30)
  }, 180_000)
})
