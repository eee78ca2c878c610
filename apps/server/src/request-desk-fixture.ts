import { randomUUID } from 'node:crypto'
import type { CorrectionRequest, RequestCase } from '@an-sinh/contract'
import type { LightMyRequestResponse } from 'fastify'
import { OWN_PASSWORD, signInCitizen } from './access-fixture.ts'
import { createApp } from './app.ts'
import { copyHealthCards } from './cards/index.ts'
import { copyParticipation } from './contributions/index.ts'
import { copyPersons, type NewPerson } from './persons/index.ts'
import type { StaffRole } from './platform/actor.ts'
import type { Server } from './platform/add-route.ts'
import { TestClient } from './platform/test-client.ts'
import { openTestPlatform, type TestPlatform } from './platform/test-platform.ts'
import { createStaffUser, currentTotp } from './staff/index.ts'

const NOTHING = {
  legacyId: null,
  passportNumber: null,
  nationality: 'VN',
  wardCode: '00004',
  address: 'Số 1 phố Mẫu',
  householdId: null,
  householdRelation: null,
  phoneOnFile: null,
  diedOn: null,
  mergedIntoPersonId: null,
} as const

export type Holder = { personId: number; client: TestClient; phone: string; insuranceNumber: string; nationalId: string }

/** A whole server with two offices, holders of accounts who ask, and clerks who decide. */
export class RequestDesk {
  readonly platform: TestPlatform
  readonly server: Server
  #count = 0

  constructor(platform: TestPlatform, server: Server) {
    this.platform = platform
    this.server = server
  }

  async addHolder(change: Partial<NewPerson> = {}): Promise<Holder> {
    this.#count += 1
    const serial = String(this.#count).padStart(6, '0')
    const [insuranceNumber, nationalId, phone] = [`9900${serial}`, `099190${serial}`, `+84950${serial}`]
    const named = { fullName: 'Trần Thị Mẫu', bornOn: '1990-05-03', sex: 'female', insuranceNumber, nationalId } as const
    const person = { ...named, ...NOTHING, ...change }
    const [personId = 0] = await copyPersons(this.platform.sql, { persons: [person], households: [] }, 'test')
    const client = await signInCitizen(this.platform, this.server, { personId, insuranceNumber, bornOn: person.bornOn, phone })
    return { personId, client, phone, insuranceNumber, nationalId }
  }

  /** Signed in with both factors. */
  async hire({ role = 'clerk', officeId = 1, personId = null }: { role?: StaffRole; officeId?: number; personId?: number | null } = {}) {
    this.#count += 1
    const userName = `can.bo-${this.#count}`
    const staff = { userName, role, officeId, personId, fullName: `Lê Văn Bàn ${this.#count}`, password: OWN_PASSWORD }
    const { totpSecret } = await createStaffUser(this.platform, staff)
    const client = new TestClient(this.server)
    await client.post('/api/staff/sessions', { userName, password: OWN_PASSWORD })
    await client.post('/api/staff/sessions/second-factor', { code: currentTotp(totpSecret) })
    return client
  }

  async addSpell(personId: number): Promise<string> {
    const { sql } = this.platform
    const spell = {
      branch: 'social',
      fromMonth: '2024-01',
      toMonth: '2024-12',
      scheme: 'compulsory',
      employerId: null,
      wageParts: {},
    } as const
    const work = { employerName: 'Công ty Mẫu', jobTitle: 'Thợ may', workplace: 'Hà Nội', contributorySalaryVnd: 5_310_000, lateMonths: 2 }
    await copyParticipation(sql, [{ ...spell, ...work, personId }], 'D02-LT 12/2024')
    return (await sql<{ id: string }[]>`SELECT spell_id AS id FROM participation_spells WHERE person_id = ${personId}`)[0]?.id ?? ''
  }

  async addCard({ personId, insuranceNumber }: Holder): Promise<string> {
    const { sql } = this.platform
    const card = {
      healthCardNumber: insuranceNumber,
      legacyCardNumber: null,
      participantGroup: 'DN',
      coverageLevel: 4,
      areaCode: null,
    } as const
    const times = { validFrom: '2026-01-01', validTo: null, continuousSince: null, issuedOn: '2025-12-15' }
    const where = { registeredFacilityCode: '01001', issuingOfficeId: null }
    await copyHealthCards(sql, [{ ...card, ...times, ...where, personId }], 'test')
    return (await sql<{ id: string }[]>`SELECT card_id AS id FROM health_cards WHERE person_id = ${personId}`)[0]?.id ?? ''
  }

  /** A request about a spell of somebody new. */
  async askAboutSpell(more: object = {}): Promise<{ holder: Holder; spellId: string; requestId: string }> {
    const holder = await this.addHolder()
    const spellId = await this.addSpell(holder.personId)
    const { requestId } = await ask(holder, { kind: 'participation-spell', lineId: spellId }, more)
    return { holder, spellId, requestId }
  }

  async noticesOf(personId: number): Promise<{ event: string; body: string }[]> {
    const { sql } = this.platform
    return [
      ...(await sql<
        { event: string; body: string }[]
      >`SELECT event, body_vi AS body FROM notices WHERE person_id = ${personId} ORDER BY told_at`),
    ]
  }

  async close(): Promise<void> {
    await this.server.fastify.close()
    await this.platform.drop()
  }
}

export async function openRequestDesk(): Promise<RequestDesk> {
  const platform = await openTestPlatform()
  const { sql } = platform
  const server = await createApp(platform, 'both')
  await server.fastify.ready()
  for (const officeId of [1, 2])
    await sql`INSERT INTO offices (office_id, provisional_code, name, office_level, province_code, address, valid_from, source, ward_codes)
      VALUES (${officeId}, ${`9000${officeId}`}, ${`BHXH cơ sở Mẫu ${officeId}`}, 'grassroots', '01', 'Số 1 đường Mẫu', '2025-07-01', 'test', ${officeId === 1 ? ['00004'] : []}::text[])`
  await sql`INSERT INTO administrative_units (unit_code, unit_level, name, full_name, unit_type, parent_code, valid_from, source) VALUES
    ('01', 'province', 'Mẫu', 'Thành phố Mẫu', 'thành phố', NULL, '2025-07-01', 'test'), ('00004', 'ward', 'Ba Mẫu', 'Phường Ba Mẫu', 'phường', '01', '2025-07-01', 'test')`
  return new RequestDesk(platform, server)
}

export const codeOf = (answer: LightMyRequestResponse): string => answer.json<{ code?: string }>().code ?? String(answer.statusCode)

/** A correction request of this person; throws when it is refused. */
export async function ask(holder: Holder, line: { kind: string; lineId: string }, more: object = {}): Promise<CorrectionRequest> {
  const body = { requestId: randomUUID(), ...line, problem: 'wrong-salary', what: 'Lương của tôi là 9 triệu.', wanted: [], ...more }
  const answer = await holder.client.post('/api/me/correction-requests', body)
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json()
}

/** The request in its sender's own list. */
export async function findOwn({ client }: Holder, requestId: string): Promise<CorrectionRequest | undefined> {
  const { requests } = (await client.get('/api/me/correction-requests')).json<{ requests: CorrectionRequest[] }>()
  return requests.find((one) => one.requestId === requestId)
}

export const see = async (clerk: TestClient, requestId: string): Promise<RequestCase> => {
  const answer = await clerk.get(`/api/counter/requests/${requestId}`)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json()
}

export const NINE_MILLION = { kind: 'accept', values: [{ field: 'contributorySalaryVnd', value: '9.000.000 đồng' }] }

/** Decides over the version that the clerk sees now. */
export const decide = async (clerk: TestClient, requestId: string, order: object): Promise<LightMyRequestResponse> => {
  const { version } = await see(clerk, requestId)
  const nothing = { decisionId: randomUUID(), version, values: [], removesLine: false, reasonCode: null, said: '' }
  return clerk.post(`/api/counter/requests/${requestId}/decision`, { ...nothing, ...order })
}
