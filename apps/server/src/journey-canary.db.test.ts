import { createHash, randomUUID } from 'node:crypto'
import type { Case, HealthCardAnswer, Registration } from '@an-sinh/contract'
import { PHOTO_KINDS } from '@an-sinh/domain'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from './app.ts'
import { startAuditSealer, verifyAudit } from './audit/index.ts'
import { settleDecisions } from './decisions/index.ts'
import { stopDocumentThreads } from './documents/index.ts'
import { startMessageSender } from './messages/index.ts'
import { PRIVACY_TEXT_VERSION } from './operations/index.ts'
import { copyPersons } from './persons/index.ts'
import type { Server } from './platform/add-route.ts'
import { findCanary, findCanaryInLog } from './platform/find-canary.ts'
import { TestClient } from './platform/test-client.ts'
import { openTestPlatform, type TestPlatform } from './platform/test-platform.ts'
import { listReceivingOffices, listUnits, seedReference } from './reference/index.ts'
import { createStaffUser, currentTotp } from './staff/index.ts'

/** Facts like nobody else's. */
const CANARY = {
  fullName: 'Hoàng Yến Ca',
  bornOn: '1971-02-03',
  insuranceNumber: '9977700077',
  nationalId: '099171777007',
  street: 'Ngõ Chim Hoạ Mi 77',
  phone: '0957770077',
  email: 'hoang.yen.ca@example.invalid',
}
const PASSWORD = 'chim hót trong lồng sơn'
const FACTS = [...Object.values(CANARY).filter((fact) => fact !== CANARY.phone), CANARY.phone.slice(1), PASSWORD]
const PIECE_BYTES = 64 * 1024

/** Where a fact of a person may stand: columns made for it, readable by those who need it. */
const ALLOWED_COLUMNS = [
  'accounts.email',
  'accounts.phone',
  'inbox_messages.recipient',
  'insurance_numbers.insurance_number',
  'national_ids.national_id',
  'person_names.born_on',
  'person_names.name_folded',
  'persons.born_on',
  'persons.born_on_partial',
  'persons.full_name',
  'persons.insurance_number',
  'persons.name_folded',
  'persons.national_id',
  'registrations.declared',
  'registrations.declared_name_folded',
  'registrations.email',
  'registrations.proved_phone',
]

describe('a canary person on the whole journey', () => {
  const lines: string[] = []
  let platform: TestPlatform
  let server: Server
  let applicant: TestClient
  let clerk: TestClient
  let registration: Registration
  let officeId = 0
  const registrationId = randomUUID()
  const at = (path: string): string => `/api/registrations/${registrationId}${path}`
  const counterAt = (path: string): string => `/api/counter/registrations/${registrationId}${path}`
  const readSms = async (what: RegExp): Promise<string> => {
    const rows = await platform.sql<
      { body: string }[]
    >`SELECT body FROM inbox_messages WHERE recipient LIKE ${`%${CANARY.phone.slice(1)}`} ORDER BY inbox_message_id DESC`
    return rows.map((row) => what.exec(row.body)?.[0]).find((found) => found !== undefined) ?? ''
  }
  const awaitSms = async (what: RegExp): Promise<string> => {
    await expect.poll(() => readSms(what), { timeout: 10_000 }).not.toBe('')
    return readSms(what)
  }

  const sendPhoto = async (kind: string): Promise<void> => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"><rect width="800" height="600" fill="#cde"/><text x="40" y="300" font-size="40">${kind}</text></svg>`
    const bytes = await sharp(Buffer.from(svg)).jpeg().withMetadata().toBuffer()
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const { uploadId } = (
      await applicant.post(at('/photos'), {
        uploadId: randomUUID(),
        kind,
        sizeBytes: bytes.length,
        sha256,
        hints: { faults: [], tries: 1 },
      })
    ).json<{ uploadId: string }>()
    for (let offset = 0; offset < bytes.length; offset += PIECE_BYTES) {
      const headers = { 'content-type': 'application/octet-stream', 'upload-offset': String(offset) }
      expect(
        (await applicant.send('PATCH', at(`/photos/${uploadId}`), bytes.subarray(offset, offset + PIECE_BYTES), headers)).statusCode,
      ).toBe(200)
    }
    expect((await applicant.post(at(`/photos/${uploadId}/completion`))).statusCode).toBe(200)
  }

  beforeAll(async () => {
    platform = await openTestPlatform({
      demo: true,
      settings: { logLevel: 'trace', undoSeconds: 1 },
      logTo: { write: (line) => void lines.push(line) },
    })
    await seedReference(platform.sql)
    const absent = {
      legacyId: null,
      passportNumber: null,
      wardCode: null,
      address: null,
      householdId: null,
      householdRelation: null,
      phoneOnFile: null,
      diedOn: null,
      mergedIntoPersonId: null,
    }
    const { fullName, bornOn, insuranceNumber, nationalId } = CANARY
    await copyPersons(
      platform.sql,
      { persons: [{ fullName, bornOn, sex: 'female', insuranceNumber, nationalId, nationality: 'VN', ...absent }], households: [] },
      'test',
    )
    officeId = (await listReceivingOffices(platform.sql))[0]?.officeId ?? 0
    server = await createApp(platform, 'both')
    await server.fastify.ready()
    applicant = new TestClient(server)
    clerk = new TestClient(server)
  })
  afterAll(async () => {
    await server.fastify.close()
    await stopDocumentThreads()
    await platform.drop()
  })

  it('registers', async () => {
    const sender = await startMessageSender(platform)
    expect((await applicant.post('/api/registrations', { registrationId })).statusCode).toBe(201)
    expect((await applicant.send('PUT', at('/privacy-text'), { version: PRIVACY_TEXT_VERSION })).statusCode).toBe(200)
    expect((await applicant.post(at('/phone-codes'), { phone: CANARY.phone })).statusCode).toBe(202)
    expect((await applicant.post(at('/phone-proof'), { code: await awaitSms(/\b\d{6}\b/u) })).statusCode).toBe(200)
    for (const kind of PHOTO_KINDS) await sendPhoto(kind)
    const [province] = await listUnits(platform.sql, 'province', null)
    const [ward] = await listUnits(platform.sql, 'ward', province?.code ?? '')
    const { fullName, insuranceNumber, nationalId, bornOn, email, street } = CANARY
    const place = { provinceCode: province?.code, wardCode: ward?.code, street, oldAddress: null, officeId, officeChoice: 'residence' }
    const answers = {
      fullName,
      insuranceNumber,
      insuranceNumberForgotten: false,
      nationalId,
      passportNumber: null,
      nationality: 'VN',
      bornOn,
      sex: 'female',
      email,
      employerMayPrint: false,
      ...place,
    }
    const { version } = (await applicant.get(at(''))).json<Registration>()
    const sent = await applicant.post(at('/submission'), { answers, version })
    expect(sent.statusCode).toBe(201)
    registration = sent.json<Registration>()
    expect(registration).toMatchObject({ state: 'awaiting-visit' })
    expect((await applicant.get(at('/form-01'))).headers['content-type']).toContain('application/pdf')
    expect((await new TestClient(server).post('/api/registration-status', { formCode: registration.formCode })).body).not.toContain('Yến')
    await sender.stop()
  })

  it('is checked and approved at the counter', async () => {
    const { totpSecret } = await createStaffUser(platform, {
      userName: 'can.bo',
      fullName: 'Lê Văn Quầy',
      role: 'clerk',
      officeId,
      password: PASSWORD,
    })
    await clerk.post('/api/staff/sessions', { userName: 'can.bo', password: PASSWORD })
    expect((await clerk.post('/api/staff/sessions/second-factor', { code: currentTotp(totpSecret) })).statusCode).toBe(201)
    expect((await clerk.post('/api/counter/queue', { queue: 'awaiting-visit' })).body).toContain(CANARY.fullName)
    expect((await clerk.post('/api/counter/lookups', { code: registration.formCode })).json()).toStrictEqual({ registrationId })
    const opened = (await clerk.get(counterAt(''))).json<Case>()
    expect(opened.persons).toHaveLength(1)
    for (const kind of PHOTO_KINDS) expect((await clerk.get(counterAt(`/photos/${kind}`))).headers['content-type']).toBe('image/jpeg')
    const received = (await clerk.post(counterAt('/receipt'), { version: opened.version })).json<Case>()
    expect(received.state).toBe('received')
    const decision = {
      decisionId: randomUUID(),
      version: received.version,
      kind: 'approve',
      personId: opened.persons[0]?.personId,
      documentKind: 'cccd-chip',
      checklist: received.checklist.map(({ code }) => code),
      reasonCodes: [],
    }
    const decided = await clerk.post(counterAt('/decision'), decision)
    expect(decided.statusCode).toBe(201)
    expect(decided.body).not.toMatch(/[bcfghjkmnprstvxz]{4}-[2-9]{4}-[bcfghjkmnprstvxz]{4}/u)
  })

  it('signs in, reads the own card, and sees who looked', async () => {
    await expect
      .poll(async () => (await settleDecisions(platform), (await applicant.get(at(''))).json<Registration>().state), { timeout: 10_000 })
      .toBe('approved')
    const sender = await startMessageSender(platform)
    const firstPassword = await awaitSms(/[bcfghjkmnprstvxz]{4}-[2-9]{4}-[bcfghjkmnprstvxz]{4}/u)
    await sender.stop()
    const citizen = new TestClient(server)
    await expect
      .poll(
        async () =>
          (await citizen.post('/api/first-sign-ins', { login: CANARY.nationalId, firstPassword, bornOn: CANARY.bornOn })).statusCode,
        { timeout: 5000 },
      )
      .toBe(201)
    expect((await citizen.post('/api/first-sign-ins/password', { password: PASSWORD })).statusCode).toBe(201)
    expect((await citizen.get('/api/me/health-card')).json<HealthCardAnswer>()).toMatchObject({ fullName: CANARY.fullName, status: 'none' })
    expect((await citizen.get('/api/me/participation')).statusCode).toBe(200)
    const { accesses } = (await citizen.get('/api/me/accesses')).json<{ accesses: { who: string; action: string }[] }>()
    const told = accesses.map(({ who, action }) => `${who}: ${action}`)
    expect(told).toContain('Lê Văn Quầy: Mở xem hồ sơ đăng ký')
    expect(told).toContain('Lê Văn Quầy: Xem ảnh trong hồ sơ')
    expect(told).toContain('Lê Văn Quầy: Duyệt đăng ký')
    expect(told.filter((line) => line.includes('Thay đổi dữ liệu'))).toStrictEqual([])
    expect((await applicant.get(at(''))).json<Registration>().state).toBe('activated')
  })

  it('and stands afterwards in the columns made for people and nowhere else: no log, no queue of jobs, no counter, no audit line', async () => {
    expect(await findCanary(platform.sql, FACTS)).toStrictEqual(ALLOWED_COLUMNS)
    expect(lines.length).toBeGreaterThan(0)
    expect(findCanaryInLog(lines, FACTS)).toStrictEqual([])
  })

  it('leaves an audit that holds', async () => {
    const sealer = startAuditSealer(platform)
    await sealer.stop()
    expect(await verifyAudit(platform)).toMatchObject({ ok: true, waiting: 0, finding: null })
  })
})
