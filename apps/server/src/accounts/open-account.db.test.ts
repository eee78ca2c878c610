import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Refusal } from '../platform/refusal.ts'
import { TestClient } from '../platform/test-client.ts'
import { inTransaction } from '../platform/transaction.ts'
import { type AccountsFixture, openAccountsFixture } from './accounts-fixture.ts'
import { findAccount, openAccount, takeBackAccount } from './index.ts'

const GOOD = 'cơn mưa chiều nay đi đâu'

describe('an account', () => {
  let fixture: AccountsFixture
  beforeAll(async () => void (fixture = await openAccountsFixture()))
  afterAll(() => fixture.close())

  it('taken back within the undo time leaves nothing', async () => {
    const person = await fixture.addPerson()
    const registrationId = randomUUID()
    await fixture.openFor(person, { registrationId, heldUntil: new Date(Date.now() + 20_000) })
    await inTransaction(fixture.platform, (transaction) => takeBackAccount(transaction, { personId: person.personId, registrationId }))
    expect(await findAccount(fixture.platform.sql, person.personId)).toBeNull()
  })

  it('of another registration is not taken back', async () => {
    const person = await fixture.addPerson()
    await fixture.openFor(person, { heldUntil: new Date(Date.now() + 20_000) })
    await inTransaction(fixture.platform, (transaction) =>
      takeBackAccount(transaction, { personId: person.personId, registrationId: randomUUID() }),
    )
    expect(await findAccount(fixture.platform.sql, person.personId)).not.toBeNull()
  })

  it('that stands is untouched by a second approval until its undo time is over; then old password and sessions end', async () => {
    const person = await fixture.addPerson()
    const { client } = await fixture.signInFirst(person, await fixture.openFor(person), GOOD)
    const second = await fixture.openFor(person, { heldUntil: new Date(Date.now() + 20_000), phone: '+84959999999' })
    expect((await client.get('/api/me')).statusCode).toBe(200)
    expect((await new TestClient(fixture.server).post('/api/sessions', { login: person.insuranceNumber, password: GOOD })).statusCode).toBe(
      201,
    )
    expect((await fixture.signInFirst(person, second, GOOD)).answer.statusCode).toBe(401)

    await fixture.platform.moveClock('25 seconds')
    expect((await client.get('/api/me')).statusCode).toBe(401)
    expect((await new TestClient(fixture.server).post('/api/sessions', { login: person.insuranceNumber, password: GOOD })).statusCode).toBe(
      401,
    )
    const again = await fixture.signInFirst(person, second, `${GOOD} mới`)
    expect(again.answer.json()).toMatchObject({ phoneMasked: '09••• ••999' })
    await fixture.platform.moveClock('0')
  })

  it('that stands is as it was when the second approval is taken back', async () => {
    const person = await fixture.addPerson()
    const { client } = await fixture.signInFirst(person, await fixture.openFor(person), GOOD)
    const registrationId = randomUUID()
    await fixture.openFor(person, { registrationId, heldUntil: new Date(Date.now() + 20_000), phone: '+84958888888' })
    await inTransaction(fixture.platform, (transaction) => takeBackAccount(transaction, { personId: person.personId, registrationId }))
    await fixture.platform.moveClock('25 seconds')
    expect((await client.get('/api/me')).json()).toMatchObject({ phoneMasked: `09••• ••${person.phone.slice(-3)}` })
    await fixture.platform.moveClock('0')
  })

  it('is not approved twice within one undo time', async () => {
    const person = await fixture.addPerson()
    const heldUntil = new Date(Date.now() + 20_000)
    await fixture.openFor(person, { heldUntil })
    await expect(fixture.openFor(person, { heldUntil })).rejects.toStrictEqual(new Refusal('version-conflict'))
    const order = {
      personId: person.personId,
      phone: person.phone,
      email: null,
      registrationId: randomUUID(),
      firstPasswordHash: 'x',
      heldUntil,
    }
    const both = await Promise.allSettled(
      [1, 2].map(() => inTransaction(fixture.platform, (transaction) => openAccount(transaction, order))),
    )
    expect(both.every((outcome) => outcome.status === 'rejected')).toBe(true)
  })
})
