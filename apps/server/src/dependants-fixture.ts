import { createHash, randomUUID } from 'node:crypto'
import type { DependantRequest, Represented, RepresentationReader } from '@an-sinh/contract'
import sharp from 'sharp'
import { expect } from 'vitest'
import { signInCitizen } from './access-fixture.ts'
import { createApp } from './app.ts'
import { stopDocumentThreads } from './documents/index.ts'
import { copyPersons, type NewPerson } from './persons/index.ts'
import { TestClient } from './platform/test-client.ts'
import { openTestPlatform } from './platform/test-platform.ts'
import { seedReference } from './reference/index.ts'
import { createStaffUser, currentTotp } from './staff/index.ts'

const PASSWORD = 'tách trà buổi sáng sớm'
const HOUSEHOLDS = [1, 2].map((householdId) => ({
  householdId,
  householdCode: `990000000${householdId}`,
  wardCode: '00004',
  address: 'Số 1 phố Mẫu',
}))
const plain: Omit<NewPerson, 'insuranceNumber' | 'fullName' | 'bornOn'> = {
  sex: 'female',
  nationalId: null,
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
}

export type Declared = {
  childName?: string
  bornOn?: string
  insuranceNumber?: string | null
  nationalId?: string | null
  relation?: string
}

// The whole server over an empty register: guardians, children and clerks as tests need them. Each test file has its own.
export const platform = await openTestPlatform()
await seedReference(platform.sql)
export const today = (await platform.sql<{ today: string }[]>`SELECT ansinh_today() AS today`)[0]?.today ?? ''
await copyPersons(platform.sql, { persons: [], households: HOUSEHOLDS }, 'test')
export const server = await createApp(platform, 'both')
await server.fastify.ready()
const certificate = await sharp({ create: { width: 900, height: 1200, channels: 3, background: '#f4f7ef' } })
  .jpeg()
  .toBuffer()
let count = 0
export const addPerson = async (change: Partial<NewPerson> = {}) => {
  count += 1
  const person: NewPerson = {
    ...plain,
    fullName: 'Trần Thị Mẫu',
    bornOn: '1988-03-05',
    insuranceNumber: `99${String(count).padStart(8, '0')}`,
    ...change,
  }
  const [personId = 0] = await copyPersons(platform.sql, { persons: [person], households: [] }, 'test')
  return { ...person, personId, phone: `+8495${String(count).padStart(7, '0')}` }
}
export const signIn = async (change: Partial<NewPerson> = {}) => {
  const person = await addPerson(change)
  return { ...person, client: await signInCitizen(platform, server, person) }
}
/** The office that serves the ward on file. */
export const ownOffice = async (): Promise<number> => {
  const [place] = await platform.sql<{ officeId: number }[]>`SELECT office_id AS "officeId" FROM dependant_requests LIMIT 1`
  if (place === undefined) throw new Error('nothing was declared yet')
  return place.officeId
}
export const hire = async (change: { personId?: number; officeId?: number } = {}): Promise<TestClient> => {
  count += 1
  const userName = `can.bo-${count}`
  const { totpSecret } = await createStaffUser(platform, {
    userName,
    fullName: 'Lê Văn Quầy',
    role: 'clerk',
    officeId: change.officeId ?? (await ownOffice()),
    password: PASSWORD,
    personId: change.personId ?? null,
  })
  const client = new TestClient(server)
  await client.post('/api/staff/sessions', { userName, password: PASSWORD })
  expect((await client.post('/api/staff/sessions/second-factor', { code: currentTotp(totpSecret) })).statusCode).toBe(201)
  return client
}

export const declare = async (client: TestClient, declared: Declared = {}, requestId: string = randomUUID()) => {
  const body = {
    requestId,
    childName: 'Trần Bé An',
    bornOn: '2018-05-01',
    insuranceNumber: null,
    nationalId: null,
    relation: 'mother',
    ...declared,
  }
  return { requestId, answer: await client.post('/api/me/dependant-requests', body) }
}
export const sendCertificate = async (client: TestClient, requestId: string, bytes: Buffer = certificate) => {
  const path = `/api/me/dependant-requests/${requestId}/certificates`
  const uploadId = randomUUID()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const started = await client.post(path, { uploadId, sizeBytes: bytes.length, sha256 })
  if (started.statusCode !== 201) return started
  for (let at = 0; at < bytes.length; at += 65_536)
    await client.send('PATCH', `${path}/${uploadId}`, bytes.subarray(at, at + 65_536), {
      'content-type': 'application/octet-stream',
      'upload-offset': String(at),
    })
  return client.post(`${path}/${uploadId}/completion`, {})
}
export const sent = async (client: TestClient, declared: Declared = {}): Promise<string> => {
  const { requestId, answer } = await declare(client, declared)
  expect(answer.statusCode).toBe(201)
  expect((await sendCertificate(client, requestId)).json<DependantRequest>().state).toBe('sent')
  return requestId
}
export const openCase = async (clerk: TestClient, requestId: string) => clerk.get(`/api/counter/dependant-requests/${requestId}`)
export const decide = async (clerk: TestClient, requestId: string, body: { personId?: number; reasonCode?: string }) =>
  clerk.post(`/api/counter/dependant-requests/${requestId}/decision`, {
    kind: body.reasonCode === undefined ? 'approve' : 'refuse',
    personId: body.personId ?? null,
    reasonCode: body.reasonCode ?? null,
  })
export const representationsOf = async (client: TestClient) =>
  (await client.get('/api/me/representations')).json<{ represented: Represented[]; readers: RepresentationReader[] }>()
export const requestsOf = async (client: TestClient) =>
  (await client.get('/api/me/dependant-requests')).json<{ requests: DependantRequest[] }>().requests
export const messagesTo = async (phone: string): Promise<string[]> => {
  const rows = await platform.sql<
    { messageId: string; text: Buffer }[]
  >`SELECT message_id AS "messageId", text_encrypted AS text FROM messages
    WHERE recipient_hmac = ${platform.keyring.hmac('phone', phone)} ORDER BY created_at, message_id`
  return rows.map(({ messageId, text }) => platform.keyring.decrypt('message', text, messageId).toString('utf8'))
}
/** A guardian with a child under it, as a clerk's approval leaves them. */
export const family = async (childBornOn = '2018-05-01') => {
  const guardian = await signIn({ householdId: 1, householdRelation: '00' })
  const child = await addPerson({ fullName: 'Trần Bé An', bornOn: childBornOn, householdId: 1, phoneOnFile: '+84959999999' })
  const clerk = await hire()
  const requestId = await sent(guardian.client, { bornOn: childBornOn, insuranceNumber: child.insuranceNumber })
  expect((await decide(clerk, requestId, { personId: child.personId })).statusCode).toBe(204)
  const [represented] = (await representationsOf(guardian.client)).represented
  return { guardian, child, clerk, requestId, forId: represented?.representationId ?? '' }
}
export const close = async (): Promise<void> => {
  await server.fastify.close()
  await platform.drop()
  await stopDocumentThreads()
}

// A first request, from which the office is known.
await declare((await signIn()).client)
