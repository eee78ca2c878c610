import { randomUUID } from 'node:crypto'
import type { LightMyRequestResponse } from 'fastify'
import { openAccount, prepareFirstPassword } from './accounts/index.ts'
import { createApp } from './app.ts'
import { copyPersons } from './persons/index.ts'
import type { StaffRole } from './platform/actor.ts'
import type { Server } from './platform/add-route.ts'
import { TestClient } from './platform/test-client.ts'
import { openTestPlatform, type TestPlatform } from './platform/test-platform.ts'
import { inTransaction } from './platform/transaction.ts'
import { createStaffUser, currentTotp } from './staff/index.ts'

export const PASSWORD = 'cơn mưa chiều nay đi đâu'
export const OTHER_PASSWORD = 'bông lúa chín ven đường 7'
export type Holder = { personId: number; login: string; bornOn: string; phone: string; email: string }

/** The whole server with people who hold accounts and a clerk, for the tests of everything around an account. */
export class HoldersFixture {
  readonly platform: TestPlatform
  readonly server: Server
  readonly clerk: TestClient
  #count = 0
  #hired = 0
  /** Of whoever was hired last: for a code of the authenticator once more. */
  lastSecret = ''

  constructor(platform: TestPlatform, server: Server) {
    this.platform = platform
    this.server = server
    this.clerk = new TestClient(server)
  }

  async hireClerk(): Promise<void> {
    await this.platform
      .sql`INSERT INTO offices (office_id, provisional_code, name, office_level, province_code, address, valid_from, source)
      VALUES (1, '90001', 'BHXH cơ sở Mẫu', 'grassroots', '01', 'Số 1 đường Mẫu', '2025-07-01', 'test')`
    await this.#signIn(this.clerk, { userName: 'quay', fullName: 'Lê Văn Quầy', role: 'clerk' })
  }

  /** Somebody else of the same office, signed in. `personId`: who they are in the register. */
  async hire(role: StaffRole, personId: number | null = null): Promise<TestClient> {
    this.#hired += 1
    const client = new TestClient(this.server)
    await this.#signIn(client, { userName: `quay-${this.#hired}`, fullName: `Lê Văn ${this.#hired}`, role, personId })
    return client
  }

  async #signIn(
    client: TestClient,
    staff: { userName: string; fullName: string; role: StaffRole; personId?: number | null },
  ): Promise<void> {
    const { totpSecret } = await createStaffUser(this.platform, { ...staff, officeId: 1, password: PASSWORD })
    this.lastSecret = totpSecret
    await client.post('/api/staff/sessions', { userName: staff.userName, password: PASSWORD })
    await client.post('/api/staff/sessions/second-factor', { code: currentTotp(totpSecret) })
  }

  async addPerson(): Promise<Holder> {
    this.#count += 1
    const absent = { legacyId: null, passportNumber: null, nationality: 'VN', wardCode: null, address: null, householdId: null }
    const rest = { householdRelation: null, phoneOnFile: null, diedOn: null, mergedIntoPersonId: null, nationalId: null }
    const serial = String(this.#count).padStart(3, '0')
    const login = `9900009${serial}`
    const person = { fullName: 'Trần Thị Mẫu', bornOn: '1980-03-05', sex: 'female', insuranceNumber: login } as const
    const [personId = 0] = await copyPersons(this.platform.sql, { persons: [{ ...person, ...absent, ...rest }], households: [] }, 'test')
    return { personId, login, bornOn: person.bornOn, phone: `+84950009${serial}`, email: `mau${serial}@example.invalid` }
  }

  /** Answers the first password. */
  async open({ personId, phone, email }: Holder): Promise<string> {
    const { plain, hash } = await prepareFirstPassword()
    const account = { personId, phone, email, registrationId: randomUUID(), firstPasswordHash: hash }
    await inTransaction(this.platform, (transaction) => openAccount(transaction, { ...account, heldUntil: new Date(Date.now() - 1000) }))
    return plain
  }

  /** First password or counter code, with number and birth date. */
  async prove({ login, bornOn }: Holder, firstPassword: string): Promise<{ client: TestClient; status: number }> {
    const client = new TestClient(this.server)
    return { client, status: (await client.post('/api/first-sign-ins', { login, firstPassword, bornOn })).statusCode }
  }

  async openHolder(): Promise<Holder & { client: TestClient }> {
    const holder = await this.addPerson()
    const { client } = await this.prove(holder, await this.open(holder))
    const answer = await setPassword(client, PASSWORD)
    if (answer.statusCode !== 201) throw new Error(`a first sign-in answered ${answer.statusCode}`)
    return { ...holder, client }
  }

  /** Texts in the outbox for a phone or an address, oldest first. */
  async messagesTo(recipient: string): Promise<string[]> {
    const { sql, keyring } = this.platform
    const rows = await sql<{ messageId: string; text: Buffer }[]>`
      SELECT message_id AS "messageId", text_encrypted AS text FROM messages WHERE recipient_hmac = ${keyring.hmac('phone', recipient)} ORDER BY created_at, message_id`
    return rows.map((row) => keyring.decrypt('message', row.text, row.messageId).toString('utf8'))
  }

  /** The newest six digits that went there. */
  async codeTo(recipient: string): Promise<string> {
    const codes = (await this.messagesTo(recipient)).flatMap((text) => /\b\d{6}\b/u.exec(text)?.[0] ?? [])
    return codes.at(-1) ?? ''
  }

  async close(): Promise<void> {
    await this.server.fastify.close()
    await this.platform.drop()
  }
}

export const setPassword = (client: TestClient, password: string): Promise<LightMyRequestResponse> =>
  client.post('/api/first-sign-ins/password', { password })

export async function openHolders(): Promise<HoldersFixture> {
  const platform = await openTestPlatform()
  const server = await createApp(platform, 'both')
  await server.fastify.ready()
  const fixture = new HoldersFixture(platform, server)
  await fixture.hireClerk()
  return fixture
}
