import { listPreparableRoute, type Preparable } from '@an-sinh/contract'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { inEmployerTransaction } from '../platform/transaction.ts'
import { listPreparableOf, type PreparableRow } from './prepared-draft-queries.ts'

const PAGE = 200

const toPreparable = ({ draftId, preparedAt, expiresAt, openedAt, hasNumber, hasNationalId, ...row }: PreparableRow): Preparable => ({
  ...row,
  lacks: [...(hasNumber ? [] : (['insurance-number'] as const)), ...(hasNationalId ? [] : (['national-id'] as const))],
  draft:
    draftId === null || preparedAt === null || expiresAt === null
      ? null
      : {
          draftId,
          preparedAt: preparedAt.toISOString(),
          expiresAt: expiresAt.toISOString(),
          openedAt: openedAt?.toISOString() ?? null,
        },
})

export function listPreparable(server: Server, platform: Platform): void {
  addRoute(server, listPreparableRoute, async ({ query, request }) => {
    const { employerId } = requireActor(request, 'employer')
    const rows = await inEmployerTransaction(platform, (transaction) =>
      listPreparableOf(transaction, employerId, { typed: query.q?.trim() ?? '', limit: PAGE + 1 }),
    )
    return { people: rows.slice(0, PAGE).map(toPreparable), more: rows.length > PAGE }
  })
}
