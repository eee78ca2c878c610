import { createHash, randomUUID } from 'node:crypto'
import type { Answers, Registration } from '@an-sinh/contract'
import { createApp } from './app.ts'
import { sendOpeningCode } from './applicants/index.ts'
import { stopDocumentThreads } from './documents/index.ts'
import type { Server } from './platform/add-route.ts'
import { TestClient } from './platform/test-client.ts'
import { openTestPlatform, type TestPlatform } from './platform/test-platform.ts'
import { listReceivingOffices, listUnits, seedReference } from './reference/index.ts'

export const PIECE_BYTES = 65_536

/** The whole server, and browsers that register on it, for tests of the journey. */
export class ApplicantFixture {
  readonly platform: TestPlatform
  readonly server: Server
  readonly officeIds: number[]
  readonly place: { provinceCode: string; wardCode: string }
  #count = 0

  constructor(platform: TestPlatform, server: Server, officeIds: number[], place: { provinceCode: string; wardCode: string }) {
    this.platform = platform
    this.server = server
    this.officeIds = officeIds
    this.place = place
  }

  newPhone(): string {
    this.#count += 1
    return `095${String(this.#count).padStart(7, '0')}`
  }

  answers(change: Partial<Answers> = {}): Answers {
    this.#count += 1
    return {
      fullName: 'Nguyễn Thị Thử Nghiệm',
      insuranceNumber: `99${String(this.#count).padStart(8, '0')}`,
      insuranceNumberForgotten: false,
      nationalId: '099194000019',
      passportNumber: null,
      nationality: 'VN',
      bornOn: '1994-03-05',
      sex: 'female',
      email: null,
      ...this.place,
      street: 'Số 1 phố Mẫu',
      oldAddress: null,
      officeId: this.officeIds[0] ?? 0,
      officeChoice: 'residence',
      employerMayPrint: false,
      ...change,
    }
  }

  /** A browser that has started a draft. */
  async start(): Promise<{ browser: TestClient; url: string; registrationId: string }> {
    const browser = new TestClient(this.server)
    const registrationId = randomUUID()
    const answer = await browser.post('/api/registrations', { registrationId })
    if (answer.statusCode !== 201) throw new Error(answer.body)
    return { browser, registrationId, url: `/api/registrations/${registrationId}` }
  }

  async readSms(phone: string): Promise<string[]> {
    const { sql, keyring } = this.platform
    const rows = await sql<{ messageId: string; text: Buffer }[]>`
      SELECT message_id AS "messageId", text_encrypted AS text FROM messages WHERE recipient_hmac = ${keyring.hmac('phone', phone.replace(/^0/u, '+84'))} ORDER BY created_at, message_id`
    return rows.map((row) => keyring.decrypt('message', row.text, row.messageId).toString('utf8'))
  }

  async readCode(phone: string): Promise<string> {
    return (await this.readSms(phone)).map((text) => /\b\d{6}\b/u.exec(text)?.[0]).findLast((code) => code !== undefined) ?? ''
  }

  async provePhone(browser: TestClient, url: string, phone: string): Promise<void> {
    await browser.post(`${url}/phone-codes`, { phone })
    const answer = await browser.post(`${url}/phone-proof`, { code: await this.readCode(phone) })
    if (answer.statusCode !== 200) throw new Error(answer.body)
  }

  announce(browser: TestClient, url: string, bytes: Uint8Array, kind: string, change: object = {}) {
    return browser.post(`${url}/photos`, {
      uploadId: randomUUID(),
      kind,
      sizeBytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      hints: { faults: [], tries: 1 },
      ...change,
    })
  }

  sendPiece(browser: TestClient, url: string, uploadId: string, bytes: Buffer, offset: number) {
    return browser.send('PATCH', `${url}/photos/${uploadId}`, bytes.subarray(offset, offset + PIECE_BYTES), {
      'content-type': 'application/octet-stream',
      'upload-offset': String(offset),
    })
  }

  /** Sends a photo as a phone does; answers the last answer. */
  async sendPhoto(browser: TestClient, url: string, bytes: Buffer, kind: string, hints: object = {}) {
    const announced = await this.announce(browser, url, bytes, kind, { hints: { faults: [], tries: 1, ...hints } })
    if (announced.statusCode !== 201) return announced
    const { uploadId, offset } = announced.json<{ uploadId: string; offset: number }>()
    for (let at = offset; at < bytes.length; at += PIECE_BYTES) {
      const answer = await this.sendPiece(browser, url, uploadId, bytes, at)
      if (answer.statusCode !== 200) return answer
    }
    return browser.post(`${url}/photos/${uploadId}/completion`)
  }

  /** Sends everything: the whole way to the receipt. */
  async register(
    photos: Record<string, Buffer>,
    change: Partial<Answers> = {},
  ): Promise<{ browser: TestClient; url: string; phone: string; receipt: Registration }> {
    const phone = this.newPhone()
    const { browser, url } = await this.start()
    await browser.send('PUT', `${url}/privacy-text`, { version: 'v1' })
    await this.provePhone(browser, url, phone)
    for (const [kind, bytes] of Object.entries(photos)) await this.sendPhoto(browser, url, bytes, kind, { face: 'one' })
    const answer = await browser.post(`${url}/submission`, { answers: this.answers(change), version: 1 })
    if (answer.statusCode !== 201) throw new Error(answer.body)
    return { browser, url, phone, receipt: answer.json<Registration>() }
  }

  /** What the worker does with the jobs of openings. */
  async sendOpeningCodes(): Promise<void> {
    const jobs = await this.platform.sql<
      { data: Record<string, unknown> }[]
    >`DELETE FROM pgboss.job WHERE name = 'send-opening-code' RETURNING data`
    for (const { data } of jobs) await sendOpeningCode(this.platform, data)
  }

  forgetLimits(): Promise<unknown> {
    return this.platform.sql`DELETE FROM limit_counters`
  }

  async close(): Promise<void> {
    await this.server.fastify.close()
    await stopDocumentThreads()
    await this.platform.drop()
  }
}

export async function openApplicantFixture(logTo?: { write: (line: string) => void }): Promise<ApplicantFixture> {
  const platform = await openTestPlatform(logTo === undefined ? {} : { settings: { logLevel: 'trace' }, logTo })
  await seedReference(platform.sql)
  const server = await createApp(platform, 'both')
  await server.fastify.ready()
  const offices = await listReceivingOffices(platform.sql)
  const [province] = await listUnits(platform.sql, 'province', null)
  const [ward] = await listUnits(platform.sql, 'ward', province?.code ?? '')
  return new ApplicantFixture(
    platform,
    server,
    offices.map((office) => office.officeId),
    { provinceCode: province?.code ?? '', wardCode: ward?.code ?? '' },
  )
}
