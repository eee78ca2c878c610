import type { RequestCase } from '@an-sinh/contract'
import type { FastifyRequest } from 'fastify'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { requireOwnRequest } from './require-own-request.ts'
import { toRequestCase } from './to-request-case.ts'

/** What every move at this desk answers: the request as it stands now, its reading recorded before it leaves. */
export async function showRequest(platform: Platform, request: FastifyRequest, requestId: string): Promise<RequestCase> {
  const actor = requireActor(request, 'staff')
  const { row, person } = await requireOwnRequest(platform.sql, actor, requestId)
  const shown = await toRequestCase(platform, actor, row, person)
  await inTransaction(platform, (transaction) =>
    recordAudit(transaction, {
      actor,
      action: 'request-read',
      personId: row.personId,
      requestId: request.id,
      details: { fileNumber: row.fileNumber, state: row.state },
    }),
  )
  return shown
}
