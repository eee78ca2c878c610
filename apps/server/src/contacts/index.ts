import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { askContactChange } from './ask-contact-change.ts'
import { cancelContactChange } from './cancel-contact-change.ts'
import { getContacts } from './get-contacts.ts'
import { objectToContactChange } from './object-to-contact-change.ts'
import { proveContactChange } from './prove-contact-change.ts'
import { sendContactCode } from './send-side-code.ts'

export { applyContactChanges, startContactJobs } from './apply-contact-changes-job.ts'
export { askPhoneChange, cancelPhoneChange, describePhoneChange, provePhoneChange } from './change-at-counter.ts'
export { cancelOpenChanges } from './contact-change-queries.ts'

/** Another phone or e-mail address: codes on both sides, a day to object. */
export function registerContacts(server: Server, platform: Platform): void {
  for (const register of [getContacts, askContactChange, sendContactCode, proveContactChange, cancelContactChange, objectToContactChange])
    register(server, platform)
}
