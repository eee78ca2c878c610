import type { FormCodeProof } from '../accounts/index.ts'
import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { deleteOutdatedEmailLinks } from './email-link-queries.ts'
import { issueCounterCode } from './issue-counter-code.ts'
import { openEmailLink } from './open-email-link.ts'
import { requestEmailLink } from './request-email-link.ts'

export { findFreshCode, isOldPhoneGone, useCounterCode } from './counter-code-queries.ts'
export { useEmailLinks } from './email-link-queries.ts'

/** Ways back into an account for who lost the password: at the counter, by a link to the address on file. */
export function registerRecovery(server: Server, platform: Platform, isFormCodeOf: FormCodeProof): void {
  for (const register of [issueCounterCode, openEmailLink]) register(server, platform)
  requestEmailLink(server, platform, isFormCodeOf)
}

/** By night: links past their time. */
export async function startRecoveryJobs(platform: Platform): Promise<void> {
  await platform.jobs.work('erase-email-links', async () =>
    platform.log.info({ links: await deleteOutdatedEmailLinks(platform.sql) }, 'e-mail links erased'),
  )
  await platform.jobs.schedule('erase-email-links', '20 3 * * *')
}
