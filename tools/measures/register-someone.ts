import { createHash, randomUUID } from 'node:crypto'

import type postgres from 'postgres'
import sharp from 'sharp'

import type { ApiClient } from './api-client.ts'

export type Someone = {
  fullName: string
  insuranceNumber: string | null
  nationalId: string | null
  bornOn: string
  sex: string
  phone: string
  officeId: number
  provinceCode: string
  wardCode: string
}
export type Submitted = { registrationId: string; fileNumber: string; formCode: string; dueOn: string; version: number }

const PIECE_BYTES = 64 * 1024

/** A small synthetic picture of each kind; drawn once per process. No face, no person. */
const pictures = new Map<string, Promise<Buffer>>()
const pictureOf = (kind: string): Promise<Buffer> => {
  const known = pictures.get(kind)
  if (known !== undefined) return known
  const drawn = sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400"><rect width="640" height="400" fill="#dfe8ee"/><circle cx="180" cy="200" r="90" fill="#c9a58a"/><text x="300" y="210" font-size="40">${kind}</text></svg>`,
    ),
  )
    .jpeg({ quality: 80 })
    .toBuffer()
  pictures.set(kind, drawn)
  return drawn
}

/** What the inbox page of the demo shows for a phone: the newest text for it. */
export async function readNewestSms(owner: postgres.Sql, phone: string, contains: RegExp): Promise<string> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const rows = await owner<
      { body: string }[]
    >`SELECT body FROM inbox_messages WHERE recipient LIKE ${`%${phone.slice(-9)}`} ORDER BY inbox_message_id DESC LIMIT 5`
    const found = rows.find((row) => contains.test(row.body))
    if (found !== undefined) return found.body
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`no message for the phone ending ${phone.slice(-3)}`)
}

/** Any write of this journey; `must` for a healthy system, `patiently` while it is being killed. */
type Send = ApiClient['must']

export async function uploadPhoto(send: Send, registrationId: string, kind: string, bytes: Buffer): Promise<void> {
  const uploadId = randomUUID()
  const begun = await send('POST', `/api/registrations/${registrationId}/photos`, {
    uploadId,
    kind,
    sizeBytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    hints: { faults: [], tries: 0 },
  })
  const id = String(begun.body['uploadId'] ?? uploadId)
  let offset = Number(begun.body['offset'] ?? 0)
  for (let guard = 0; offset < bytes.length && guard < 500; guard += 1) {
    const answer = await send('PATCH', `/api/registrations/${registrationId}/photos/${id}`, bytes.subarray(offset, offset + PIECE_BYTES), {
      'upload-offset': String(offset),
    })
    offset =
      typeof answer.body['offset'] === 'number'
        ? answer.body['offset']
        : Number((await send('GET', `/api/registrations/${registrationId}/photos/${id}/offset`)).body['offset'])
  }
  const done = await send('POST', `/api/registrations/${registrationId}/photos/${id}/completion`, {})
  if (done.status >= 400) throw new Error(`photo ${kind}: ${JSON.stringify(done.body)}`)
}

/** The letter's step 1 over the API as the app walks it: draft, privacy text, phone proved, three photos, submission. */
export async function registerSomeone(
  client: ApiClient,
  owner: postgres.Sql,
  someone: Someone,
  options: { send?: Send; privacyTextVersion: string },
): Promise<Submitted> {
  const send = options.send ?? client.must.bind(client)
  const registrationId = randomUUID()
  await send('POST', '/api/registrations', { registrationId })
  await send('PUT', `/api/registrations/${registrationId}/privacy-text`, { version: options.privacyTextVersion })
  await send('POST', `/api/registrations/${registrationId}/phone-codes`, { phone: someone.phone })
  const code = /\b(\d{6})\b/.exec(await readNewestSms(owner, someone.phone, /\b\d{6}\b/))?.[1]
  await send('POST', `/api/registrations/${registrationId}/phone-proof`, { code })
  for (const kind of ['id-front', 'id-back', 'portrait']) await uploadPhoto(send, registrationId, kind, await pictureOf(kind))
  const draft = await send('GET', `/api/registrations/${registrationId}`)
  const answers = {
    fullName: someone.fullName,
    insuranceNumber: someone.insuranceNumber,
    insuranceNumberForgotten: someone.insuranceNumber === null,
    nationalId: someone.nationalId,
    passportNumber: null,
    nationality: 'VN',
    bornOn: someone.bornOn,
    sex: someone.sex,
    email: null,
    provinceCode: someone.provinceCode,
    wardCode: someone.wardCode,
    street: 'Số 1 phố Mẫu',
    oldAddress: null,
    officeId: someone.officeId,
    officeChoice: 'residence',
    employerMayPrint: false,
  }
  const body = { answers, version: Number(draft.body['version']) }
  const sent = await send('POST', `/api/registrations/${registrationId}/submission`, body)
  if (sent.status >= 400) throw new Error(`submission: ${JSON.stringify(sent.body)}`)
  return {
    registrationId,
    fileNumber: String(sent.body['fileNumber']),
    formCode: String(sent.body['formCode']),
    dueOn: String(sent.body['dueOn']),
    version: Number(sent.body['version']),
  }
}
