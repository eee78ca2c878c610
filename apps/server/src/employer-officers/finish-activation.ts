import { finishActivationRoute } from '@an-sinh/contract'
import { decidePassword } from '@an-sinh/domain'
import { isCommonPassword } from '@an-sinh/domain/common-passwords'
import { recordAudit } from '../audit/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import { hashPassword } from '../platform/passwords.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { findTotpStep } from '../staff/index.ts'
import { finishActivationOf } from './activation-queries.ts'
import { requireSlip } from './begin-activation.ts'

/** Slip, own password and the authenticator's first code: from now on both factors, and the slip is worth nothing. */
export function finishActivation(server: Server, platform: Platform): void {
  addRoute(server, finishActivationRoute, async ({ body, request, reply }) => {
    const { officerId, fullName, codeHash, secretText } = await requireSlip(platform, request, reply, body)
    const decision = decidePassword(body.password, { fullName }, isCommonPassword)
    if (!decision.ok) throw new Refusal(decision.code, { fields: [{ field: 'password', code: decision.code }] })
    const step = requireFound(findTotpStep(secretText, body.totp), 'staff-sign-in-wrong')
    const passwordHash = await hashPassword(body.password)
    await inTransaction(platform, async (transaction) => {
      if (!(await finishActivationOf(transaction, { officerId, codeHash, passwordHash, step }))) throw new Refusal('officer-code-wrong')
      const line = { actor: { kind: 'anonymous' }, action: 'employer-officer-activated', requestId: request.id } as const
      await recordAudit(transaction, { ...line, details: { officerId } })
    })
    return undefined
  })
}
