import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { getBlankForm01 } from './get-blank-form-01.ts'
import { getForm01, printForm01 } from './get-form-01.ts'
import { getRegistrationStatus } from './get-registration-status.ts'

export { formatOpeningHours } from './form-01-data.ts'
export { toEmployerForm01Data } from './employer-form-01-data.ts'
export { gatherForm01 } from './gather-form-01.ts'
export { type OwnForm01Facts, toOwnForm01Data } from './own-form-01-data.ts'

/** Form 01: the sheet, and its code as the way to ask how things stand. */
export function registerForms(server: Server, platform: Platform): void {
  for (const register of [getForm01, printForm01, getBlankForm01, getRegistrationStatus]) register(server, platform)
}
