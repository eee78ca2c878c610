import { randomUUID } from 'node:crypto'
import type { GivenOffer, ReceivedOffer } from '@an-sinh/contract'
import { addDays } from '@an-sinh/domain'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { OWN_PASSWORD, signInCitizen } from './access-fixture.ts'
import { createApp } from './app.ts'
import { copyPersons, type NewPerson } from './persons/index.ts'
import type { Server } from './platform/add-route.ts'
import type { TestClient } from './platform/test-client.ts'
import { openTestPlatform, type TestPlatform } from './platform/test-platform.ts'
import { endRepresentations } from './representations/index.ts'

let platform: TestPlatform
let server: Server
let today: string
let count = 0

type Signed = { client: TestClient; personId: number; fullName: string; insuranceNumber: string; phone: string; bornOn: string }
const person = (): Omit<NewPerson, 'insuranceNumber' | 'fullName' | 'bornOn'> => ({
  sex: 'male',
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
})
const addPerson = async (bornOn = '1955-03-05') => {
  count += 1
  const one = {
    ...person(),
    fullName: `Lê Thị Mẫu ${count}`,
    bornOn,
    insuranceNumber: `99${String(700 + count).padStart(8, '0')}`,
  }
  const [personId = 0] = await copyPersons(platform.sql, { persons: [one], households: [] }, 'test')
  return { ...one, personId, phone: `+8495${String(700 + count).padStart(7, '0')}` }
}
const signIn = async (bornOn?: string): Promise<Signed> => {
  const one = await addPerson(bornOn)
  return { ...one, client: await signInCitizen(platform, server, one) }
}
beforeAll(async () => {
  platform = await openTestPlatform()
  today = (await platform.sql<{ today: string }[]>`SELECT ansinh_today() AS today`)[0]?.today ?? ''
  server = await createApp(platform, 'citizen')
  await server.fastify.ready()
})
afterEach(() => platform.moveClock('0'))
afterAll(async () => {
  await server.fastify.close()
  await platform.drop()
})

type Offer = { number: string; bornOn?: string; areas?: string[]; lastOn?: string }
const offer = async ({ client }: Signed, { number, bornOn = '1955-03-05', areas = ['card'], lastOn = addDays(today, 30) }: Offer) => {
  const offerId = randomUUID()
  return { offerId, answer: await client.post('/api/me/mandate-offers', { offerId, number, bornOn, areas, lastOn }) }
}
const offersOf = async ({ client }: Signed) =>
  (await client.get('/api/me/mandate-offers')).json<{ given: GivenOffer[]; received: ReceivedOffer[] }>()
const answer = async ({ client }: Signed, offerId: string, move: 'acceptance' | 'ending') =>
  client.post(`/api/me/mandate-offers/${offerId}/${move}`, {})
const cardOf = async ({ client }: Signed, forId: string): Promise<string> => {
  const read = await client.get(`/api/me/health-card?for=${forId}`)
  return read.statusCode === 200 ? read.json<{ fullName: string }>().fullName : read.json<{ code: string }>().code
}
const changes = async ({ client }: Signed): Promise<string[]> =>
  (await client.get('/api/me/notices'))
    .json<{ notices: { body: { en: string }; screen: string | null }[] }>()
    .notices.flatMap((one) => (one.screen === 'dependants' ? [one.body.en.split('\n')[0] ?? ''] : []))
const codeOf = (given: { body: string }): string => (JSON.parse(given.body) as { code: string }).code

/** An accepted mandate over the card. */
const mandate = async () => {
  const [giver, reader] = [await signIn(), await signIn()]
  const { offerId } = await offer(giver, { number: reader.insuranceNumber })
  expect((await answer(reader, offerId, 'acceptance')).statusCode).toBe(204)
  return { giver, reader, offerId }
}

describe('a mandate', () => {
  it('lets nobody look until it is accepted, then the chosen areas, and both see and are told of it', async () => {
    const [giver, reader] = [await signIn(), await signIn()]
    const { offerId, answer: offered } = await offer(giver, { number: reader.insuranceNumber })
    expect(offered.json<GivenOffer>()).toMatchObject({ offerId, readerNumber: reader.insuranceNumber, state: 'waiting', areas: ['card'] })
    expect(await cardOf(reader, offerId)).toBe('representation-unknown')
    expect((await offersOf(reader)).received).toMatchObject([{ offerId, giverName: giver.fullName, areas: ['card'] }])
    expect((await answer(reader, offerId, 'acceptance')).statusCode).toBe(204)
    expect((await answer(reader, offerId, 'acceptance')).statusCode).toBe(204)
    expect(await cardOf(reader, offerId)).toBe(giver.fullName)
    expect(codeOf(await reader.client.get(`/api/me/visits?for=${offerId}`))).toBe('area-not-granted')
    expect(await offersOf(giver)).toMatchObject({ given: [], received: [] })
    const lists = (await giver.client.get('/api/me/representations')).json<{ readers: { fullName: string; state: string }[] }>()
    expect(lists.readers).toMatchObject([{ fullName: reader.fullName, state: 'standing' }])
    expect(await changes(giver)).toEqual([expect.stringContaining('was accepted'), expect.stringContaining('You offered')])
    expect(await changes(reader)).toEqual([expect.stringContaining('You accepted'), expect.stringContaining('Somebody offers you')])
    const { accesses } = (await giver.client.get('/api/me/accesses')).json<{ accesses: { who: string; action: string }[] }>()
    expect(accesses).toContainEqual(expect.objectContaining({ who: reader.fullName, action: 'Xem thẻ BHYT thay bạn' }))
  })
  it('is offered alike to somebody, to nobody, to a wrong birth date and to somebody without an account', async () => {
    const [giver, reader, without] = [await signIn(), await signIn(), await addPerson()]
    const told = async (to: Offer): Promise<object> => {
      const { answer: given } = await offer(giver, to)
      const { offerId: _id, readerNumber: _number, offeredAt: _at, ...rest } = given.json<GivenOffer>()
      return { status: given.statusCode, ...rest }
    }
    const same = await told({ number: reader.insuranceNumber })
    for (const to of [
      { number: '9999999999' },
      { number: reader.insuranceNumber, bornOn: '1955-03-06' },
      { number: without.insuranceNumber },
    ])
      expect(await told(to)).toEqual(same)
    expect((await offersOf(reader)).received).toHaveLength(1)
  })
  it('is refused to oneself, past a year, without a number', async () => {
    const giver = await signIn()
    const code = async (to: Offer): Promise<string> => codeOf((await offer(giver, to)).answer)
    expect(await code({ number: giver.insuranceNumber })).toBe('mandate-to-oneself')
    expect(await code({ number: '9900000999', lastOn: addDays(today, 367) })).toBe('mandate-day-wrong')
    expect(await code({ number: '9900000999', lastOn: addDays(today, -1) })).toBe('mandate-day-wrong')
    expect(await code({ number: '99000' })).toBe('mandate-number-wrong')
    expect(await code({ number: '9900000999', areas: [] })).toBe('bad-request')
  })
  it('is declined by who was asked or taken back by who gives, and then not accepted any more', async () => {
    const [giver, reader] = [await signIn(), await signIn()]
    for (const [who, state] of [
      [reader, 'declined'],
      [giver, 'withdrawn'],
    ] as const) {
      const { offerId } = await offer(giver, { number: reader.insuranceNumber })
      expect((await answer(who, offerId, 'ending')).statusCode).toBe(204)
      expect((await answer(who, offerId, 'ending')).statusCode).toBe(204)
      expect(codeOf(await answer(reader, offerId, 'acceptance'))).toBe('mandate-closed')
      expect((await offersOf(giver)).given.find((one) => one.offerId === offerId)?.state).toBe(state)
      expect(await cardOf(reader, offerId)).toBe('representation-unknown')
    }
    expect((await offersOf(reader)).received).toEqual([])
  })
  it('is nobody’s but theirs: a third person neither accepts nor ends it', async () => {
    const [giver, reader, stranger] = [await signIn(), await signIn(), await signIn()]
    const { offerId } = await offer(giver, { number: reader.insuranceNumber })
    for (const move of ['acceptance', 'ending'] as const) expect(codeOf(await answer(stranger, offerId, move))).toBe('not-found')
    expect(codeOf(await answer(giver, offerId, 'acceptance'))).toBe('not-found')
  })
  it('accepted and taken back at once is one of the two, never both', async () => {
    const [giver, reader] = [await signIn(), await signIn()]
    const { offerId } = await offer(giver, { number: reader.insuranceNumber })
    const [accepted, withdrawn] = await Promise.all([answer(reader, offerId, 'acceptance'), answer(giver, offerId, 'ending')])
    expect(new Set([accepted.statusCode, withdrawn.statusCode])).toEqual(new Set([204, 409]))
    expect(await cardOf(reader, offerId)).toBe(accepted.statusCode === 204 ? giver.fullName : 'representation-unknown')
  })
  it('is ended at once by either, and both are told', async () => {
    for (const side of ['giver', 'reader'] as const) {
      const { giver, reader, offerId } = await mandate()
      expect((await { giver, reader }[side].client.post(`/api/me/representations/${offerId}/ending`, {})).statusCode).toBe(204)
      expect(await cardOf(reader, offerId)).toBe('representation-over')
      expect((await changes(giver))[0]).toContain('was ended')
      expect((await changes(reader))[0]).toContain('was ended')
    }
  })
  it('ends with the death of who gave it', async () => {
    const { giver, reader, offerId } = await mandate()
    await platform.sql`UPDATE persons SET died_on = ansinh_today() WHERE person_id = ${giver.personId}`
    expect(await cardOf(reader, offerId)).toBe('representation-over')
  })
  it('runs out after its last day, told to both once by the nightly job', async () => {
    const { offerId } = await mandate()
    await platform.moveClock('31 days')
    expect(await endRepresentations(platform)).toBeGreaterThan(0)
    expect(await endRepresentations(platform)).toBe(0)
    const events = await platform.sql<{ body: string }[]>`
      SELECT body_en AS body FROM notices WHERE notice_key LIKE ${`representation/${offerId}/run-out%`} ORDER BY notice_key`
    expect(events.map(({ body }) => body)).toEqual([expect.stringContaining('has run out'), expect.stringContaining('has run out')])
  })
  it('is not given by somebody under 18, from the day of 18 on it is', async () => {
    const reader = await signIn()
    const year = Number(today.slice(0, 4)) - 18
    const birthday = `${year}${today.slice(4)}`
    const [child, adult] = [await signIn(addDays(birthday, 1)), await signIn(birthday)]
    expect(codeOf((await offer(child, { number: reader.insuranceNumber })).answer)).toBe('mandate-giver-minor')
    expect((await offer(adult, { number: reader.insuranceNumber })).answer.statusCode).toBe(201)
  })
  it('is given by who proved within ten minutes who they are', async () => {
    const [giver, reader] = [await signIn(), await signIn()]
    await platform.moveClock('11 minutes')
    expect(codeOf((await offer(giver, { number: reader.insuranceNumber })).answer)).toBe('step-up-needed')
    expect((await giver.client.post('/api/me/step-ups', { password: OWN_PASSWORD })).statusCode).toBe(204)
    expect((await offer(giver, { number: reader.insuranceNumber })).answer.statusCode).toBe(201)
  })
})
