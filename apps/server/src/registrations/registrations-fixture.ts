import { createHash, randomUUID } from 'node:crypto'
import type { Answers } from '@an-sinh/contract'
import { PHOTO_KINDS } from '@an-sinh/domain'
import type { LightMyRequestResponse } from 'fastify'
import sharp from 'sharp'
import { appendPiece, finishUpload, startUpload, stopDocumentThreads } from '../documents/index.ts'
import { copyPersons, type NewPerson } from '../persons/index.ts'
import type { ActorResolver } from '../platform/actor.ts'
import type { Server } from '../platform/add-route.ts'
import { makeServer } from '../platform/make-server.ts'
import { TestClient } from '../platform/test-client.ts'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { listReceivingOffices, listUnits, seedReference } from '../reference/index.ts'
import { insertDraft, loadRegistration, registerRegistrations, type RegistrationRow, touchRegistration } from './index.ts'

/** Whoever asks owns the registration: who may ask is tested where browsers are met. */
const owner: ActorResolver = async (request) => {
  const { params } = request
  return typeof params === 'object' && params !== null && 'registrationId' in params && typeof params.registrationId === 'string'
    ? { kind: 'applicant', registrationId: params.registrationId, scope: 'own' }
    : null
}
const nobody = async (): Promise<null> => null

/** A server with registrations alone over a database of its own, for the tests of this folder. */
export class RegistrationsFixture {
  readonly platform: TestPlatform
  readonly server: Server
  readonly client: TestClient
  readonly officeIds: number[]
  readonly wardCode: string
  readonly provinceCode: string
  /** Small ones are looked at fast; a clerk would be told that they are too small. */
  photoPx = 160
  #count = 0

  constructor(platform: TestPlatform, server: Server, place: { officeIds: number[]; wardCode: string; provinceCode: string }) {
    this.platform = platform
    this.server = server
    this.client = new TestClient(server)
    this.officeIds = place.officeIds
    this.wardCode = place.wardCode
    this.provinceCode = place.provinceCode
  }

  answers(change: Partial<Answers> = {}): Answers {
    this.#count += 1
    return {
      fullName: 'Nguyễn Thị Thử Nghiệm',
      insuranceNumber: `99${String(this.#count).padStart(8, '0')}`,
      insuranceNumberForgotten: false,
      nationalId: `099194${String(this.#count).padStart(6, '0')}`,
      passportNumber: null,
      nationality: 'VN',
      bornOn: '1994-03-05',
      sex: 'female',
      email: null,
      provinceCode: this.provinceCode,
      wardCode: this.wardCode,
      street: 'Số 1 phố Mẫu',
      oldAddress: null,
      officeId: this.officeIds[0] ?? 0,
      officeChoice: 'residence',
      employerMayPrint: false,
      ...change,
    }
  }

  async addPhotos(
    registrationId: string,
    kinds: readonly (typeof PHOTO_KINDS)[number][] = PHOTO_KINDS,
    seed: string = registrationId,
  ): Promise<void> {
    for (const kind of kinds) {
      const lines = Array.from({ length: 20 }, (_, line) => `<text y="${line * 24}" font-size="18">${kind} ${seed} ${line}</text>`).join('')
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 480" width="${this.photoPx}" height="${this.photoPx * 0.75}"><rect width="640" height="480" fill="#ccd"/>${lines}</svg>`
      const bytes = await sharp(Buffer.from(svg)).jpeg({ quality: 50 }).toBuffer()
      const { uploadId } = await startUpload(this.platform.sql, {
        uploadId: randomUUID(),
        registrationId,
        kind,
        sizeBytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        hints: { faults: [], tries: 1, face: 'one' },
      })
      await appendPiece(this.platform, { registrationId, uploadId, offset: 0, bytes })
      await finishUpload(this.platform, { registrationId, uploadId }, async () => undefined)
    }
  }

  /** A draft that lacks nothing but the answers. */
  async makeDraft(options: { phone?: string; photos?: boolean } = {}): Promise<string> {
    const registrationId = randomUUID()
    this.#count += 1
    const provedPhone = options.phone ?? `+8495${String(this.#count).padStart(7, '0')}`
    await insertDraft(this.platform.sql, registrationId)
    await touchRegistration(this.platform.sql, registrationId, ['draft'], { privacyTextVersion: 'v1', provedPhone })
    if (options.photos !== false) await this.addPhotos(registrationId)
    return registrationId
  }

  submit(registrationId: string, answers: object, version = 1): Promise<LightMyRequestResponse> {
    return this.client.post(`/api/registrations/${registrationId}/submission`, { answers, version })
  }

  /** A registration whose Form 01 is awaited. */
  async makeSubmitted(change: Partial<Answers> = {}, options: { phone?: string } = {}): Promise<RegistrationRow> {
    const registrationId = await this.makeDraft(options)
    const answer = await this.submit(registrationId, this.answers(change))
    if (answer.statusCode !== 201) throw new Error(answer.body)
    return loadRegistration(this.platform.sql, registrationId)
  }

  async addPerson(change: Partial<NewPerson>): Promise<number> {
    this.#count += 1
    const person: NewPerson = {
      fullName: 'Nguyễn Thị Thử Nghiệm',
      bornOn: '1994-03-05',
      sex: 'female',
      insuranceNumber: `98${String(this.#count).padStart(8, '0')}`,
      nationalId: `099094${String(this.#count).padStart(6, '0')}`,
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
    }
    const [personId = 0] = await copyPersons(this.platform.sql, { persons: [person], households: [] }, 'test')
    return personId
  }

  /** Texts in the outbox for a phone or an e-mail address, oldest first. */
  async readMessages(recipient: string): Promise<string[]> {
    const { sql, keyring } = this.platform
    const rows = await sql<{ messageId: string; text: Buffer }[]>`
      SELECT message_id AS "messageId", text_encrypted AS text FROM messages WHERE recipient_hmac = ${keyring.hmac('phone', recipient)} ORDER BY created_at, message_id`
    return rows.map((row) => keyring.decrypt('message', row.text, row.messageId).toString('utf8'))
  }

  /** The product's clock stands at noon of a day in Viet Nam (or at another time of that day). */
  async setToday(on: string, time = '12:00:00'): Promise<void> {
    const seconds = Math.round((Date.parse(`${on}T${time}+07:00`) - Date.now()) / 1000)
    await this.platform.moveClock(`${seconds} seconds`)
  }

  async close(): Promise<void> {
    await this.server.fastify.close()
    await stopDocumentThreads()
    await this.platform.drop()
  }
}

export async function openRegistrationsFixture(): Promise<RegistrationsFixture> {
  const platform = await openTestPlatform()
  await seedReference(platform.sql)
  const server = await makeServer(platform, 'citizen', { applicant: owner, citizen: nobody, staff: nobody, employer: nobody })
  registerRegistrations(server, platform)
  await server.fastify.ready()
  const offices = await listReceivingOffices(platform.sql)
  const [province] = await listUnits(platform.sql, 'province', null)
  const [ward] = await listUnits(platform.sql, 'ward', province?.code ?? '')
  return new RegistrationsFixture(platform, server, {
    officeIds: offices.map((office) => office.officeId),
    wardCode: ward?.code ?? '',
    provinceCode: province?.code ?? '',
  })
}
