import { createHash, randomUUID } from 'node:crypto'

import type { Answers, Registration } from '@an-sinh/contract'

import { PRIVACY_TEXT_VERSION } from '../operations/index.ts'
import type { DemoApp } from './demo-app.ts'
import { DemoBrowser } from './demo-browser.ts'
import { type Applicant, readNewestText } from './demonstration-queries.ts'
import { type DemoPhoto, drawPhotos } from './draw-photos.ts'

/** How a registration deviates from a perfect one; `stop` leaves it as a draft. */
export type Deviation = { change?: Partial<Answers>; blurred?: boolean; stop?: 'draft'; withdraw?: boolean }
export type DemoRegistration = { registrationId: string; phone: string; applicant: Applicant }

const PIECE_BYTES = 64 * 1024
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

const uploadPhoto = async (browser: DemoBrowser, registrationUrl: string, { kind, bytes }: DemoPhoto): Promise<void> => {
  const uploadId = randomUUID()
  await browser.must('POST', `${registrationUrl}/photos`, {
    uploadId,
    kind,
    sizeBytes: bytes.length,
    sha256: hashOf(bytes),
    hints: { faults: [], tries: 1, ...(kind === 'portrait' ? { face: 'one' } : {}) },
  })
  for (let offset = 0; offset < bytes.length; offset += PIECE_BYTES)
    await browser.sendPiece(`${registrationUrl}/photos/${uploadId}`, bytes.subarray(offset, offset + PIECE_BYTES), offset)
  await browser.must('POST', `${registrationUrl}/photos/${uploadId}/completion`, {})
}

const provePhone = async ({ platform }: DemoApp, browser: DemoBrowser, registrationUrl: string, phone: string): Promise<void> => {
  await browser.must('POST', `${registrationUrl}/phone-codes`, { phone })
  const code = /\b\d{6}\b/u.exec(await readNewestText(platform, phone))?.[0]
  await browser.must('POST', `${registrationUrl}/phone-proof`, { code })
}

const answersOf = (applicant: Applicant, officeId: number, change: Partial<Answers>): Answers => ({
  fullName: applicant.fullName,
  insuranceNumber: applicant.insuranceNumber,
  insuranceNumberForgotten: false,
  nationalId: applicant.nationalId,
  passportNumber: null,
  nationality: 'VN',
  bornOn: applicant.bornOn,
  sex: applicant.sex,
  email: null,
  provinceCode: applicant.provinceCode,
  wardCode: applicant.wardCode,
  street: applicant.address.split(',')[0] ?? 'Tổ dân phố số 1',
  oldAddress: null,
  officeId,
  officeChoice: 'residence',
  employerMayPrint: false,
  ...change,
})

/** The letter's step 1 as the app walks it: draft, privacy text, phone proved, three photos, submission. */
export async function registerApplicant(
  app: DemoApp,
  applicant: Applicant,
  officeId: number,
  deviation: Deviation = {},
): Promise<DemoRegistration> {
  const registrationId = randomUUID()
  const registrationUrl = `/api/registrations/${registrationId}`
  const browser = new DemoBrowser(app.server)
  const { phone } = applicant
  await browser.must('POST', '/api/registrations', { registrationId })
  await browser.must('PUT', `${registrationUrl}/privacy-text`, { version: PRIVACY_TEXT_VERSION })
  await provePhone(app, browser, registrationUrl, phone)
  for (const photo of await drawPhotos(applicant, { blurred: deviation.blurred === true }))
    await uploadPhoto(browser, registrationUrl, photo)
  if (deviation.stop === 'draft') return { registrationId, phone, applicant }
  const { version } = await browser.must<Registration>('GET', registrationUrl)
  await browser.must('POST', `${registrationUrl}/submission`, { answers: answersOf(applicant, officeId, deviation.change ?? {}), version })
  if (deviation.withdraw === true) await browser.must('POST', `${registrationUrl}/withdrawal`)
  return { registrationId, phone, applicant }
}
