import { takePhotoHandoffRoute } from '@an-sinh/contract'
import { PHOTO_KINDS } from '@an-sinh/domain'
import { grantAccess } from '../applicants/index.ts'
import { recordAudit } from '../audit/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import { meetDevice } from '../platform/known-device.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { consumeHandoff } from './handoff-queries.ts'
import { requirePhotoStep } from './require-photo-step.ts'

/** The phone takes the photo step over, and nothing else: it sees no answers. */
export function takePhotoHandoff(server: Server, platform: Platform): void {
  addRoute(server, takePhotoHandoffRoute, async ({ body: { token }, request, reply }) => {
    await platform.limits.consume('photo-handoff', meetDevice(platform.keyring, request, reply, 'applicant').deviceId)
    return inTransaction(platform, async (transaction) => {
      const registrationId = requireFound(
        await consumeHandoff(transaction, platform.keyring.hmac('ticket', `photo-handoff/${token}`)),
        'handoff-gone',
      )
      const row = await requirePhotoStep(transaction, registrationId)
      await grantAccess(platform, transaction, { request, reply }, registrationId, 'photos')
      await recordAudit(transaction, {
        actor: { kind: 'applicant', registrationId, scope: 'photos' },
        action: 'photo-handoff-taken',
        registrationId,
        requestId: request.id,
      })
      return { registrationId, privacyTextVersion: row.privacyTextVersion, photoKinds: [...PHOTO_KINDS] }
    })
  })
}
