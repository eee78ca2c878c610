import { fileTicketRoute, lookUpTicketRoute, moveTicketRoute, rateTicketRoute, type Ticket } from '@an-sinh/contract'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { inTransaction } from '../platform/transaction.ts'
import { limitStranger, requireStranger } from './limit-tickets.ts'
import { moveTicket, rateTicket } from './move-ticket.ts'
import { openTicket } from './open-ticket.ts'
import { parseContact, ticketCodeOf } from './ticket-contact.ts'
import { findStrangersTicket } from './ticket-queries.ts'
import { showTicket } from './to-ticket.ts'

const STRANGER = { kind: 'anonymous' } as const
/** Within this time the same sending once more is told its code again; later nobody is. */
const TOLD_SECONDS = 900

const load = async (platform: Platform, sql: Queryable, reportId: string): Promise<Ticket> =>
  showTicket(platform, sql, requireFound(await findStrangersTicket(sql, reportId), 'not-found'))

function fileTicket(server: Server, platform: Platform): void {
  addRoute(server, fileTicketRoute, async ({ body, request, reply }) => {
    const { reportId, words, provinceCode = null } = body
    const address = parseContact(body.contact)
    await limitStranger(platform, { request, reply }, { address, about: `ticket/${reportId}` })
    const code = ticketCodeOf(platform.keyring, reportId)
    return inTransaction(platform, async (transaction) => {
      const nobody = { askerKind: 'citizen', personId: null, name: '', title: '', officeId: null } as const
      const order = { ...body, ...nobody, address, provinceCode, filedBy: { kind: 'asker' } as const }
      const made = await openTicket(platform, transaction, order, { actor: STRANGER, requestId: request.id })
      const row = requireFound(await findStrangersTicket(transaction, reportId), 'not-found')
      if (!made && (row.words !== words.trim() || row.secondsOld > TOLD_SECONDS)) throw new Refusal('not-found')
      return { code, ticket: await showTicket(platform, transaction, row) }
    })
  })
}

/** The side of whoever is not signed in: by number and look-up code. */
export function openTickets(server: Server, platform: Platform): void {
  fileTicket(server, platform)
  addRoute(server, lookUpTicketRoute, async ({ body, request, reply }) =>
    load(platform, platform.sql, await requireStranger(platform, { request, reply }, body)),
  )
  addRoute(server, moveTicketRoute, async ({ body, request, reply }) => {
    const reportId = await requireStranger(platform, { request, reply }, body)
    await platform.limits.consume('ticket-move', `ticket/${reportId}`)
    return inTransaction(platform, async (transaction) => {
      const row = requireFound(await findStrangersTicket(transaction, reportId), 'ticket-unknown')
      await moveTicket(transaction, row, body, { actor: STRANGER, requestId: request.id })
      return load(platform, transaction, reportId)
    })
  })
  addRoute(server, rateTicketRoute, async ({ body, request, reply }) => {
    const reportId = await requireStranger(platform, { request, reply }, body)
    return inTransaction(platform, async (transaction) => {
      await rateTicket(transaction, requireFound(await findStrangersTicket(transaction, reportId), 'ticket-unknown'), body)
      return load(platform, transaction, reportId)
    })
  })
}
