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
export type FirstSignIn = { personId: number; registrationId: string | null }
export type AccountsFixture = {
  platform: TestPlatform
  server: Server
  /** What the hook was told. */
  firstSignIns: FirstSignIn[]
  addPerson(change?: Partial<NewPerson>): Promise<SyntheticPerson>
  /** An account as a decision opens it; its undo time is over unless told. Answers the first password. */
  openFor(person: SyntheticPerson, options?: { heldUntil?: Date; registrationId?: string; phone?: string }): Promise<string>
  /** Texts in the outbox for a phone, oldest first. */
  readSms(phone: string): Promise<string[]>
  signInFirst(
    person: SyntheticPerson,
    firstPassword: string,
    password: string,
    client?: TestClient,
  ): Promise<{ client: TestClient; answer: LightMyRequestResponse }>
  close(): Promise<void>
}

const nobody = async (): Promise<null> => null

export async function openAccountsFixture(): Promise<AccountsFixture> {
  const platform = await openTestPlatform()
  const server = await makeServer(platform, 'citizen', { applicant: nobody, citizen: resolveCitizen(platform), staff: nobody })
  const firstSignIns: FirstSignIn[] = []
  registerAudit(server, platform)
  registerAccounts(server, platform, {
    onFirstSignIn: async (_transaction, { personId, registrationId }) => void firstSignIns.push({ personId, registrationId }),
  })
  await server.fastify.ready()
  let count = 0

  const addPerson: AccountsFixture['addPerson'] = async (change = {}) => {
    count += 1
    const person: NewPerson = {
      ...{ fullName: `Trần Thị Mẫu ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.charAt(count % 26)}`, bornOn: '1980-03-05', sex: 'female' },
      ...{ insuranceNumber: `99${String(count).padStart(8, '0')}`, nationalId: `099180${String(count).padStart(6, '0')}` },
      ...{
        legacyId: null,
        passportNumber: null,
        nationality: 'VN',
        wardCode: null,
        address: null,
        householdId: null,
        householdRelation: null,
      },
      ...{ phoneOnFile: null, diedOn: null, mergedIntoPersonId: null },
      ...change,
    }
    const [personId = 0] = await copyPersons(platform.sql, { persons: [person], households: [] }, 'test')
    return {
      personId,
      insuranceNumber: person.insuranceNumber,
      nationalId: person.nationalId ?? '',
      bornOn: person.bornOn,
      fullName: person.fullName,
      phone: `+8495${String(count).padStart(7, '0')}`,
    }
  }

  const openFor: AccountsFixture['openFor'] = async (person, options = {}) => {
    const { plain, hash } = await prepareFirstPassword(platform)
    const account = {
      personId: person.personId,
      phone: options.phone ?? person.phone,
      email: null,
      registrationId: options.registrationId ?? randomUUID(),
      firstPasswordHash: hash,
      heldUntil: options.heldUntil ?? new Date(Date.now() - 1000),
    }
    await inTransaction(platform, (transaction) => openAccount(platform, transaction, account))
    return plain
  }

  const readSms: AccountsFixture['readSms'] = async (phone) => {
    const rows = await platform.sql<{ messageId: string; text: Buffer }[]>`
      SELECT message_id AS "messageId", text_encrypted AS text FROM messages WHERE recipient_hmac = ${platform.keyring.hmac('phone', phone)} ORDER BY created_at, message_id`
    return rows.map((row) => platform.keyring.decrypt('message', row.text, row.messageId).toString('utf8'))
  }

  const signInFirst: AccountsFixture['signInFirst'] = async (person, firstPassword, password, client = new TestClient(server)) => {
    await client.post('/api/first-sign-ins', { login: person.insuranceNumber, firstPassword, bornOn: person.bornOn })
    return { client, answer: await client.post('/api/first-sign-ins/password', { password }) }
  }

  const close = async (): Promise<void> => {
    await server.fastify.close()
    await platform.drop()
  }
  return { platform, server, firstSignIns, addPerson, openFor, readSms, signInFirst, close }
}
