import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

import type { ApiClient } from './api-client.ts'
import type { ReadSms } from './read-inbox-sms.ts'
import { drawSmallPhoto, PHOTO_KINDS } from './synthetic-photos.ts'
import { uploadPhoto } from './upload-photo.ts'

export type Someone = {
  fullName: string
  insuranceNumber: string
  bornOn: string
  sex: string
  phone: string
  officeId: number
  provinceCode: string
  wardCode: string
}
export type Submitted = { registrationId: string; fileNumber: string; formCode: string; dueOn: string; version: number }
export type Journey = {
  readSms: ReadSms
  privacyTextVersion: string
  /** Sends every request again while the system is away: what a patient app does. */
  patient?: boolean
  registrationId?: string
  /** Instead of the one small drawing that everybody has: where the same picture twice would be told to a clerk. */
  drawPhoto?: (kind: string) => Promise<Buffer>
}

const CODE = /\b(\d{6})\b/

/** A code asked for, read from the text, and shown. Again when the answer to one of the two was lost; the limit's own time is kept. */
async function provePhone(client: ApiClient, path: string, phone: string, readSms: ReadSms): Promise<void> {
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const asked = await client.patiently('POST', `${path}/phone-codes`, { phone })
    const code = CODE.exec((await readSms(phone, CODE, asked.status < 400 ? 20_000 : 5000)) ?? '')?.[1]
    if (code !== undefined) await client.patiently('POST', `${path}/phone-proof`, { code })
    if ((await client.patiently('GET', path)).body['phoneProved'] === true) return
    const again = typeof asked.body['tryAgainAt'] === 'string' ? Date.parse(asked.body['tryAgainAt']) - Date.now() : 61_000
    await pause(Math.max(1000, Math.min(again, 61_000)))
  }
  throw new Error('the phone could not be proved')
}

const toAnswers = ({ phone: _phone, ...someone }: Someone) => ({
  ...someone,
  insuranceNumberForgotten: false,
  nationalId: null,
  passportNumber: null,
  nationality: 'VN',
  email: null,
  street: 'Số 1 phố Mẫu',
  oldAddress: null,
  officeChoice: 'residence',
  employerMayPrint: false,
})

/** The letter's step 1 over the API as the app walks it: draft, privacy text, phone proved, three photos, submission. @throws Error naming a refusal */
export async function registerSomeone(client: ApiClient, someone: Someone, journey: Journey): Promise<Submitted> {
  const send: ApiClient['must'] = (...call) => (journey.patient === true ? client.mustPatiently(...call) : client.must(...call))
  const registrationId = journey.registrationId ?? randomUUID()
  const path = `/api/registrations/${registrationId}`
  await send('POST', '/api/registrations', { registrationId })
  await send('PUT', `${path}/privacy-text`, { version: journey.privacyTextVersion })
  await provePhone(client, path, someone.phone, journey.readSms)
  for (const kind of PHOTO_KINDS) await uploadPhoto(client, path, kind, await (journey.drawPhoto ?? drawSmallPhoto)(kind))
  const { body: draft } = await send('GET', path)
  const { body } = await send('POST', `${path}/submission`, { answers: toAnswers(someone), version: Number(draft['version']) })
  return {
    registrationId,
    fileNumber: String(body['fileNumber']),
    formCode: String(body['formCode']),
    dueOn: String(body['dueOn']),
    version: Number(body['version']),
  }
}
