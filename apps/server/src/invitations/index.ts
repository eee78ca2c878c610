import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { getSheet, getSheetFacts } from './get-sheet.ts'
import { layInvitations } from './lay-invitations.ts'
import { listInvitations } from './list-invitations.ts'
import { previewInvitations } from './preview-invitations.ts'
import { sendInvitations } from './send-invitations.ts'
import { stopInvitations } from './stop-invitations.ts'

export { layInvitations }

/** How an employer reaches its people: messages within a budget, posters, guides. */
export function registerInvitations(server: Server, platform: Platform): void {
  for (const register of [previewInvitations, sendInvitations, listInvitations, stopInvitations, getSheetFacts, getSheet])
    register(server, platform)
}

export async function startInvitationJobs(platform: Platform): Promise<void> {
  await platform.jobs.work('send-invitations', async ({ employerId, sendingId }) => {
    if (typeof employerId === 'number' && typeof sendingId === 'string') await layInvitations(platform, { employerId, sendingId })
  })
}
