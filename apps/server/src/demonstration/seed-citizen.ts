import { createHash, randomUUID } from 'node:crypto'

import type { DependantCase } from '@an-sinh/contract'
import sharp from 'sharp'

import { NAMED_CHILDREN, NAMED_PEOPLE } from '../population/index.ts'
import { type OpenDemoApp, withDemoApp } from './demo-app.ts'
import { DemoBrowser } from './demo-browser.ts'
import { CITIZEN_PASSWORD } from './demo-citizen.ts'
import { findApplicant, readNewestText } from './demonstration-queries.ts'
import { registerApplicant } from './register-applicant.ts'
import { signInStaff, workCase } from './work-counter.ts'

const OFFICE_ID = 101
const FIRST_PASSWORD = /\b[a-z]{4}-\d{4}-[a-z]{4}\b/u

type NamedChild = (typeof NAMED_CHILDREN)[number]

/** A drawn sheet with the child's name: no real paper. */
const drawCertificate = ({ fullName, bornOn }: NamedChild): Promise<Buffer> =>
  sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 1200" width="900" height="1200">
  <rect width="900" height="1200" fill="#6d5b4b"/><rect x="40" y="40" width="820" height="1120" fill="#f7f4e9" stroke="#8a6f4d" stroke-width="6"/>
  <g font-family="sans-serif" fill="#1d2b2a" font-size="34"><text x="90" y="160" fill="#7a2020" font-size="30">MẪU THỬ NGHIỆM – KHÔNG PHẢI GIẤY TỜ</text>
  <text x="90" y="260" font-size="48" font-weight="700">GIẤY KHAI SINH</text><text x="90" y="380">Họ và tên: ${fullName}</text><text x="90" y="450">Ngày sinh: ${bornOn.split('-').toReversed().join('/')}</text>
  <text x="90" y="520">Mẹ: Trần Thị Minh Hoạ</text><text x="90" y="590">Nơi sinh: Hà Nội</text></g></svg>`),
  )
    .jpeg({ quality: 80 })
    .toBuffer()

const declare = async (guardian: DemoBrowser, child: NamedChild): Promise<string> => {
  const [requestId, uploadId] = [randomUUID(), randomUUID()]
  const { fullName: childName, bornOn, insuranceNumber, nationalId } = child
  const body = { requestId, childName, bornOn, insuranceNumber, nationalId, relation: 'mother' }
  await guardian.must('POST', '/api/me/dependant-requests', body)
  const url = `/api/me/dependant-requests/${requestId}/certificates`
  const photo = await drawCertificate(child)
  const sha256 = createHash('sha256').update(photo).digest('hex')
  await guardian.must('POST', url, { uploadId, sizeBytes: photo.length, sha256 })
  for (let at = 0; at < photo.length; at += 65_536) await guardian.sendPiece(`${url}/${uploadId}`, photo.subarray(at, at + 65_536), at)
  await guardian.must('POST', `${url}/${uploadId}/completion`, {})
  return requestId
}

/** Two of the children come under their mother as everybody's do: declared by her, entered by a clerk on file. */
async function seedChildren(guardian: DemoBrowser, clerk: DemoBrowser): Promise<void> {
  for (const child of NAMED_CHILDREN.slice(0, 2)) {
    const url = `/api/counter/dependant-requests/${await declare(guardian, child)}`
    const { candidates } = await clerk.must<DependantCase>('GET', url)
    const personId = candidates.find((one) => one.insuranceNumber === child.insuranceNumber)?.personId ?? null
    await clerk.must('POST', `${url}/decision`, { kind: 'approve', personId, reasonCode: null })
  }
}

/** The person who can sign in from the start: registered, approved at the desk, first password from the message, own password, two children. */
export async function seedCitizen(openApp: OpenDemoApp): Promise<void> {
  const [named] = NAMED_PEOPLE
  if (named === undefined) return
  const registration = await withDemoApp(openApp, '-3 days', async (app) => {
    const applicant = await findApplicant(app.platform.sql, named.insuranceNumber)
    return applicant === null ? null : registerApplicant(app, applicant, OFFICE_ID)
  })
  if (registration === null) return
  await withDemoApp(openApp, '-2 hours', async (app) =>
    workCase(await signInStaff(app, 'quay.truong'), registration.registrationId, { kind: 'approve' }),
  )
  await withDemoApp(openApp, '0', async (app) => {
    const firstPassword = FIRST_PASSWORD.exec(await readNewestText(app.platform, registration.phone))?.[0]
    const browser = new DemoBrowser(app.server)
    await browser.must('POST', '/api/first-sign-ins', { login: named.insuranceNumber, firstPassword, bornOn: named.bornOn })
    await browser.must('POST', '/api/first-sign-ins/password', { password: CITIZEN_PASSWORD })
    // A colleague of their own: a second factor's code counts once in half a minute, and the desks' are needed soon after.
    await seedChildren(browser, await signInStaff(app, 'quay.treem'))
  })
}
