import { randomBytes, randomUUID } from 'node:crypto'
import type { Answers } from '@an-sinh/contract'
import { makeFormCode } from '@an-sinh/domain'
import type { LightMyRequestResponse } from 'fastify'
import { OWN_PASSWORD } from './access-fixture.ts'
import { createApp } from './app.ts'
import { stopDocumentThreads } from './documents/index.ts'
import { copyPersons, type NewPerson } from './persons/index.ts'
import type { StaffRole } from './platform/actor.ts'
import type { Server } from './platform/add-route.ts'
import { TestClient } from './platform/test-client.ts'
import { openTestPlatform, type TestPlatform } from './platform/test-platform.ts'
import { inTransaction } from './platform/transaction.ts'
import { listReceivingOffices, listUnits, seedReference } from './reference/index.ts'
import {
  insertDraft,
  loadRegistration,
  moveRegistration,
  readToday,
  type RegistrationRow,
  settleDeadline,
  touchRegistration,
} from './registrations/index.ts'
import { createStaffUser, currentTotp } from './staff/index.ts'

export type Colleague = { client: TestClient; staffId: number; fullName: string }
export type MadeCase = { row: RegistrationRow; formCode: string; phone: string; personId: number }

const SOMEBODY = {
  fullName: 'Nguyễn Thị Thử Nghiệm',
  bornOn: '1994-03-05',
  sex: 'female',
  nationality: 'VN',
  passportNumber: null,
} as const
const WITHOUT_DETAILS = {
  legacyId: null,
  wardCode: null,
  address: null,
  householdId: null,
  householdRelation: null,
  phoneOnFile: null,
  diedOn: null,
  mergedIntoPersonId: null,
} as const
const ANSWERED = {
  insuranceNumberForgotten: false,
  email: null,
  street: 'Số 1 phố Mẫu',
  oldAddress: null,
  officeChoice: 'residence',
  employerMayPrint: false,
} as const

const drawFormCode = (): string => makeFormCode(randomBytes(9)) ?? drawFormCode()

/** The whole server with the real offices, colleagues signed in at them, and cases whose Form 01 is awaited. */
export class OfficeFixture {
  readonly platform: TestPlatform
  readonly #server: Server
  readonly officeIds: number[]
  readonly #place: { wardCode: string; provinceCode: string }
  #count = 0

  constructor(platform: TestPlatform, server: Server, officeIds: number[], place: { wardCode: string; provinceCode: string }) {
    this.platform = platform
    this.#server = server
    this.officeIds = officeIds
    this.#place = place
  }

  get office(): number {
    return this.officeIds[0] ?? 0
  }

  /** A browser that nobody has signed in to. */
  newClient(): TestClient {
    return new TestClient(this.#server)
  }

  /** Signed in with both factors. */
  async hire({ role = 'clerk', officeId = this.office }: { role?: StaffRole; officeId?: number } = {}): Promise<Colleague> {
    this.#count += 1
    const [userName, fullName] = [`can.bo-${this.#count}`, `Lê Văn Quầy ${this.#count}`]
    const staff = { userName, fullName, role, officeId, password: OWN_PASSWORD, personId: null }
    const { staffId, totpSecret } = await createStaffUser(this.platform, staff)
    const client = new TestClient(this.#server)
    await client.post('/api/staff/sessions', { userName, password: OWN_PASSWORD })
    const answer = await client.post('/api/staff/sessions/second-factor', { code: currentTotp(totpSecret) })
    if (answer.statusCode !== 201) throw new Error(answer.body)
    return { client, staffId, fullName }
  }

  async #addPerson(): Promise<{ personId: number; insuranceNumber: string; nationalId: string }> {
    const serial = String(this.#count).padStart(6, '0')
    const numbers = { insuranceNumber: `9900${serial}`, nationalId: `099194${serial}` }
    const person: NewPerson = { ...SOMEBODY, ...WITHOUT_DETAILS, ...numbers }
    const [personId = 0] = await copyPersons(this.platform.sql, { persons: [person], households: [] }, 'test')
    return { personId, ...numbers }
  }

  /** Of a person of the register, sent today by the product's clock. */
  async submit(change: Partial<Answers> = {}): Promise<MadeCase> {
    this.#count += 1
    const { platform } = this
    const { personId, ...numbers } = await this.#addPerson()
    const phone = `+8495${String(this.#count).padStart(7, '0')}`
    const answers: Answers = { ...SOMEBODY, ...ANSWERED, ...numbers, ...this.#place, officeId: this.office, ...change }
    const registrationId = randomUUID()
    const formCode = drawFormCode()
    await insertDraft(platform.sql, registrationId)
    await touchRegistration(platform.sql, registrationId, ['draft'], { privacyTextVersion: 'v1', provedPhone: phone })
    await inTransaction(platform, async (transaction) => {
      const today = await readToday(transaction)
      const deadline = await settleDeadline(transaction, answers.officeId, { clockStartedOn: today, extensions: 0 })
      await moveRegistration(platform, transaction, {
        registrationId,
        move: 'submit',
        actor: { kind: 'applicant', registrationId, scope: 'own' },
        set: {
          declared: answers,
          email: answers.email,
          officeId: answers.officeId,
          submittedAt: 'now',
          submittedOn: today,
          ...deadline,
          fileNumber: `${90_000 + answers.officeId}/2026/${String(this.#count).padStart(5, '0')}`,
          formCodeHmac: platform.keyring.hmac('form-code', formCode),
          formCodeEncrypted: platform.keyring.encrypt('form-code', formCode, registrationId),
        },
      })
      await moveRegistration(platform, transaction, { registrationId, move: 'prepare-form', actor: { kind: 'system', job: 'submit' } })
    })
    return { row: await this.load(registrationId), formCode, phone, personId }
  }

  load(registrationId: string): Promise<RegistrationRow> {
    return loadRegistration(this.platform.sql, registrationId)
  }

  /** Texts in the outbox for a phone, oldest first. */
  async texts(phone: string): Promise<string[]> {
    const { sql, keyring } = this.platform
    const rows = await sql<{ messageId: string; text: Buffer }[]>`
      SELECT message_id AS "messageId", text_encrypted AS text FROM messages WHERE recipient_hmac = ${keyring.hmac('phone', phone)} ORDER BY created_at, message_id`
    return rows.map((row) => keyring.decrypt('message', row.text, row.messageId).toString('utf8'))
  }

  /** The product's clock stands at noon of a day in Viet Nam, sessions made before end. */
  async setToday(on: string): Promise<void> {
    await this.platform.moveClock(`${Math.round((Date.parse(`${on}T12:00:00+07:00`) - Date.now()) / 1000)} seconds`)
  }

  async close(): Promise<void> {
    await this.#server.fastify.close()
    await stopDocumentThreads()
    await this.platform.drop()
  }
}

export const codeOf = (answer: LightMyRequestResponse): string => answer.json<{ code?: string }>().code ?? String(answer.statusCode)

/** The answer of a call that has to succeed. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names the contract's answer, as json<T>() does
export const must = <T>(answer: LightMyRequestResponse): T => {
  if (answer.statusCode >= 300) throw new Error(answer.body)
  return answer.json<T>()
}

export async function openOfficeFixture(): Promise<OfficeFixture> {
  const platform = await openTestPlatform()
  await seedReference(platform.sql)
  const server = await createApp(platform, 'both')
  await server.fastify.ready()
  const offices = await listReceivingOffices(platform.sql)
  const [province] = await listUnits(platform.sql, 'province', null)
  const [ward] = await listUnits(platform.sql, 'ward', province?.code ?? '')
  const place = { wardCode: ward?.code ?? '', provinceCode: province?.code ?? '' }
  return new OfficeFixture(
    platform,
    server,
    offices.map((office) => office.officeId),
    place,
  )
}
