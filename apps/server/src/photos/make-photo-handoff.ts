import { randomBytes } from 'node:crypto'
import { makePhotoHandoffRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { insertHandoff } from './handoff-queries.ts'
import { requirePhotoStep } from './require-photo-step.ts'

const MINUTES = 10

/** A one-time token for the fragment of a QR's address: fragments are not sent to servers and stand in no log. */
export function makePhotoHandoff(server: Server, platform: Platform): void {
  addRoute(server, makePhotoHandoffRoute, async ({ params: { registrationId }, request }) => {
    const actor = requireActor(request, 'applicant')
    const token = randomBytes(24).toString('base64url')
    return inTransaction(platform, async (transaction) => {
      await requirePhotoStep(transaction, registrationId)
      const expiresAt = await insertHandoff(transaction, platform.keyring.hmac('ticket', `photo-handoff/${token}`), registrationId, MINUTES)
      await recordAudit(transaction, { actor, action: 'photo-handoff-made', registrationId, requestId: request.id })
      return { token, expiresAt: expiresAt.toISOString() }
    })
  })
}
