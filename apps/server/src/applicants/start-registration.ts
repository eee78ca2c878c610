import { startRegistrationRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { countStranger } from '../platform/stranger-limits.ts'
import { inTransaction } from '../platform/transaction.ts'
import { insertDraft, loadRegistration, type RegistrationRow, toRegistrationAnswer } from '../registrations/index.ts'
import { deleteAccesses, findAccess } from './access-queries.ts'
import { findTokenHash, grantAccess } from './applicant-access.ts'

/** The answer to the first call got lost together with its cookie, and nothing was put in since: whoever knows the id may begin again. */
const isUntouched = (row: RegistrationRow): boolean =>
  row.state === 'draft' &&
  row.privacyTextVersion === null &&
  row.provedPhone === null &&
  row.touchedAt.getTime() === row.createdAt.getTime()

const isOwner = async (sql: Queryable, tokenHash: Buffer | null, registrationId: string): Promise<boolean> =>
  tokenHash !== null && (await findAccess(sql, tokenHash, registrationId)) === 'own'

/** Starts a draft; the browser becomes its owner. Repeating the same id answers the same draft. */
export function startRegistration(server: Server, platform: Platform): void {
  addRoute(server, startRegistrationRoute, async ({ body: { registrationId }, request, reply }) => {
    const tokenHash = findTokenHash(platform, request)
    if (await isOwner(platform.sql, tokenHash, registrationId))
      return toRegistrationAnswer(platform, platform.sql, await loadRegistration(platform.sql, registrationId))
    const counts = { device: 'registration-start', network: 'registration-start-network', about: `registration/${registrationId}` } as const
    await countStranger(platform, { request, reply }, counts)
    return inTransaction(platform, async (transaction) => {
      const isNew = await insertDraft(transaction, registrationId)
      const row = await loadRegistration(transaction, registrationId)
      if (!isNew && !isUntouched(row)) throw new Refusal('registration-not-yours')
      await deleteAccesses(transaction, registrationId)
      await grantAccess(platform, transaction, { request, reply }, registrationId, 'own')
      await recordAudit(transaction, {
        actor: { kind: 'applicant', registrationId, scope: 'own' },
        action: 'registration-start',
        registrationId,
        requestId: request.id,
      })
      return toRegistrationAnswer(platform, transaction, row)
    })
  })
}
