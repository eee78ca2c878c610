import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { acceptPrivacyText } from './accept-privacy-text.ts'
import { changeOffice } from './change-office.ts'
import { extendRegistration } from './extend-registration.ts'
import { getRegistration } from './get-registration.ts'
import { listOwnRegistrations } from './list-own-registrations.ts'
import { openRegistration } from './open-registration.ts'
import { proveOpening } from './prove-opening.ts'
import { provePhone } from './prove-phone.ts'
import { sendOpeningCode } from './send-opening-code-job.ts'
import { sendPhoneCode } from './send-phone-code.ts'
import { startRegistration } from './start-registration.ts'
import { withdrawRegistration } from './withdraw-registration.ts'

export { listRegistrationsOfBrowser } from './list-own-registrations.ts'
export { grantAccess, resolveApplicant } from './applicant-access.ts'
export { sendOpeningCode } from './send-opening-code-job.ts'

/** What the applicant does with an own registration, and how a browser comes to own one. */
export function registerApplicants(server: Server, platform: Platform): void {
  for (const register of [
    startRegistration,
    listOwnRegistrations,
    getRegistration,
    acceptPrivacyText,
    sendPhoneCode,
    provePhone,
    extendRegistration,
    changeOffice,
    withdrawRegistration,
    openRegistration,
    proveOpening,
  ])
    register(server, platform)
}

export async function startApplicantJobs(platform: Platform): Promise<void> {
  await platform.jobs.work('send-opening-code', (data) => sendOpeningCode(platform, data))
}
