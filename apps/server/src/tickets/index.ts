import type { ReportHooks } from '../problem-reports/index.ts'
import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { eraseTicketContacts, eraseTicketPhotos } from './erase-tickets-job.ts'
import { openTickets } from './open-tickets.ts'
import { ownTickets } from './own-tickets.ts'
import { showTicketFigures } from './show-ticket-figures.ts'
import { tellAsker } from './tell-asker.ts'

/**
 * For chats (a transcript becomes a ticket, in the chat's own transaction):
 *
 *   openTicketFromChat(platform, transaction, {
 *     reportId,                    // uuid made by the caller; the same id again changes nothing
 *     askerKind: 'citizen',        // 'citizen' | 'hospital'
 *     asker: { personId } | { phone } | { email } | { name },   // who asks: signed in, or how to reach them, or only as they called themselves
 *     category,                    // a code of listCategoriesOf(askerKind); unknown ones become 'other'
 *     title, words,                // what the person asked; title '' = the first line of words
 *     officeId,                    // null: the office of a person's ward, else the first that takes registrations
 *     context,                     // {} or { code, errorId, screen, articleId }
 *     at,                          // when it was asked (Date); the term counts from now on
 *   }): Promise<{ reportId, reportNumber, made: boolean, code: string | null }>   // code: to look it up without an account, told once
 *
 *   appendTicketMove(platform, transaction, {
 *     reportId, kind: 'talked',    // the transcript as plain text, at most 20,000 characters (longer ones are cut at the end with “…”)
 *     by: { staffId } | 'asker' | 'system', words, shownToAsker,
 *     answers: boolean,            // true: the ticket stands as answered, and its asker may say whether it helped
 *   }): Promise<number>            // the move's number
 */
export { appendTicketMove, openTicketFromChat, type TicketAsker } from './chat-tickets.ts'
export { eraseTicketContacts, eraseTicketPhotos } from './erase-tickets-job.ts'
export { limitStranger, requireStranger } from './limit-tickets.ts'
export { openTicket, settleOffice } from './open-ticket.ts'
export { reachAsker } from './tell-asker.ts'
export { parseContact, ticketCodeOf } from './ticket-contact.ts'
export { findStrangersTicket, findTicket, lockTicket, openPhotoFolder, type TicketRow } from './ticket-queries.ts'

/** Tickets of everybody but employers, whose officers have their own side in problem-reports. */
export function registerTickets(server: Server, platform: Platform): void {
  for (const register of [ownTickets, openTickets, showTicketFigures]) register(server, platform)
}

/** What problem-reports calls once staff moved a report. */
export const ticketHooks = (platform: Platform): ReportHooks => ({
  onMoved: (transaction, report, moved) => tellAsker(platform, transaction, report, moved),
})

export async function startTicketJobs(platform: Platform): Promise<void> {
  await platform.jobs.work('erase-tickets', async () =>
    platform.log.info({ photos: await eraseTicketPhotos(platform), contacts: await eraseTicketContacts(platform) }, 'tickets erased'),
  )
  await platform.jobs.schedule('erase-tickets', '25 3 * * *')
}
