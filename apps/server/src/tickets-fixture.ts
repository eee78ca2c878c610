import { createHash, randomUUID } from 'node:crypto'
import type { LightMyRequestResponse } from 'fastify'
import sharp from 'sharp'
import { OWN_PASSWORD } from './access-fixture.ts'
import { openAccount, prepareFirstPassword } from './accounts/index.ts'
import { createApp } from './app.ts'
import { OfficeFixture } from './office-fixture.ts'
import { copyPersons } from './persons/index.ts'
import type { Server } from './platform/add-route.ts'
import { TestClient } from './platform/test-client.ts'
import { openTestPlatform } from './platform/test-platform.ts'
import { inTransaction } from './platform/transaction.ts'
import { listReceivingOffices, seedReference } from './reference/index.ts'

export type Citizen = { client: TestClient; personId: number; phone: string; insuranceNumber: string }

const PERSON = {
  fullName: 'Trần Thị Mẫu Hỏi',
  bornOn: '1962-03-05',
  sex: 'female',
  nationalId: null,
  legacyId: null,
  passportNumber: null,
  nationality: 'VN',
  wardCode: '00004',
  address: null,
  householdId: null,
  householdRelation: null,
  phoneOnFile: null,
  diedOn: null,
  mergedIntoPersonId: null,
} as const

/** The whole server with the real offices at noon of a working Thursday, people signed in and strangers, each at an address of their own. */
export class TicketsFixture extends OfficeFixture {
  readonly server: Server
  /** The office of the ward that everybody of this test lives in. */
  readonly home: number
  #people = 0
  #strangers = 0

  constructor(platform: OfficeFixture['platform'], server: Server, home: number) {
    super(platform, server, [home], { wardCode: '00004', provinceCode: '01' })
    this.server = server
    this.home = home
  }

  async citizen(): Promise<Citizen> {
    this.#people += 1
    const serial = String(this.#people).padStart(4, '0')
    const insuranceNumber = `990077${serial}`
    const phone = `+8495077${serial}`
    const [personId = 0] = await copyPersons(this.platform.sql, { persons: [{ ...PERSON, insuranceNumber }], households: [] }, 'test')
    return { client: await this.#signIn({ personId, insuranceNumber, phone }), personId, phone, insuranceNumber }
  }

  /** By the product's clock, which does not stand at today. */
  async #signIn({ personId, insuranceNumber, phone }: Omit<Citizen, 'client'>): Promise<TestClient> {
    const { plain, hash } = await prepareFirstPassword()
    const [now] = await this.platform.sql<{ at: Date }[]>`SELECT ansinh_now() AS at`
    const account = { personId, phone, email: null, registrationId: randomUUID(), firstPasswordHash: hash }
    const heldUntil = new Date((now?.at.getTime() ?? 0) - 1000)
    await inTransaction(this.platform, (transaction) => openAccount(transaction, { ...account, heldUntil }))
    const client = new TestClient(this.server)
    await client.post('/api/first-sign-ins', { login: insuranceNumber, firstPassword: plain, bornOn: PERSON.bornOn })
    const answer = await client.post('/api/first-sign-ins/password', { password: OWN_PASSWORD })
    if (answer.statusCode !== 201) throw new Error(answer.body)
    return client
  }

  stranger(network?: number): TestClient {
    this.#strangers += 1
    return new TestClient(this.server, { address: `198.51.${network ?? this.#strangers % 250}.${(this.#strangers % 250) + 1}` })
  }
}

export async function openTicketsFixture(): Promise<TicketsFixture> {
  const platform = await openTestPlatform()
  await seedReference(platform.sql)
  const server = await createApp(platform, 'both')
  await server.fastify.ready()
  const offices = await listReceivingOffices(platform.sql)
  const home = offices.find(({ wardCodes }) => wardCodes.includes('00004')) ?? offices[0]
  const fixture = new TicketsFixture(platform, server, home?.officeId ?? 0)
  await fixture.setToday('2026-12-03')
  return fixture
}

export const photo = (): Promise<Buffer> =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: '#ccd' } })
    .jpeg()
    .withExif({ IFD0: { Copyright: 'Nhà số 7 ngõ Mẫu' } })
    .toBuffer()

export const sendPhoto = async (client: TestClient, reportId: string, kind: string, bytes: Buffer): Promise<LightMyRequestResponse> => {
  const url = `/api/me/tickets/${reportId}/photos`
  const uploadId = randomUUID()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const started = await client.post(url, { uploadId, kind, sizeBytes: bytes.length, sha256 })
  if (started.statusCode !== 201) return started
  await client.send('PATCH', `${url}/${uploadId}`, bytes, { 'content-type': 'application/octet-stream', 'upload-offset': '0' })
  return client.post(`${url}/${uploadId}/completion`)
}

/** By number and code; `pass`: another one than was given. */
export const sendStrangersPhoto = async (
  client: TestClient,
  { reportId, reportNumber, code }: { reportId: string; reportNumber: string; code: string },
  { kind, bytes, pass }: { kind: string; bytes: Buffer; pass?: string },
): Promise<LightMyRequestResponse> => {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const body = { reportNumber, code, uploadId: randomUUID(), kind, sizeBytes: bytes.length, sha256 }
  const started = await client.post('/api/tickets/photos', body)
  if (started.statusCode !== 201) return started
  const begun = started.json<{ uploadId: string; pass: string }>()
  const url = `/api/tickets/${reportId}/photos/${begun.uploadId}`
  const headers = { 'upload-pass': pass ?? begun.pass }
  const piece = await client.send('PATCH', url, bytes, { ...headers, 'content-type': 'application/octet-stream', 'upload-offset': '0' })
  return piece.statusCode === 200 ? client.send('POST', `${url}/completion`, undefined, headers) : piece
}
