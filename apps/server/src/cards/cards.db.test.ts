import { randomUUID } from 'node:crypto'

import { addDays } from '@an-sinh/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { openAccount, prepareFirstPassword, registerAccounts, resolveCitizen } from '../accounts/index.ts'
import { copyPersons } from '../persons/index.ts'
import type { Server } from '../platform/add-route.ts'
import { makeServer } from '../platform/make-server.ts'
import { TestClient } from '../platform/test-client.ts'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { seedReference } from '../reference/index.ts'
import { addVisit, type Answer, card, type CardsAnswer } from './cards-fixture.ts'
import { copyHealthCards, type NewHealthCard, registerCards } from './index.ts'

const nobody = async () => null

let platform: TestPlatform
let server: Server
let today: string
beforeAll(async () => {
  platform = await openTestPlatform()
  await seedReference(platform.sql)
  const [row] = await platform.sql<{ today: string }[]>`SELECT ansinh_today() AS today`
  today = row?.today ?? ''
  server = await makeServer(platform, 'citizen', { applicant: nobody, citizen: resolveCitizen(platform), staff: nobody, employer: nobody })
  registerAccounts(server, platform, { onFirstSignIn: async () => undefined, onPasswordSet: async () => undefined })
  registerCards(server, platform)
  await server.fastify.ready()
})
afterAll(async () => {
  await server.fastify.close()
  await platform.drop()
})

let count = 0
/** A person with these cards, signed in as everybody signs in. */
const signIn = async (cards: Omit<NewHealthCard, 'personId'>[]): Promise<{ client: TestClient; personId: number }> => {
  count += 1
  const insuranceNumber = `99${String(300 + count).padStart(8, '0')}`
  const rest = {
    nationalId: null,
    legacyId: null,
    passportNumber: null,
    nationality: 'VN',
    wardCode: null,
    address: null,
    householdId: null,
    householdRelation: null,
    phoneOnFile: null,
    diedOn: null,
    mergedIntoPersonId: null,
  }
  const [personId = 0] = await copyPersons(
    platform.sql,
    { persons: [{ ...rest, fullName: 'Đặng Thị Mẫu', bornOn: '1961', sex: 'female', insuranceNumber }], households: [] },
    'test',
  )
  await copyHealthCards(
    platform.sql,
    cards.map((one) => ({ ...one, personId })),
    'test',
  )
  const { plain, hash } = await prepareFirstPassword()
  const account = {
    personId,
    phone: `+849500003${String(count).padStart(2, '0')}`,
    email: null,
    registrationId: randomUUID(),
    firstPasswordHash: hash,
    heldUntil: new Date(Date.now() - 1000),
  }
  await inTransaction(platform, (transaction) => openAccount(transaction, account))
  const client = new TestClient(server)
  expect((await client.post('/api/first-sign-ins', { login: insuranceNumber, firstPassword: plain, bornOn: '1961' })).statusCode).toBe(201)
  expect((await client.post('/api/first-sign-ins/password', { password: 'con mèo ngủ trên mái nhà' })).statusCode).toBe(201)
  return { client, personId }
}
const read = async (cards: Omit<NewHealthCard, 'personId'>[]): Promise<Answer> => {
  const { client } = await signIn(cards)
  const answer = await client.get('/api/me/health-card')
  expect(answer.statusCode).toBe(200)
  return answer.json<Answer>()
}

describe('the health card of the signed-in person', () => {
  it('is the one that holds today, with facility, level in words and office', async () => {
    const answer = await read([card(addDays(today, -100), addDays(today, 100))])
    expect(answer).toMatchObject({
      fullName: 'Đặng Thị Mẫu',
      bornOn: '1961',
      status: 'valid',
      nextCard: null,
      card: {
        healthCardNumber: '9900000301',
        participantGroup: 'DN',
        coverageLevel: 4,
        coveragePercent: 80,
        registeredFacilityName: 'Bệnh viện Bạch Mai',
        issuingOfficeName: 'BHXH cơ sở Đống Đa',
      },
    })
    expect(answer.card?.coverageSentence.vi).toContain('80%')
    expect(answer.asOf).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u)
  })
  it('counts its first and its last day', async () => {
    expect((await read([card(today, addDays(today, 10))])).status).toBe('valid')
    expect((await read([card(addDays(today, -10), today)])).status).toBe('valid')
  })
  it('comes with the next one when that is known', async () => {
    const answer = await read([
      card(addDays(today, -100), addDays(today, 10)),
      card(addDays(today, 11), null, { registeredFacilityCode: '01001' }),
    ])
    expect(answer).toMatchObject({ status: 'valid', nextCard: { registeredFacilityName: 'Bệnh viện Hữu Nghị', validTo: null } })
  })
  it('is not yet valid, or run out, and says so', async () => {
    expect(await read([card(addDays(today, 1), null)])).toMatchObject({ status: 'not-yet', card: { validTo: null } })
    expect(await read([card(addDays(today, -30), addDays(today, -1)), card(addDays(today, -90), addDays(today, -60))])).toMatchObject({
      status: 'expired',
      card: { validTo: addDays(today, -1) },
    })
  })
  it('is none for somebody without any', async () => {
    expect(await read([])).toMatchObject({ fullName: 'Đặng Thị Mẫu', status: 'none', card: null, nextCard: null })
  })
  it('is the one with the higher right when two hold', async () => {
    expect(
      await read([card(addDays(today, -10), null), card(addDays(today, -20), null, { participantGroup: 'CC', coverageLevel: 1 })]),
    ).toMatchObject({ card: { coverageLevel: 1, coveragePercent: 100 } })
  })
  it('leaves the name of a facility out of our list empty rather than failing', async () => {
    expect(await read([card(today, null, { registeredFacilityCode: '99Z99', issuingOfficeId: null })])).toMatchObject({
      card: { registeredFacilityCode: '99Z99', registeredFacilityName: null, issuingOfficeName: null },
    })
  })
  it('keeps the name of a facility whose contract ended yesterday, and is not doubled by an older version', async () => {
    await platform.sql`INSERT INTO health_facilities (facility_code, name, province_code, valid_from, valid_to, source) VALUES
      ('99Z98', 'Phòng khám Mẫu cũ', '01', ${addDays(today, -900)}, ${addDays(today, -400)}, 'test'), ('99Z98', 'Phòng khám Mẫu', '01', ${addDays(today, -399)}, ${addDays(today, -1)}, 'test')`
    const { client } = await signIn([card(addDays(today, -10), addDays(today, 10), { registeredFacilityCode: '99Z98' })])
    expect((await client.get('/api/me/health-card')).json<Answer>()).toMatchObject({ card: { registeredFacilityName: 'Phòng khám Mẫu' } })
    expect((await client.get('/api/me/health-cards')).body).toContain('Phòng khám Mẫu"')
  })
  it('is not read from a record that was replaced', async () => {
    const { client, personId } = await signIn([card(addDays(today, -10), null)])
    await platform.sql`INSERT INTO health_card_endings (person_id, card_id, kind, source) SELECT person_id, card_id, 'correction', 'test' FROM health_cards WHERE person_id = ${personId}`
    expect((await client.get('/api/me/health-card')).json<Answer>().status).toBe('none')
  })
})

const readAll = async (client: TestClient): Promise<CardsAnswer> => {
  const answer = await client.get('/api/me/health-cards')
  expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-store'])
  return answer.json<CardsAnswer>()
}
describe('all cards of the signed-in person', () => {
  it('are kept apart, each with group, payer, source and the day we learned of it', async () => {
    const { client, personId } = await signIn([
      card(addDays(today, -400), addDays(today, -36)),
      card(addDays(today, -35), addDays(today, 300), { participantGroup: 'HN', coverageLevel: 2 }),
      card(addDays(today, -20), null, { participantGroup: 'GD' }),
      card(addDays(today, 301), null),
      card(addDays(today, -10), null, { participantGroup: 'CC', coverageLevel: 1 }),
    ])
    await platform.sql`INSERT INTO health_card_endings (person_id, card_id, kind, source)
      SELECT person_id, card_id, 'withdrawal', 'test' FROM health_cards WHERE person_id = ${personId} AND participant_group = 'CC'`
    const answer = await readAll(client)
    expect(answer.current.map((one) => one.participantGroup)).toEqual(['HN', 'GD'])
    expect([answer.next, answer.past, answer.revoked].map((cards) => cards.map((one) => one.participantGroup))).toEqual([
      ['DN'],
      ['DN'],
      ['CC'],
    ])
    expect(answer.current[0]).toMatchObject({
      participantGroupName: { vi: 'Người thuộc hộ gia đình nghèo' },
      payerName: { vi: 'Ngân sách nhà nước đóng' },
      coveragePercent: 100,
      legacyCardNumber: 'DN4019900000301',
      source: 'test',
    })
    expect(answer.current[0]?.recordedAt).toMatch(/^\d{4}-\d\d-\d\dT/u)
  })
  it('tell the five years that the card prints, else what the periods give', async () => {
    expect((await readAll((await signIn([card(addDays(today, -10), null)])).client)).fiveYears).toEqual({
      reachedOn: '2024-01-01',
      isReached: true,
      from: 'card',
    })
    const counted = await readAll((await signIn([card(addDays(today, -10), null, { continuousSince: null })])).client)
    expect(counted.fiveYears).toMatchObject({ isReached: false, from: 'periods' })
    expect((await readAll((await signIn([])).client)).fiveYears).toBeNull()
  })
  it('tell the copayment of the year from the visits that stand, and the exemption when both conditions are met', async () => {
    const { client, personId } = await signIn([card(addDays(today, -400), null)])
    expect((await readAll(client)).copayment).toMatchObject({ totalVnd: 0, exemptFrom: null, hasFiveYears: true })
    await addVisit(platform, personId, `${today.slice(0, 4)}-01-01`, 5_000_000)
    await addVisit(platform, personId, addDays(`${today.slice(0, 4)}-01-01`, -1), 90_000_000)
    const wrong = await addVisit(platform, personId, today, 30_000_000)
    expect((await readAll(client)).copayment).toMatchObject({
      totalVnd: 35_000_000,
      exemptFrom: today,
      exemptTo: `${today.slice(0, 4)}-12-31`,
    })
    await platform.sql`INSERT INTO visit_endings (person_id, visit_id, kind, source) VALUES (${personId}, ${wrong}, 'correction', 'test')`
    expect((await readAll(client)).copayment).toMatchObject({ totalVnd: 5_000_000, exemptFrom: null })
  })
  it('are nothing at all for somebody without any', async () => {
    expect(await readAll((await signIn([])).client)).toMatchObject({ current: [], next: [], past: [], revoked: [], copayment: null })
  })
})

describe('the session behind the card', () => {
  it('opens nothing after signing out, from the very next request', async () => {
    const { client } = await signIn([card(today, null)])
    expect((await client.get('/api/me/health-card')).statusCode).toBe(200)
    const cookie = `__Host-ansinh-session=${client.cookies.get('__Host-ansinh-session')}`
    await client.delete('/api/sessions/current')
    const answer = await server.fastify.inject({ url: '/api/me/health-card', headers: { cookie } })
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([401, 'not-signed-in'])
  })
  it('opens nothing without a cookie, with a bent one, or with another person’s number before it', async () => {
    const { client } = await signIn([card(today, null)])
    const other = await signIn([])
    const secret = (client.cookies.get('__Host-ansinh-session') ?? '').split('.').at(-1) ?? ''
    for (const cookie of [
      '',
      '__Host-ansinh-session=',
      '__Host-ansinh-session=1.x',
      `__Host-ansinh-session=${other.personId.toString(36)}.${secret}`,
    ])
      expect((await server.fastify.inject({ url: '/api/me/health-card', headers: { cookie } })).statusCode).toBe(401)
  })
  it('ends with the account', async () => {
    const { client, personId } = await signIn([card(today, null)])
    await platform.sql`UPDATE accounts SET state = 'stopped' WHERE person_id = ${personId}`
    expect((await client.get('/api/me/health-card')).statusCode).toBe(401)
  })
})
