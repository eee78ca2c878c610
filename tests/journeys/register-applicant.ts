import { createHash, randomUUID } from 'node:crypto'

import { type APIResponse, type Browser, expect, type Page } from '@playwright/test'

import type { Applicant } from './applicants.ts'
import { ONE_TIME_CODE, readInbox } from './citizen-pages.ts'
import { drawPhotos } from './draw-photos.ts'

/** The parts of an answer about one's own registration that journeys use. */
export type Receipt = { registrationId: string; version: number; fileNumber: string; formCode: string; dueOn: string }

const PIECE_BYTES = 64 * 1024

const must = async (answer: Promise<APIResponse>): Promise<APIResponse> => {
  const got = await answer
  expect(got.ok(), `${got.url()}: ${got.status()} ${await got.text()}`).toBe(true)
  return got
}

async function uploadPhoto({ request }: Page, registrationUrl: string, kind: string, bytes: Buffer): Promise<void> {
  const uploadId = randomUUID()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const data = { uploadId, kind, sizeBytes: bytes.length, sha256, hints: { faults: [], tries: 1 } }
  await must(request.post(`${registrationUrl}/photos`, { data }))
  for (let offset = 0; offset < bytes.length; offset += PIECE_BYTES) {
    const headers = { 'content-type': 'application/octet-stream', 'upload-offset': String(offset) }
    await must(request.patch(`${registrationUrl}/photos/${uploadId}`, { headers, data: bytes.subarray(offset, offset + PIECE_BYTES) }))
  }
  await must(request.post(`${registrationUrl}/photos/${uploadId}/completion`, { data: {} }))
}

const bornOnOf = ({ year, month, day }: Applicant): string =>
  month === '' ? year : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`

const answersOf = (applicant: Applicant, officeId: number): object => ({
  fullName: applicant.fullName,
  insuranceNumber: applicant.insuranceNumber,
  insuranceNumberForgotten: false,
  nationalId: applicant.nationalId,
  passportNumber: null,
  nationality: 'VN',
  bornOn: bornOnOf(applicant),
  sex: applicant.sex === 'Nam' ? 'male' : 'female',
  email: applicant.email === '' ? null : applicant.email,
  provinceCode: '01',
  wardCode: '00004',
  street: 'Số 1 phố Mẫu',
  oldAddress: null,
  officeId,
  officeChoice: 'residence',
  employerMayPrint: false,
})

/**
 * The letter's step 1 as the page's own browser could have sent it: the screens themselves are walked in the letter's journey. The page's
 * cookies then own the registration.
 */
export async function registerApplicant(browser: Browser, page: Page, applicant: Applicant, officeId: number): Promise<Receipt> {
  const { request } = page
  const registrationId = randomUUID()
  const registrationUrl = `/api/registrations/${registrationId}`
  const { privacyTextVersion } = (await (await must(request.get('/api/settings'))).json()) as { privacyTextVersion: string }
  await must(request.post('/api/registrations', { data: { registrationId } }))
  await must(request.put(`${registrationUrl}/privacy-text`, { data: { version: privacyTextVersion } }))
  await must(request.post(`${registrationUrl}/phone-codes`, { data: { phone: applicant.phone } }))
  const code = await readInbox(request, applicant.phone, ONE_TIME_CODE)
  await must(request.post(`${registrationUrl}/phone-proof`, { data: { code } }))
  for (const [kind, bytes] of Object.entries(await drawPhotos(browser, applicant))) await uploadPhoto(page, registrationUrl, kind, bytes)
  const { version } = (await (await must(request.get(registrationUrl))).json()) as Receipt
  await must(request.post(`${registrationUrl}/submission`, { data: { answers: answersOf(applicant, officeId), version } }))
  await expect.poll(async () => readState(page, registrationUrl), { timeout: 30_000 }).toBe('awaiting-visit')
  return (await (await must(request.get(registrationUrl))).json()) as Receipt
}

const readState = async ({ request }: Page, registrationUrl: string): Promise<string> =>
  ((await (await must(request.get(registrationUrl))).json()) as { state: string }).state
