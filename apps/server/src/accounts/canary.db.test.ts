import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findCanary, findCanaryInLog } from '../platform/find-canary.ts'
import { TestClient } from '../platform/test-client.ts'
import { type AccountsFixture, openAccountsFixture } from './accounts-fixture.ts'

describe('a canary person who signs in, forgets, fails and reads', () => {
  const lines: string[] = []
  let fixture: AccountsFixture
  beforeAll(async () => {
    fixture = await openAccountsFixture({ logLevel: 'trace', logTo: { write: (line) => void lines.push(line) } })
  })
  afterAll(() => fixture.close())

  it('is found in the columns made for people and nowhere else, log included', async () => {
    const person = await fixture.addPerson({
      fullName: 'Hoàng Yến Ca',
      bornOn: '1971-02-03',
      insuranceNumber: '9977700077',
      nationalId: '099171777007',
    })
    const firstPassword = await fixture.openFor(person)
    const password = 'chim hót trong lồng sơn'
    const { client } = await fixture.signInFirst(person, firstPassword, password)
    const stranger = new TestClient(fixture.server)
    await client.get('/api/me')
    await client.get('/api/me/accesses')
    await stranger.post('/api/sessions', { login: person.nationalId, password: 'sai' })
    await stranger.post('/api/sessions', { login: person.nationalId, password: 3 })
    await stranger.post('/api/first-sign-ins', { login: person.insuranceNumber, firstPassword, bornOn: person.bornOn })
    const { requestId } = (await stranger.post('/api/first-password-requests', { login: person.nationalId, bornOn: person.bornOn })).json<{
      requestId: string
    }>()
    await expect.poll(async () => (await fixture.readSms(person.phone)).at(-1), { timeout: 5000 }).toMatch(/\d{6}/)
    const code = /\d{6}/.exec((await fixture.readSms(person.phone)).at(-1) ?? '')?.[0] ?? ''
    await stranger.post(`/api/first-password-requests/${requestId}/proof`, { code })
    await client.delete('/api/sessions/current')

    const secrets = [firstPassword, password]
    const facts = ['Hoàng Yến Ca', '1971-02-03', '9977700077', '099171777007', person.phone, person.phone.slice(3)]
    expect(await findCanary(fixture.platform.sql, secrets)).toStrictEqual([])
    expect(await findCanary(fixture.platform.sql, facts)).toStrictEqual([
      'accounts.phone',
      'insurance_numbers.insurance_number',
      'national_ids.national_id',
      'person_names.born_on',
      'person_names.name_folded',
      'persons.born_on',
      'persons.born_on_partial',
      'persons.full_name',
      'persons.insurance_number',
      'persons.name_folded',
      'persons.national_id',
    ])
    expect(findCanaryInLog(lines, [...facts, ...secrets, code])).toStrictEqual([])
  })

  it('whose facts stand in a database’s error is not quoted in the log', async () => {
    const twin = { fullName: 'Hoàng Yến Hai', insuranceNumber: '9977700078', nationalId: '099171777008' }
    await fixture.addPerson(twin)
    const error: unknown = await fixture.addPerson(twin).catch((reason: unknown) => reason)
    expect(JSON.stringify(error)).toMatch(/9977700078|099171777008/)
    fixture.platform.log.error({ err: error }, 'bug')
    expect(lines.at(-1)).toContain('23505')
    expect(findCanaryInLog(lines, ['9977700078', '099171777008', 'Yến Hai'])).toStrictEqual([])
  })
})
