import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { tellCardDates } from './tell-card-dates-job.ts'
import { tellEmployment } from './tell-employment-job.ts'
import { tellRegisterNews, tellStatements } from './tell-register-news-job.ts'

describe('what the calendar causes', () => {
  let platform: TestPlatform
  beforeAll(async () => {
    platform = await openTestPlatform()
  })
  afterAll(() => platform.drop())

  let count = 0
  const openAccount = async (state = 'active'): Promise<number> => {
    count += 1
    await platform.sql`INSERT INTO accounts (person_id, state, phone) VALUES (${count}, ${state}, ${`+849500080${String(count).padStart(2, '0')}`})`
    return count
  }
  /** Days from today; null: without end. */
  const giveCard = async (personId: number, from: number, to: number | null, cardId: string = randomUUID()): Promise<string> => {
    await platform.sql`
      INSERT INTO health_cards (person_id, card_id, health_card_number, participant_group, coverage_level, registered_facility_code, valid_from, valid_to, issued_on, source)
      VALUES (${personId}, ${cardId}, ${String(9_900_000_000 + personId)}, 'GD', 4, '01001', ansinh_today() + ${from}::integer, ansinh_today() + ${to}::integer, ansinh_today() - 400, 'test')`
    return cardId
  }
  const eventsOf = async (personId: number): Promise<string[]> =>
    (await platform.sql<{ event: string }[]>`SELECT event FROM notices WHERE person_id = ${personId} ORDER BY event`).map(
      ({ event }) => event,
    )
  const smsOf = async (personId: number): Promise<number> =>
    (await platform.sql`SELECT 1 FROM messages WHERE person_id = ${personId}`).length

  it('a card that ends within 30 days with nothing after it is told once, however often the job runs, also at once', async () => {
    const personId = await openAccount()
    await giveCard(personId, -300, 30)
    await Promise.all([tellCardDates(platform), tellCardDates(platform)])
    await tellCardDates(platform)
    expect(await eventsOf(personId)).toStrictEqual(['card-ends'])
    expect(await smsOf(personId)).toBe(1)
  })
  it('with a next card the next one is told, and no end', async () => {
    const personId = await openAccount()
    await giveCard(personId, -300, 10)
    await giveCard(personId, 11, 300)
    await tellCardDates(platform)
    expect(await eventsOf(personId)).toStrictEqual(['card-next'])
  })
  it('a card without end, one that ends later, one withdrawn, and somebody without an account are told nothing', async () => {
    const [endless, later, withdrawn, waiting] = [
      await openAccount(),
      await openAccount(),
      await openAccount(),
      await openAccount('stopped'),
    ]
    await giveCard(endless, -300, null)
    await giveCard(later, -300, 31)
    const cardId = await giveCard(withdrawn, -300, 5)
    await platform.sql`INSERT INTO health_card_endings (person_id, card_id, kind, source) VALUES (${withdrawn}, ${cardId}, 'withdrawal', 'test')`
    await giveCard(waiting, -300, 5)
    await giveCard(9999, -300, 5)
    await tellCardDates(platform)
    for (const personId of [endless, later, withdrawn, waiting, 9999]) expect(await eventsOf(personId)).toStrictEqual([])
  })

  type Spell = { from: number; to: number | null; late?: number; employer?: string; scheme?: string }
  /** Months from this one. */
  const giveSpell = async (
    personId: number,
    { from, to, late = 0, employer = 'Công ty Mẫu', scheme = 'compulsory' }: Spell,
  ): Promise<string> => {
    const spellId = randomUUID()
    await platform.sql`
      INSERT INTO participation_spells (person_id, spell_id, branch, scheme, from_month, to_month, employer_name, employer_code, late_months, source)
      VALUES (${personId}, ${spellId}, 'social', ${scheme}, date_trunc('month', ansinh_today()) + make_interval(months => ${from}),
        date_trunc('month', ansinh_today()) + make_interval(months => ${to}::integer), ${employer}, ${employer}, ${late}, 'test')`
    return spellId
  }
  it('an employer that did not pay for two months is told once per spell, also when imports replace its row', async () => {
    const personId = await openAccount()
    const spellId = await giveSpell(personId, { from: -20, to: null, late: 2 })
    await Promise.all([tellEmployment(platform), tellEmployment(platform)])
    expect(await eventsOf(personId)).toStrictEqual(['employer-unpaid'])
    await platform.sql`INSERT INTO participation_spell_endings (person_id, spell_id, kind, source) VALUES (${personId}, ${spellId}, 'change', 'test')`
    await giveSpell(personId, { from: -20, to: null, late: 3 })
    await tellEmployment(platform)
    expect(await eventsOf(personId)).toStrictEqual(['employer-unpaid'])
    expect(await smsOf(personId)).toBe(1)
  })
  it('one month late is not told', async () => {
    const personId = await openAccount()
    await giveSpell(personId, { from: -20, to: null, late: 1 })
    await tellEmployment(platform)
    expect(await eventsOf(personId)).toStrictEqual([])
  })
  it('an employment that ended is told with what to do; not when another goes on, not years later, not a voluntary one', async () => {
    const [ended, changed, long, voluntary] = [await openAccount(), await openAccount(), await openAccount(), await openAccount()]
    await giveSpell(ended, { from: -20, to: -1 })
    await giveSpell(changed, { from: -20, to: -1 })
    await giveSpell(changed, { from: 0, to: null, employer: 'Công ty Khác' })
    await giveSpell(long, { from: -90, to: -40 })
    await giveSpell(voluntary, { from: -20, to: -1, scheme: 'voluntary' })
    await tellEmployment(platform)
    expect(await eventsOf(ended)).toStrictEqual(['employment-ended'])
    for (const personId of [changed, long, voluntary]) expect(await eventsOf(personId)).toStrictEqual([])
    const [row] = await platform.sql<{ body: string }[]>`SELECT body_vi AS body FROM notices WHERE person_id = ${ended}`
    expect(row?.body).toContain('3 tháng kể từ ngày chấm dứt hợp đồng')
  })

  const applyBatch = async (kind: string, daysAgo = 0): Promise<string> => {
    const batchId = randomUUID()
    await platform.sql`
      INSERT INTO import_batches (batch_id, kind, state, file_name, file_format, file_bytes, source, applied_at)
      VALUES (${batchId}, ${kind}, 'applied', 'tep.csv', 'csv', 1, 'tep.csv', ansinh_now() - make_interval(days => ${daysAgo}))`
    return batchId
  }
  const giveVisit = async (personId: number, batchId: string, daysAgo: number, key: string = randomUUID()): Promise<string> => {
    const visitId = randomUUID()
    await platform.sql`
      INSERT INTO visits (person_id, visit_id, facility_code, visit_key, layout, admitted_at, discharged_at, total_vnd, covered_vnd, fund_vnd,
        copayment_exact_vnd, own_vnd, other_vnd, sums_agree, content_hash, import_batch_id, source)
      VALUES (${personId}, ${visitId}, '01001', ${key}, 'qd4750', ansinh_today() - ${daysAgo}::integer, ansinh_today() - ${daysAgo}::integer,
        0, 0, 0, 0, 0, 0, true, '\\x00', ${batchId}, 'tep.csv')`
    return visitId
  }
  it('a visit that a file brought is told once with its page, also when a hospital sends it again; one of long ago and an old file are no news', async () => {
    const [fresh, long, late] = [await openAccount(), await openAccount(), await openAccount()]
    const [batchId, old] = [await applyBatch('visits'), await applyBatch('visits', 30)]
    const visitId = await giveVisit(fresh, batchId, 3, 'LK1')
    await giveVisit(long, batchId, 200)
    await giveVisit(late, old, 31)
    await Promise.all([tellRegisterNews(platform), tellRegisterNews(platform)])
    expect(await eventsOf(fresh)).toStrictEqual(['visit-recorded'])
    const [row] = await platform.sql<{ subject: string }[]>`SELECT subject_id AS subject FROM notices WHERE person_id = ${fresh}`
    expect(row?.subject).toBe(visitId)
    await platform.sql`INSERT INTO visit_endings (person_id, visit_id, kind, source) VALUES (${fresh}, ${visitId}, 'correction', 'test')`
    await giveVisit(fresh, batchId, 3, 'LK1')
    await tellRegisterNews(platform)
    expect(await eventsOf(fresh)).toStrictEqual(['visit-recorded'])
    for (const personId of [long, late]) expect(await eventsOf(personId)).toStrictEqual([])
  })
  it('a card that a file replaced is told; one taken back, or ended by nobody’s file, is not', async () => {
    const [changed, withdrawn, other] = [await openAccount(), await openAccount(), await openAccount()]
    const batchId = await applyBatch('health-cards')
    for (const [personId, kind, batch] of [
      [changed, 'change', batchId],
      [withdrawn, 'withdrawal', batchId],
      [other, 'change', null],
    ] as const) {
      const cardId = await giveCard(personId, -300, 300)
      await platform.sql`INSERT INTO health_card_endings (person_id, card_id, kind, import_batch_id, source) VALUES (${personId}, ${cardId}, ${kind}, ${batch}, 'test')`
    }
    await tellRegisterNews(platform)
    expect(await eventsOf(changed)).toStrictEqual(['card-changed'])
    for (const personId of [withdrawn, other]) expect(await eventsOf(personId)).toStrictEqual([])
  })
  it('the yearly notice of last year is told once from March on, to who paid in it, and not a day before', async () => {
    const [paid, not] = [await openAccount(), await openAccount()]
    await giveSpell(paid, { from: -40, to: null })
    const moveTo = async (day: string): Promise<void> => {
      const [now] = await platform.sql<{ offset: string }[]>`
        SELECT ((extract(year FROM ansinh_today()) + 1 || ${`-${day} 12:00+07`})::timestamptz - now())::text AS offset`
      await platform.moveClock(now?.offset ?? '0')
    }
    const told = async (): Promise<string[]> => (await eventsOf(paid)).filter((event) => event === 'statement-ready')
    await moveTo('02-28')
    await tellStatements(platform)
    expect(await told()).toStrictEqual([])
    await platform.moveClock('0')
    await moveTo('03-01')
    await tellStatements(platform)
    await tellStatements(platform)
    expect(await told()).toStrictEqual(['statement-ready'])
    expect(await eventsOf(not)).toStrictEqual([])
    await platform.moveClock('0')
  })
})
