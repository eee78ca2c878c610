import { listInvitationsRoute } from '@an-sinh/contract'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { readClock } from './invitation-queries.ts'
import { listSendings } from './sending-queries.ts'

const SHOWN = 20

/** What became of the messages is counted by the agency; only the numbers leave. */
export function listInvitations(server: Server, platform: Platform): void {
  addRoute(server, listInvitationsRoute, async ({ request }) => {
    const { employerId } = requireActor(request, 'employer')
    return inTransaction(platform, async (transaction) => ({
      asOf: (await readClock(transaction)).now.toISOString(),
      sendings: (await listSendings(transaction, employerId, SHOWN)).map((sending) => ({
        ...sending,
        madeAt: sending.madeAt.toISOString(),
        finishedAt: sending.finishedAt?.toISOString() ?? null,
      })),
    }))
  })
}
