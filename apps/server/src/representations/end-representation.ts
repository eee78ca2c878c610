import { endRepresentationRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { inTransaction } from '../platform/transaction.ts'
import { findRepresentation, insertEnding, listReaders, type RepresentationRow } from './representation-queries.ts'
import { tellMandateChange } from './tell-both.ts'

/** As the one who looks, or as the one who is looked at; null for everybody else. */
const findOfEither = async (sql: Queryable, personId: number, representationId: string): Promise<RepresentationRow | null> => {
  const own = await findRepresentation(sql, personId, representationId)
  if (own !== null) return own
  const place = (await listReaders(sql, personId)).find((reader) => reader.representationId === representationId)
  return place === undefined ? null : findRepresentation(sql, place.personId, representationId)
}

/** Either side, at once. A child's guardian may give it up; the child cannot end it, the day it comes of age does. */
export function endRepresentation(server: Server, platform: Platform): void {
  addRoute(server, endRepresentationRoute, async ({ params: { representationId }, request, reply }) => {
    const actor = requireActor(request, 'citizen')
    await inTransaction(platform, async (transaction) => {
      const row = requireFound(await findOfEither(transaction, actor.personId, representationId), 'not-found')
      const kind = row.personId === actor.personId ? 'given-up' : 'revoked'
      if (kind === 'revoked' && row.kind === 'child') throw new Refusal('not-allowed')
      if (!(await insertEnding(transaction, row, kind))) return
      if (row.kind === 'mandate')
        await tellMandateChange(platform, transaction, {
          key: `representation/${representationId}/ended`,
          readerId: row.personId,
          subjectId: row.subjectPersonId,
          change: 'ended',
        })
      for (const personId of [row.personId, row.subjectPersonId])
        await recordAudit(transaction, {
          actor,
          action: 'representation-ended',
          personId,
          reasonCode: kind,
          requestId: request.id,
          details: { representationId },
        })
    })
    return reply.send()
  })
}
