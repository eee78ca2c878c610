import type { DependantCase, DependantRequest } from '@an-sinh/contract'
import { addDays } from '@an-sinh/domain'
import { afterAll, describe, expect, it } from 'vitest'
import { signInCitizen } from './access-fixture.ts'
import {
  addPerson,
  close,
  decide,
  declare,
  type Declared,
  family,
  hire,
  messagesTo,
  openCase,
  ownOffice,
  platform,
  representationsOf,
  requestsOf,
  sendCertificate,
  sent,
  server,
  signIn,
  today,
} from './dependants-fixture.ts'
import { eraseCertificates } from './dependants/index.ts'

afterAll(close)

describe('a guardian who declares a child', () => {
  it('sends it with the birth certificate; the same id again is the same request', async () => {
    const { client } = await signIn()
    const { requestId, answer } = await declare(client)
    expect(answer.json<DependantRequest>()).toMatchObject({ state: 'awaiting-photo', childName: 'Trần Bé An', relation: 'mother' })
    expect((await declare(client, { childName: 'Ai khác' }, requestId)).answer.json<DependantRequest>().childName).toBe('Trần Bé An')
    expect((await sendCertificate(client, requestId)).json<DependantRequest>()).toMatchObject({ state: 'sent', reason: null })
    expect((await requestsOf(client)).map(({ state }) => state)).toEqual(['sent'])
    expect((await sendCertificate(client, requestId)).json<{ code: string }>().code).toBe('dependant-closed')
  })
  it('is told when the child is grown, not born, or a number is no number', async () => {
    const { client } = await signIn()
    const code = async (declared: Declared) => (await declare(client, declared)).answer.json<{ code: string }>().code
    const eighteen = `${Number(today.slice(0, 4)) - 18}${today.slice(4)}`
    expect(await code({ bornOn: eighteen })).toBe('child-not-minor')
    expect(await code({ bornOn: addDays(today, 1) })).toBe('child-not-minor')
    expect((await declare(client, { bornOn: addDays(eighteen, 1) })).answer.statusCode).toBe(201)
    for (const wrong of [{ insuranceNumber: '99000' }, { nationalId: 'abc' }, { childName: '  ' }, { bornOn: '2020-02-31' }])
      expect(await code(wrong)).toBe('child-facts-wrong')
  })
  it('cannot send what is no picture, nor touch somebody else’s request', async () => {
    const [{ client }, other] = [await signIn(), await signIn()]
    const { requestId } = await declare(client)
    expect((await sendCertificate(client, requestId, Buffer.from('%PDF-1.7 no picture'))).json<{ code: string }>().code).toBe('photo-type')
    expect((await sendCertificate(other.client, requestId)).json<{ code: string }>().code).toBe('not-found')
    expect((await other.client.post(`/api/me/dependant-requests/${requestId}/withdrawal`, {})).statusCode).toBe(404)
  })
  it('takes it back, and photo and place in the queue are gone', async () => {
    const { client } = await signIn()
    const requestId = await sent(client)
    expect((await client.post(`/api/me/dependant-requests/${requestId}/withdrawal`, {})).json<DependantRequest>().state).toBe('withdrawn')
    const kept = await platform.sql`SELECT FROM documents WHERE registration_id = ${requestId} AND erased_at IS NULL`
    expect(kept.count).toBe(0)
    expect((await openCase(await hire(), requestId)).json<{ code: string }>().code).toBe('case-decided')
  })
})

describe('a clerk', () => {
  it('sees the request in the own office’s queue, the household’s child first, and the certificate', async () => {
    const guardian = await signIn({ householdId: 1 })
    const elsewhere = await addPerson({ fullName: 'Trần Bé An', bornOn: '2018-05-01', householdId: 2 })
    const child = await addPerson({ fullName: 'Trần Bé An', bornOn: '2018-05-01', householdId: 1 })
    const requestId = await sent(guardian.client)
    const clerk = await hire()
    const queue = (await clerk.get('/api/counter/dependant-requests')).json<{ items: { requestId: string; guardianName: string }[] }>()
      .items
    expect(queue.find((item) => item.requestId === requestId)?.guardianName).toBe(guardian.fullName)
    const { candidates, guardian: shown, reasons } = (await openCase(clerk, requestId)).json<DependantCase>()
    expect(shown.personId).toBe(guardian.personId)
    expect(candidates.slice(0, 1).map(({ personId, sameHousehold, isChild }) => ({ personId, sameHousehold, isChild }))).toEqual([
      { personId: expect.any(Number) as number, sameHousehold: true, isChild: true },
    ])
    expect(candidates.map(({ personId }) => personId)).toEqual(expect.arrayContaining([child.personId, elsewhere.personId]))
    expect(reasons.length).toBeGreaterThan(3)
    const photo = await clerk.get(`/api/counter/dependant-requests/${requestId}/certificate`)
    expect([photo.statusCode, photo.headers['content-type'], photo.rawPayload.subarray(0, 2).toString('hex')]).toEqual([
      200,
      'image/jpeg',
      'ffd8',
    ])
  })
  it('approves, and the guardian is told and sees the child; the child reads who looked', async () => {
    const { guardian, child, clerk, requestId, forId } = await family()
    expect((await messagesTo(guardian.phone)).at(-1)).toContain('Da ghi nhan tre phu thuoc')
    expect((await requestsOf(guardian.client))[0]).toMatchObject({ requestId, state: 'approved' })
    expect((await representationsOf(guardian.client)).represented).toMatchObject([
      { fullName: child.fullName, kind: 'child', state: 'standing', lastOn: '2036-04-30', relation: { vi: 'Mẹ' } },
    ])
    const card = await guardian.client.get(`/api/me/health-card?for=${forId}`)
    expect([card.statusCode, card.json<{ fullName: string }>().fullName]).toEqual([200, child.fullName])
    const grown = await signInCitizen(platform, server, child)
    const { accesses } = (await grown.get('/api/me/accesses')).json<{ accesses: { who: string; action: string }[] }>()
    expect(accesses).toContainEqual(expect.objectContaining({ who: guardian.fullName, action: 'Xem thẻ BHYT thay bạn' }))
    expect((await decide(clerk, requestId, { personId: child.personId })).json<{ code: string }>().code).toBe('case-decided')
  })
  it('refuses with a reason that the guardian reads and is sent', async () => {
    const guardian = await signIn()
    const requestId = await sent(guardian.client)
    const clerk = await hire()
    expect((await decide(clerk, requestId, { reasonCode: 'made-up' })).json<{ code: string }>().code).toBe('reason-missing')
    expect((await decide(clerk, requestId, { reasonCode: 'certificate-unreadable' })).statusCode).toBe(204)
    expect((await requestsOf(guardian.client))[0]).toMatchObject({
      state: 'refused',
      reason: { vi: expect.stringContaining('Chụp lại') as string },
    })
    expect((await messagesTo(guardian.phone)).at(-1)).toContain('anh giay khai sinh khong doc duoc')
    expect((await representationsOf(guardian.client)).represented).toEqual([])
  })
  it('enters only a living child that was shown, once', async () => {
    const { guardian, child, clerk } = await family()
    const again = await sent(guardian.client, { insuranceNumber: child.insuranceNumber })
    expect((await decide(clerk, again, { personId: child.personId })).json<{ code: string }>().code).toBe('dependant-already')
    const stranger = await addPerson({ fullName: 'Lê Văn Lạ', bornOn: '2019-01-01' })
    expect((await decide(clerk, again, { personId: stranger.personId })).json<{ code: string }>().code).toBe('person-missing')
    const dead = await addPerson({ fullName: 'Trần Bé Mất', bornOn: '2018-05-01', diedOn: '2020-01-01' })
    const aboutDead = await sent(guardian.client, { childName: 'Trần Bé Mất', insuranceNumber: dead.insuranceNumber })
    expect((await decide(clerk, aboutDead, { personId: dead.personId })).json<{ code: string }>().code).toBe('person-not-eligible')
  })
  it('neither sees nor decides the own family, nor another office’s requests', async () => {
    const guardian = await signIn({ householdId: 2 })
    const requestId = await sent(guardian.client, { childName: 'Trần Bé Riêng' })
    const relative = await addPerson({ householdId: 2 })
    const own = await hire({ personId: relative.personId })
    expect((await openCase(own, requestId)).json<{ code: string }>().code).toBe('case-own')
    expect((await decide(own, requestId, { reasonCode: 'facts-differ' })).json<{ code: string }>().code).toBe('case-own')
    const elsewhere = await hire({ officeId: (await ownOffice()) === 101 ? 102 : 101 })
    expect((await openCase(elsewhere, requestId)).json<{ code: string }>().code).toBe('case-elsewhere')
  })
})

describe('the photo of a birth certificate', () => {
  const isKept = async (requestId: string): Promise<boolean> =>
    (await platform.sql`SELECT FROM documents WHERE registration_id = ${requestId} AND erased_at IS NULL`).count > 0

  it('lies for 90 days after the decision, then key and bytes go; one that waits stays', async () => {
    const { requestId } = await family()
    const waiting = await sent((await signIn()).client)
    await platform.moveClock('89 days')
    await eraseCertificates(platform)
    expect(await isKept(requestId)).toBe(true)
    await platform.moveClock('91 days')
    expect(await eraseCertificates(platform)).toBeGreaterThan(0)
    expect([await isKept(requestId), await isKept(waiting)]).toEqual([false, true])
    expect(await eraseCertificates(platform)).toBe(0)
  })
})
