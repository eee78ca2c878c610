import { orderDataExportRoute } from '@an-sinh/contract'
import { findPasswordHash } from '../accounts/index.ts'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import { verifyPassword } from '../platform/passwords.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { findExport, insertExport, listExportRows, lockExportsOf } from './export-queries.ts'
import { keepOfExports, toExportAnswer } from './to-export-answer.ts'

/** A copy of everything in one file is worth a theft: a phone left open on a table does not make one. */
const requirePassword = async (platform: Platform, personId: number, password: string): Promise<void> => {
  await platform.limits.consume('data-export-proof', String(personId))
  if (!(await verifyPassword(await findPasswordHash(platform.sql, personId), password)))
    throw new Refusal('current-password-wrong', { fields: [{ field: 'password', code: 'current-password-wrong' }] })
}

/** The making is a job; the answer says how far it is. */
export function orderDataExport(server: Server, platform: Platform): void {
  addRoute(server, orderDataExportRoute, async ({ body: { exportId, password }, request }) => {
    const actor = requireActor(request, 'citizen')
    const named = { personId: actor.personId, exportId }
    const known = await findExport(platform.sql, named, keepOfExports())
    if (known !== null) return toExportAnswer(known, undefined)
    await requirePassword(platform, actor.personId, password)
    await platform.limits.consume('data-export', String(actor.personId))
    return inTransaction(platform, async (transaction) => {
      await lockExportsOf(transaction, actor.personId)
      const earlier = await listExportRows(transaction, actor.personId, keepOfExports())
      const same = earlier.find((row) => row.exportId === exportId)
      if (same !== undefined) return toExportAnswer(same, undefined)
      if (earlier.some(({ state }) => state === 'waiting' || state === 'gathering')) throw new Refusal('export-open-already')
      await insertExport(transaction, named)
      await platform.jobs.send(transaction, 'make-data-export', named)
      await recordAudit(transaction, {
        actor,
        action: 'data-export-ordered',
        personId: actor.personId,
        requestId: request.id,
        details: { exportId },
      })
      return toExportAnswer(requireFound(await findExport(transaction, named, keepOfExports()), 'not-found'), undefined)
    })
  })
}
