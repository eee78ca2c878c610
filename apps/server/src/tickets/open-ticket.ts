import type { TicketContext } from '@an-sinh/contract'
import { type AskerKind, findReportCategory, titleOfWords } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import type { Transaction } from '../platform/transaction.ts'
import { insertReport, setAsker, settleDue } from '../problem-reports/index.ts'
import { chooseOffice } from '../procedures/index.ts'
import { listReceivingOffices } from '../reference/index.ts'
import { type Address, hashTicketCode, sealContact, ticketCodeOf } from './ticket-contact.ts'
import { insertContact } from './ticket-queries.ts'

export type TicketOrder = {
  reportId: string
  askerKind: Exclude<AskerKind, 'employer' | 'clerk'>
  personId: number | null
  name: string
  address: Address | null
  /** A look-up code is kept though nobody can be told. */
  withCode?: boolean
  category: string
  title: string
  words: string
  context: TicketContext
  officeId: number | null
  provinceCode: string | null
  filedBy: { kind: 'asker' } | { kind: 'staff'; staffId: number }
}

type Where = Pick<TicketOrder, 'officeId' | 'personId' | 'provinceCode'>
/** A person's own office; a stranger's province; else the first that receives people. */
export async function settleOffice(sql: Queryable, { officeId, personId, provinceCode }: Where): Promise<number> {
  if (officeId !== null) return officeId
  if (personId !== null) return (await chooseOffice(sql, personId)).officeId
  const offices = await listReceivingOffices(sql)
  const here = offices.filter((office) => office.provinceCode === provinceCode)
  const office = here.find(({ officeLevel }) => officeLevel === 'province') ?? here[0] ?? offices[0]
  if (office === undefined) throw new Error('no office takes requests')
  return office.officeId
}

/** Opens a ticket, in the caller's transaction. False when the id was used before. @throws Refusal `report-category`, `report-words` */
export async function openTicket(
  platform: Platform,
  transaction: Transaction,
  order: TicketOrder,
  by: { actor: Actor; requestId?: string },
): Promise<boolean> {
  const { reportId, askerKind, personId, words, context, filedBy } = order
  const category = requireFound(findReportCategory(order.category, askerKind), 'report-category')
  if (words.trim() === '') throw new Refusal('report-words')
  const officeId = await settleOffice(transaction, order)
  const made = await insertReport(transaction, {
    reportId,
    askerKind,
    askerId: personId,
    filedByKind: filedBy.kind,
    filedById: filedBy.kind === 'staff' ? filedBy.staffId : personId,
    officeId,
    category: category.code,
    department: category.department,
    visibility: category.visibility,
    title: order.title.trim() === '' ? titleOfWords(words) : order.title.trim(),
    words: words.trim(),
    ...(await settleDue(transaction, officeId, { department: category.department, category: category.code })),
  })
  if (!made) return false
  await setAsker(transaction, reportId, { name: order.name, context })
  if (order.address !== null || order.withCode) {
    const contact = order.address === null ? null : sealContact(platform.keyring, reportId, order.address)
    await insertContact(transaction, reportId, contact, hashTicketCode(platform.keyring, ticketCodeOf(platform.keyring, reportId)))
  }
  await recordAudit(transaction, { ...by, action: 'report-filed', personId, details: { reportId } })
  return true
}
