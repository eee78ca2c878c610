import {
  fileOwnTicketRoute,
  getOwnTicketRoute,
  listOwnTicketsRoute,
  moveOwnTicketRoute,
  rateOwnTicketRoute,
  type Ticket,
} from '@an-sinh/contract'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { inTransaction } from '../platform/transaction.ts'
import { moveTicket, rateTicket } from './move-ticket.ts'
import { openTicket } from './open-ticket.ts'
import { findTicket, listTickets } from './ticket-queries.ts'
import { showTicket, toTicketItem } from './to-ticket.ts'

/** @throws Refusal `not-found`, for another person's as for one that never was */
export async function loadOwnTicket(platform: Platform, sql: Queryable, personId: number, reportId: string): Promise<Ticket> {
  return showTicket(platform, sql, requireFound(await findTicket(sql, personId, reportId), 'not-found'))
}

function fileOwnTicket(server: Server, platform: Platform): void {
  addRoute(server, fileOwnTicketRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'citizen')
    const { personId } = actor
    const known = await findTicket(platform.sql, personId, body.reportId)
    if (known !== null) return showTicket(platform, platform.sql, known)
    await platform.limits.consume('ticket', String(personId))
    return inTransaction(platform, async (transaction) => {
      const nobodyElse = { askerKind: 'citizen', name: '', address: null, title: '', officeId: null, provinceCode: null } as const
      const order = { ...body, ...nobodyElse, personId, filedBy: { kind: 'asker' } as const }
      await openTicket(platform, transaction, order, { actor, requestId: request.id })
      return loadOwnTicket(platform, transaction, personId, body.reportId)
    })
  })
}

/** The side of whoever is signed in. */
export function ownTickets(server: Server, platform: Platform): void {
  fileOwnTicket(server, platform)
  addRoute(server, listOwnTicketsRoute, async ({ request }) => ({
    tickets: (await listTickets(platform.sql, requireActor(request, 'citizen').personId)).map(toTicketItem),
  }))
  addRoute(server, getOwnTicketRoute, ({ params, request }) =>
    loadOwnTicket(platform, platform.sql, requireActor(request, 'citizen').personId, params.reportId),
  )
  addRoute(server, moveOwnTicketRoute, async ({ params: { reportId }, body, request }) => {
    const actor = requireActor(request, 'citizen')
    await platform.limits.consume('ticket-move', `person/${actor.personId}`)
    return inTransaction(platform, async (transaction) => {
      const row = requireFound(await findTicket(transaction, actor.personId, reportId), 'not-found')
      await moveTicket(transaction, row, body, { actor, requestId: request.id })
      return loadOwnTicket(platform, transaction, actor.personId, reportId)
    })
  })
  addRoute(server, rateOwnTicketRoute, ({ params: { reportId }, body, request }) =>
    inTransaction(platform, async (transaction) => {
      const { personId } = requireActor(request, 'citizen')
      await rateTicket(transaction, requireFound(await findTicket(transaction, personId, reportId), 'not-found'), body)
      return loadOwnTicket(platform, transaction, personId, reportId)
    }),
  )
}
