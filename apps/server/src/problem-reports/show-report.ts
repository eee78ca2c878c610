import type { ProblemReport } from '@an-sinh/contract'
import { maskEmail, maskPhone, TICKET_PHOTO_KINDS } from '@an-sinh/domain'
import { listDocuments } from '../documents/index.ts'
import { findPerson } from '../persons/index.ts'
import type { StaffActor } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import type { Queryable } from '../platform/sql.ts'
import { findSealedContact, listRatings } from './beside-report-queries.ts'
import { listMoves, type ReportRow } from './report-queries.ts'
import { toReport } from './to-report.ts'

const TAIL = 3

/** Where it is told that there is an answer: never the whole address, which nobody at a desk needs. */
async function findReach({ keyring }: Platform, sql: Queryable, reportId: string): Promise<ProblemReport['reachedBy']> {
  const contact = await findSealedContact(sql, reportId)
  if (contact === null) return null
  const plain = keyring.decrypt('ticket', contact.sealed, `contact/${reportId}`).toString('utf8')
  return { channel: contact.channel, masked: contact.channel === 'phone' ? maskPhone(plain) : maskEmail(plain) }
}

async function findAsker(sql: Queryable, { askerKind, askerId }: ReportRow): Promise<ProblemReport['person']> {
  const person = askerKind === 'citizen' && askerId !== null ? await findPerson(sql, askerId) : null
  return person === null ? null : { fullName: person.fullName, numberTail: person.insuranceNumber.slice(-TAIL) }
}

/** One report with everything that belongs to it, as who answers it reads it. */
export async function showReport(platform: Platform, sql: Queryable, row: ReportRow, actor: StaffActor): Promise<ProblemReport> {
  const { reportId } = row
  const documents = row.askerKind === 'employer' ? [] : await listDocuments(platform, sql, reportId)
  return {
    ...toReport(row, await listMoves(sql, reportId), actor),
    person: await findAsker(sql, row),
    reachedBy: await findReach(platform, sql, reportId),
    photos: TICKET_PHOTO_KINDS.filter((kind) => documents.some((one) => one.kind === kind)),
    ratings: await listRatings(sql, reportId),
  }
}
