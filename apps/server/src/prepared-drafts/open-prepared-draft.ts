import { openDraftRoute } from '@an-sinh/contract'
import { parseSlipCode } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import { meetDevice } from '../platform/known-device.ts'
import type { Platform } from '../platform/platform.ts'
import { networkOf } from '../platform/recovery-limits.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { claimDraft, isDraftCode } from './prepared-draft-queries.ts'
import { hashOfDraftCode } from './prepare-drafts.ts'

/** On the employee's own phone, which keeps the draft from now on. The agency's side: an employer has no way here. */
export function openPreparedDraft(server: Server, platform: Platform): void {
  addRoute(server, openDraftRoute, async ({ body, request, reply }) => {
    const { deviceId, isNew } = meetDevice(platform.keyring, request, reply, 'prepared-draft')
    await platform.limits.consume('prepared-code-device', deviceId)
    const code = parseSlipCode(body.code)
    const codeHash = code === null ? null : hashOfDraftCode(code)
    const phoneMark = platform.keyring.hmac('device', `prepared-draft/${deviceId}`)
    const opened =
      codeHash === null
        ? null
        : await inTransaction(platform, async (transaction) => {
            const row = await claimDraft(transaction, codeHash, phoneMark)
            if (row?.isFirst === true)
              await recordAudit(transaction, {
                actor: { kind: 'anonymous' },
                action: 'employer-draft-opened',
                requestId: request.id,
                details: { draftId: row.draftId },
              })
            return row
          })
    if (opened === null) {
      if (codeHash !== null && (await isDraftCode(platform.sql, codeHash))) throw new Refusal('prepared-code-taken')
      // A browser that keeps no cookie has a new id each time: its wrong codes count for its network.
      if (isNew) await platform.limits.consume('prepared-code-network', networkOf(request.ip))
      throw new Refusal('prepared-code-wrong')
    }
    reply.header('cache-control', 'no-store')
    const { draftId: _draftId, isFirst: _isFirst, expiresAt, ...draft } = opened
    return { ...draft, expiresAt: expiresAt.toISOString() }
  })
}
