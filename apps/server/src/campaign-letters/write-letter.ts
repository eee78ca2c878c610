import { sendLetterRoute, previewLetterRoute, stopLetterRoute, listLettersRoute, type EmployerLetter } from '@an-sinh/contract'
import { type CivilDate, fillLetter, formatDateVi } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { type EmployerFilter, listEmployerIds } from '../campaigns/index.ts'
import { requireActor, type StaffActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { inTransaction } from '../platform/transaction.ts'
import { readToday } from '../registrations/index.ts'
import { listOfficesInView } from '../staff/index.ts'
import {
  type AddresseeRow,
  findLetter,
  insertLetter,
  insertMessages,
  type LetterRow,
  listAddressees,
  listLetters as listRows,
  listWithoutRecent,
  stopLetter as stopRow,
} from './letter-queries.ts'

/** Employers of one letter: what a statement writes in its five seconds, with room. */
const MOST = 20_000
/** Nobody has two letters within a week. */
const REST_DAYS = 7
/** Messages that leave in one minute. */
export const LETTERS_A_MINUTE = 1000
/** Letters of one PDF, some 40 MB of it; it is streamed, never whole in memory. */
export const LETTERS_A_PART = 2000

type Order = EmployerFilter & { title: string; words: string }

/** Whom it goes to, and who is left out. @throws Refusal `letter-words`, `letter-too-many` */
const choose = async (sql: Queryable, actor: StaffActor, { title, words, ...filter }: Order) => {
  if (title.trim() === '' || words.trim() === '') throw new Refusal('letter-words')
  const officeIds = await listOfficesInView(sql, actor)
  const chosen = await listEmployerIds(sql, officeIds, filter, MOST + 1)
  if (chosen.length > MOST) throw new Refusal('letter-too-many')
  const { employerIds, withoutOfficer } = await listWithoutRecent(sql, chosen, REST_DAYS)
  return { employerIds, withoutOfficer, recent: chosen.length - employerIds.length, officeIds }
}

const toMessage = ({ title, words }: Pick<Order, 'title' | 'words'>, row: AddresseeRow, on: CivilDate) => {
  const facts = {
    'don-vi': row.name,
    'ma-don-vi': row.code,
    'co-quan': row.officeName,
    'so-nguoi': String(row.people),
    ngay: formatDateVi(on),
  }
  return { employerId: row.employerId, title: fillLetter(title, facts), words: fillLetter(words, facts) }
}

const toAnswer = ({ officeId: _office, madeAt, settledAt, ...row }: LetterRow): EmployerLetter => ({
  ...row,
  madeAt: madeAt.toISOString(),
  settledAt: settledAt?.toISOString() ?? null,
  pdfParts: Math.ceil(row.employers / LETTERS_A_PART),
})

export function previewLetter(server: Server, platform: Platform): void {
  addRoute(server, previewLetterRoute, async ({ body, request }) => {
    const { employerIds, recent, withoutOfficer } = await choose(platform.sql, requireActor(request, 'staff'), body)
    const [first] = await listAddressees(platform.sql, employerIds.slice(0, 1))
    const sample = first === undefined ? null : toMessage(body, first, await readToday(platform.sql))
    return {
      employers: employerIds.length,
      recent,
      withoutOfficer,
      minutes: Math.ceil(employerIds.length / LETTERS_A_MINUTE),
      sample: sample === null ? null : { employer: first?.name ?? '', title: sample.title, words: sample.words },
    }
  })
}

/** Written for every employer at once, in one transaction; the messages leave minute by minute. */
export function sendLetter(server: Server, platform: Platform): void {
  addRoute(server, sendLetterRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'staff')
    await platform.limits.consume('employer-letter', String(actor.staffId))
    return inTransaction(platform, async (transaction) => {
      const { letterId, ...order } = body
      const officeIds = await listOfficesInView(transaction, actor)
      const before = await findLetter(transaction, letterId, officeIds)
      if (before !== null) return toAnswer(before)
      const { employerIds } = await choose(transaction, actor, order)
      if (employerIds.length === 0) throw new Refusal('letter-nobody')
      const { campaignId = null, standing, title, words } = order
      const letter = { letterId, campaignId, standing, title, words, officeId: actor.officeId, staffId: actor.staffId }
      if (!(await insertLetter(transaction, { ...letter, employers: employerIds.length }))) throw new Refusal('not-found')
      const on = await readToday(transaction)
      const addressees = await listAddressees(transaction, employerIds)
      await insertMessages(
        transaction,
        letterId,
        addressees.map((row) => toMessage(order, row, on)),
      )
      await recordAudit(transaction, {
        actor,
        action: 'letter-sent',
        requestId: request.id,
        details: { letterId, employers: employerIds.length },
      })
      return toAnswer(requireFound(await findLetter(transaction, letterId, officeIds), 'not-found'))
    })
  })
}

export function stopLetter(server: Server, platform: Platform): void {
  addRoute(server, stopLetterRoute, async ({ params: { letterId }, request }) => {
    const actor = requireActor(request, 'staff')
    return inTransaction(platform, async (transaction) => {
      const officeIds = await listOfficesInView(transaction, actor)
      requireFound(await findLetter(transaction, letterId, officeIds), 'not-found')
      if (await stopRow(transaction, letterId))
        await recordAudit(transaction, { actor, action: 'letter-stopped', requestId: request.id, details: { letterId } })
      return toAnswer(requireFound(await findLetter(transaction, letterId, officeIds), 'not-found'))
    })
  })
}

export function listLetters(server: Server, platform: Platform): void {
  addRoute(server, listLettersRoute, async ({ request }) => {
    const officeIds = await listOfficesInView(platform.sql, requireActor(request, 'staff'))
    return { letters: (await listRows(platform.sql, officeIds)).map(toAnswer) }
  })
}
