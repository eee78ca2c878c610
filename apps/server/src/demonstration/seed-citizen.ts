import { NAMED_PEOPLE } from '../population/index.ts'
import { type OpenDemoApp, withDemoApp } from './demo-app.ts'
import { DemoBrowser } from './demo-browser.ts'
import { CITIZEN_PASSWORD } from './demo-citizen.ts'
import { findApplicant, readNewestText } from './demonstration-queries.ts'
import { registerApplicant } from './register-applicant.ts'
import { signInStaff, workCase } from './work-counter.ts'

const OFFICE_ID = 101
const FIRST_PASSWORD = /\b[a-z]{4}-\d{4}-[a-z]{4}\b/u

/** The person who can sign in from the start: registered, approved at the desk, first password from the message, own password. */
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
  })
}
