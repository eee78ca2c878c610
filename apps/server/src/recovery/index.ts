import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { findCounterAccount } from './find-counter-account.ts'
import { issueCounterCode } from './issue-counter-code.ts'

export { isOldPhoneGone, useCounterCode } from './counter-code-queries.ts'

/** Ways back into an account for who lost the password: at the counter. */
export function registerRecovery(server: Server, platform: Platform): void {
  for (const register of [findCounterAccount, issueCounterCode]) register(server, platform)
}
