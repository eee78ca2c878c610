import type { Ticket } from '@an-sinh/contract'
import { civilDateIn, DEPARTMENTS, findAnswerRule, maskEmail, maskPhone, TICKET_PHOTO_KINDS } from '@an-sinh/domain'
import { listDocuments } from '../documents/index.ts'
import type { Platform } from '../platform/platform.ts'
import type { Queryable } from '../platform/sql.ts'
import { categoryName } from '../problem-reports/index.ts'
import { openContact } from './ticket-contact.ts'
import { findContact, listTicketMoves, type TicketRow } from './ticket-queries.ts'

export const reopenDaysOf = ({ filedAt }: Pick<TicketRow, 'filedAt'>): number => findAnswerRule(civilDateIn(filedAt.getTime())).reopenDays

export const toTicketItem = (row: TicketRow) => ({
  reportId: row.reportId,
  reportNumber: row.reportNumber,
  category: categoryName(row.category),
  department: DEPARTMENTS[row.department],
  title: row.title,
  state: row.state,
  filedAt: row.filedAt.toISOString(),
  dueAt: row.dueAt.toISOString(),
  late: row.late,
})

async function findReach({ keyring }: Platform, sql: Queryable, reportId: string): Promise<string | null> {
  const contact = await findContact(sql, reportId)
  if (contact === null) return null
  const address = openContact(keyring, reportId, contact)
  return 'phone' in address ? maskPhone(address.phone) : maskEmail(address.email)
}

/** A ticket as its asker reads it: which department works on it and what was said to them, never who. */
export async function showTicket(platform: Platform, sql: Queryable, row: TicketRow): Promise<Ticket> {
  const { reportId, state } = row
  const photos = await listDocuments(platform, sql, reportId)
  const fresh = row.daysAnswered <= reopenDaysOf(row)
  return {
    ...toTicketItem(row),
    version: row.version,
    words: row.words,
    context: row.context,
    reachedBy: await findReach(platform, sql, reportId),
    may: {
      add: state === 'open',
      reopen: state !== 'open' && fresh,
      close: state !== 'closed',
      sendPhotos: state === 'open',
    },
    photos: TICKET_PHOTO_KINDS.filter((kind) => photos.some((one) => one.kind === kind)),
    moves: (await listTicketMoves(sql, reportId)).map(({ moveNo, kind, byKind, department, words, movedAt, rating }) => ({
      moveNo,
      kind,
      by: byKind,
      department: DEPARTMENTS[department],
      words,
      at: movedAt.toISOString(),
      rating,
    })),
  }
}
