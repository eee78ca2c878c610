import type { Case } from '@an-sinh/contract'
import type { FastifyRequest } from 'fastify'
import { recordAudit } from '../audit/index.ts'
import { requireOwnCase } from '../decisions/index.ts'
import { requireActor, type StaffActor } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { toCaseAnswer } from './to-case-answer.ts'

/** One line for the case, one for every person of the register that was laid beside it: each of them may see who looked. */
const recordRead = (platform: Platform, actor: StaffActor, shown: Case, requestId: string): Promise<void> =>
  inTransaction(platform, async (transaction) => {
    const { registrationId } = shown
    await recordAudit(transaction, {
      actor,
      action: 'case-read',
      registrationId,
      requestId,
      details: { state: shown.state, formCodeShown: true },
    })
    for (const { personId } of shown.persons)
      await recordAudit(transaction, { actor, action: 'person-compared', personId, registrationId, requestId })
  })

/** What every move at the counter answers: the case as it stands now, its reading recorded before it leaves. */
export async function showCase(platform: Platform, request: FastifyRequest, registrationId: string): Promise<Case> {
  const actor = requireActor(request, 'staff')
  const row = await requireOwnCase(platform.sql, actor, registrationId)
  const shown = await toCaseAnswer(platform, actor, row, /^\s*en\b/iu.test(request.headers['accept-language'] ?? '') ? 'en' : 'vi')
  await recordRead(platform, actor, shown, request.id)
  return shown
}
