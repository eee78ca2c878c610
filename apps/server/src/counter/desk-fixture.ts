import { randomBytes, randomUUID } from 'node:crypto'
import type { Answers, Case } from '@an-sinh/contract'
import { makeFormCode } from '@an-sinh/domain'
import type { LightMyRequestResponse } from 'fastify'
import { registerAccounts, resolveCitizen } from '../accounts/index.ts'
import { stopDocumentThreads } from '../documents/index.ts'
import { copyPersons, type NewPerson } from '../persons/index.ts'
import type { StaffRole } from '../platform/actor.ts'
import type { Server } from '../platform/add-route.ts'
import { makeServer } from '../platform/make-server.ts'
import type { Settings } from '../platform/settings.ts'
import { TestClient } from '../platform/test-client.ts'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { listReceivingOffices, listUnits, seedReference } from '../reference/index.ts'
import {
  insertDraft,
  loadRegistration,
  moveRegistration,
  readToday,
  type RegistrationRow,
  settleDeadline,
  touchRegistration,
} from '../registrations/index.ts'
import { createStaffUser, currentTotp, registerStaff, resolveStaff } from '../staff/index.ts'
import { registerCounter } from './index.ts'

const PASSWORD = 'tách trà buổi sáng sớm'
const nobody = async (): Promise<null> => null
export const CHECKED = ['original-seen', 'face-matches', 'signature-present', 'data-matches']

export type Clerk = { client: TestClient; staffId: number }
const WITHOUT_DETAILS = {
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
type Submitted = { row: RegistrationRow; formCode: string; phone: string; personId: number }

const drawFormCode = (): string => makeFormCode(randomBytes(9)) ?? drawFormCode()

/** A counter with its staff over a database of its own: real sign-in, real registrations, real accounts. */
export class Desk {
  readonly platform: TestPlatform
  readonly server: Server
  readonly officeIds: number[]
  readonly #place: { wardCode: string; provinceCode: string }
  #count = 0

  constructor(platform: TestPlatform, server: Server, officeIds: number[], place: { wardCode: string; provinceCode: string }) {
    this.platform = platform
    this.server = server
    this.officeIds = officeIds
    this.#place = place
  }

  get office(): number {
    return this.officeIds[0] ?? 0
  }

  async addPerson(
    change: Partial<NewPerson> = {},
    households: { householdId: number; householdCode: string; wardCode: string; address: string }[] = [],
  ): Promise<NewPerson & { personId: number }> {
    this.#count += 1
    const serial = String(this.#count).padStart(6, '0')
    const named = {
      fullName: 'Nguyễn Thị Thử Nghiệm',
      bornOn: '1994-03-05',
      sex: 'female',
      insuranceNumber: `9900${serial}`,
      nationalId: `099194${serial}`,
    } as const
    const person: NewPerson = { ...named, ...WITHOUT_DETAILS, ...change }
    const [personId = 0] = await copyPersons(this.platform.sql, { persons: [person], households }, 'test')
    return { ...person, personId }
  }

  /** Signed in with both factors. */
  async hire(options: { role?: StaffRole; officeId?: number; personId?: number; fullName?: string } = {}): Promise<Clerk> {
    this.#count += 1
    const userName = `can.bo-${this.#count}`
    const { role = 'clerk', officeId = this.office, personId = null, fullName = `Lê Văn Quầy ${this.#count}` } = options
    const { staffId, totpSecret } = await createStaffUser(this.platform, {
      userName,
      fullName,
      role,
      officeId,
      password: PASSWORD,
      personId,
    })
    const client = new TestClient(this.server)
    await client.post('/api/staff/sessions', { userName, password: PASSWORD })
    const answer = await client.post('/api/staff/sessions/second-factor', { code: currentTotp(totpSecret) })
    if (answer.statusCode !== 201) throw new Error(answer.body)
    return { client, staffId }
  }

  /** A registration whose Form 01 is awaited, of a person of the register unless told otherwise. */
  async submit(change: Partial<Answers> = {}, person?: NewPerson & { personId: number }): Promise<Submitted> {
    const who = person ?? (await this.addPerson())
    this.#count += 1
    const phone = `+8495${String(this.#count).padStart(7, '0')}`
    const answers: Answers = {
      fullName: who.fullName,
      insuranceNumber: who.insuranceNumber,
      insuranceNumberForgotten: false,
      nationalId: who.nationalId,
      passportNumber: null,
      nationality: 'VN',
      bornOn: who.bornOn,
      sex: who.sex,
      email: null,
      ...this.#place,
      street: 'Số 1 phố Mẫu',
      oldAddress: null,
      officeId: this.office,
      officeChoice: 'residence',
      employerMayPrint: false,
      ...change,
    }
    const registrationId = randomUUID()
    const formCode = drawFormCode()
    const { platform } = this
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
    return { row: await loadRegistration(platform.sql, registrationId), formCode, phone, personId: who.personId }
  }

  at(clerk: Clerk, registrationId: string) {
    const url = `/api/counter/registrations/${registrationId}`
    const { client } = clerk
    const version = async (): Promise<number> => (await loadRegistration(this.platform.sql, registrationId)).version
    return {
      see: () => client.get(url),
      lock: () => client.send('PUT', `${url}/lock`),
      unlock: () => client.delete(`${url}/lock`),
      takeOver: () => client.post(`${url}/transfer`),
      extend: (reason: string) => client.post(`${url}/extension`, { reason }),
      receive: async (at?: number) => client.post(`${url}/receipt`, { version: at ?? (await version()) }),
      receipt: () => client.get(`${url}/receipt`),
      photo: (kind: string) => client.get(`${url}/photos/${kind}`),
      decide: async (order: Record<string, unknown>): Promise<LightMyRequestResponse> =>
        client.post(`${url}/decision`, {
          decisionId: randomUUID(),
          version: order['version'] ?? (await version()),
          personId: null,
          documentKind: 'cccd-chip',
          checklist: CHECKED,
          reasonCodes: [],
          ...order,
        }),
      undo: (decisionId: string) => client.post(`${url}/decision-undo`, { decisionId }),
    }
  }

  /** Received, ready to be decided by this clerk. */
  async receive(clerk: Clerk, change: Partial<Answers> = {}, person?: NewPerson & { personId: number }): Promise<Submitted> {
    const submitted = await this.submit(change, person)
    const answer = await this.at(clerk, submitted.row.registrationId).receive()
    if (answer.statusCode !== 200) throw new Error(answer.body)
    return { ...submitted, row: await loadRegistration(this.platform.sql, submitted.row.registrationId) }
  }

  /** Messages for a phone or an address, with their texts while they are kept. */
  async messages(recipient: string): Promise<{ event: string; state: string; text: string | null; sendAfter: Date }[]> {
    const { sql, keyring } = this.platform
    const rows = await sql<{ messageId: string; event: string; state: string; text: Buffer | null; sendAfter: Date }[]>`
      SELECT message_id AS "messageId", event, state, text_encrypted AS text, send_after AS "sendAfter" FROM messages WHERE recipient_hmac = ${keyring.hmac('phone', recipient)} ORDER BY created_at, message_id`
    return rows.map((row) => ({ ...row, text: row.text && keyring.decrypt('message', row.text, row.messageId).toString('utf8') }))
  }

  async close(): Promise<void> {
    await this.server.fastify.close()
    await stopDocumentThreads()
    await this.platform.drop()
  }
}

export const caseOf = (answer: LightMyRequestResponse): Case => {
  if (answer.statusCode >= 300) throw new Error(answer.body)
  return answer.json()
}

export const codeOf = (answer: LightMyRequestResponse): string => {
  const body: { code?: string } = answer.json()
  return body.code ?? String(answer.statusCode)
}

export async function openDesk(options: { settings?: Partial<Settings>; demo?: boolean; works?: boolean } = {}): Promise<Desk> {
  const platform = await openTestPlatform(options)
  await seedReference(platform.sql)
  const server = await makeServer(platform, 'both', {
    applicant: nobody,
    citizen: resolveCitizen(platform),
    staff: resolveStaff(platform),
    employer: nobody,
  })
  registerStaff(server, platform)
  registerAccounts(server, platform, { onFirstSignIn: async () => undefined, onPasswordSet: async () => undefined })
  registerCounter(server, platform)
  await server.fastify.ready()
  const offices = await listReceivingOffices(platform.sql)
  const [province] = await listUnits(platform.sql, 'province', null)
  const [ward] = await listUnits(platform.sql, 'ward', province?.code ?? '')
  return new Desk(
    platform,
    server,
    offices.map((office) => office.officeId),
    { wardCode: ward?.code ?? '', provinceCode: province?.code ?? '' },
  )
}
