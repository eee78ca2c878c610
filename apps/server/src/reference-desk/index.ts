import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { applyProposals } from './apply-proposals-job.ts'
import { decideProposal, withdrawProposal } from './decide-proposal.ts'
import { proposeChange } from './propose-change.ts'
import { readEntries } from './read-entries.ts'

export { applyProposals } from './apply-proposals-job.ts'

/** Entries of the reference lists, changed by four eyes. */
export function registerReferenceDesk(server: Server, platform: Platform): void {
  for (const register of [readEntries, proposeChange, decideProposal, withdrawProposal]) register(server, platform)
}

export async function startReferenceDeskJobs(platform: Platform): Promise<void> {
  await platform.jobs.work('apply-proposals', async () => {
    platform.log.info({ proposals: await applyProposals(platform) }, 'changes of offices written')
  })
  await platform.jobs.schedule('apply-proposals', '3 * * * *')
}
