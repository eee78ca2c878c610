import { randomUUID } from 'node:crypto'
import type { LightMyRequestResponse } from 'fastify'
import { registerAudit } from '../audit/index.ts'
import { copyPersons, type NewPerson } from '../persons/index.ts'
import type { Server } from '../platform/add-route.ts'
import { makeServer } from '../platform/make-server.ts'
import { TestClient } from '../platform/test-client.ts'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { openAccount, prepareFirstPassword, registerAccounts, resolveCitizen } from './index.ts'

export type SyntheticPerson = {
  personId: number
  insuranceNumber: string
  nationalId: string
  bornOn: string
  fullName: string
  phone: string
}
type FirstSignIn = { personId: number; registrationId: string | null }

const nobody = async (): Promise<null> => null

const writePerson = (at: number, change: Partial<NewPerson>): NewPerson => ({
  fullName: `Trần Thị Mẫu ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.charAt(at % 26)}`,
  bornOn: '1980-03-05',
  sex: 'female',
  insuranceNumber: `99${String(at).padStart(8, '0')}`,
  nationalId: `099180${String(at).padStart(6, '0')}`,
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
  ...change,
})

/** A server with the citizen's sign-in alone, over a database of its own, for the tests of this folder. */
export class AccountsFixture {
  readonly platform: TestPlatform
  readonly server: Server
  /** What the hook was told. */
  readonly firstSignIns: FirstSignIn[] = []
  #count = 0

  constructor(platform: TestPlatform, server: Server) {
    this.platform = platform
    this.server = server
  }

  async addPerson(change: Partial<NewPerson> = {}): Promise<SyntheticPerson> {
    this.#count += 1
    const person = writePerson(this.#count, change)
    const [personId = 0] = await copyPersons(this.platform.sql, { persons: [person], households: [] }, 'test')
    const { insuranceNumber, bornOn, fullName } = person
    return {
      personId,
      insuranceNumber,
      bornOn,
      fullName,
      nationalId: person.nationalId ?? '',
      phone: `+8495${String(this.#count).padStart(7, '0')}`,
    }
  }

  /** An account as a decision opens it; its undo time is over unless told. Answers the first password. */
  async openFor(person: SyntheticPerson, options: { heldUntil?: Date; registrationId?: string; phone?: string } = {}): Promise<string> {
    const { plain, hash } = await prepareFirstPassword()
    const account = {
      personId: person.personId,
      phone: options.phone ?? person.phone,
      email: null,
      registrationId: options.registrationId ?? randomUUID(),
      firstPasswordHash: hash,
      heldUntil: options.heldUntil ?? new Date(Date.now() - 1000),
    }
    await inTransaction(this.platform, (transaction) => openAccount(transaction, account))
    return plain
  }

  /** Texts in the outbox for a phone, oldest first. */
  async readSms(phone: string): Promise<string[]> {
    const { sql, keyring } = this.platform
    const rows = await sql<{ messageId: string; text: Buffer }[]>`
      SELECT message_id AS "messageId", text_encrypted AS text FROM messages WHERE recipient_hmac = ${keyring.hmac('phone', phone)} ORDER BY created_at, message_id`
    return rows.map((row) => keyring.decrypt('message', row.text, row.messageId).toString('utf8'))
  }

  async signInFirst(
    person: SyntheticPerson,
    firstPassword: string,
    password: string,
  ): Promise<{ client: TestClient; answer: LightMyRequestResponse }> {
    const client = new TestClient(this.server)
    await client.post('/api/first-sign-ins', { login: person.insuranceNumber, firstPassword, bornOn: person.bornOn })
    return { client, answer: await client.post('/api/first-sign-ins/password', { password }) }
  }

  async close(): Promise<void> {
    await this.server.fastify.close()
    await this.platform.drop()
  }
}

export async function openAccountsFixture(log?: { logLevel: string; logTo: { write: (line: string) => void } }): Promise<AccountsFixture> {
  const platform = await openTestPlatform(log === undefined ? {} : { settings: { logLevel: log.logLevel }, logTo: log.logTo })
  const server = await makeServer(platform, 'citizen', {
    applicant: nobody,
    citizen: resolveCitizen(platform),
    staff: nobody,
    employer: nobody,
  })
  const fixture = new AccountsFixture(platform, server)
  registerAudit(server, platform)
  const hooks = {
    onFirstSignIn: async (_transaction: unknown, { personId, registrationId }: FirstSignIn) =>
      void fixture.firstSignIns.push({ personId, registrationId }),
    onPasswordSet: async () => undefined,
  }
  registerAccounts(server, platform, hooks)
  await server.fastify.ready()
  return fixture
}
