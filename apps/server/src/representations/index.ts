import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { endRepresentation } from './end-representation.ts'
import { endRepresentations } from './end-representations-job.ts'
import { listOwnRepresentations } from './list-own-representations.ts'

export { insertRepresentation, listReadersOf, listRepresentations, lockRepresentationsOf } from './representation-queries.ts'
export { endRepresentations }
export { revokeMandate } from './revoke-mandate.ts'
export { requireSubject } from './require-subject.ts'
export { tellMandateChange } from './tell-both.ts'

/** Adds the lists of both sides and their end. */
export function registerRepresentations(server: Server, platform: Platform): void {
  listOwnRepresentations(server, platform)
  endRepresentation(server, platform)
}

/** Just after midnight in Viet Nam. */
export async function startRepresentationJobs(platform: Platform): Promise<void> {
  await platform.jobs.work('end-representations', async () =>
    platform.log.info({ ended: await endRepresentations(platform) }, 'came of age or ran out'),
  )
  await platform.jobs.schedule('end-representations', '2 0 * * *')
}
