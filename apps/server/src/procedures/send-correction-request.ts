import { sendCorrectionRequestRoute } from '@an-sinh/contract'
import { type CorrectableLine, decideCorrectionDue, formatCorrectionNumber } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { listClosures, loadCalendar } from '../reference/index.ts'
import { chooseOffice } from './choose-office.ts'
import {
  type CorrectionRequestRow,
  findCorrectionRequest,
  insertCorrectionRequest,
  listCorrectionRequestRows,
  lockRequestsOf,
  readToday,
  takeCorrectionSerial,
} from './correction-queries.ts'
import { findCorrectableLine } from './find-correctable-line.ts'
import { toCorrectionAnswer } from './to-correction-answer.ts'

type Wanted = { field: string; value: string }

/** Only cells that the line has, and only those with something in them. */
const keepWanted = (line: CorrectableLine, wanted: readonly Wanted[]): Wanted[] =>
  wanted
    .map(({ field, value }) => ({ field, value: value.trim() }))
    .filter(({ field, value }) => value !== '' && line.facts.some((fact) => fact.field === field))

const isOpenAbout =
  ({ kind, lineId }: { kind: string; lineId: string }) =>
  (row: CorrectionRequestRow): boolean =>
    row.lineKind === kind && row.lineId === lineId && toCorrectionAnswer(row).isOpen

/** Number and date by the office that answers: its series, its working days. */
const numberAndDate = async (transaction: Transaction, personId: number) => {
  const office = await chooseOffice(transaction, personId)
  const { officeId, openingHours } = office
  const today = await readToday(transaction)
  const { dueOn, ruleVersion } = decideCorrectionDue(today, {
    calendar: await loadCalendar(transaction),
    closures: await listClosures(transaction, officeId),
    openWeekdays: openingHours.weekdays,
  })
  const year = Number(today.slice(0, 4))
  const serial = await takeCorrectionSerial(transaction, officeId, year)
  const officeCode = office.officialCode ?? office.provisionalCode ?? ''
  return { officeId, fileNumber: formatCorrectionNumber({ officeCode, year, serial }), dueOn, dueRuleVersion: ruleVersion }
}

const readReceipt = async (sql: Queryable, personId: number, requestId: string) =>
  toCorrectionAnswer(requireFound(await findCorrectionRequest(sql, personId, requestId), 'not-found'))

/** The receipt is the answer: at once, where the law gives two hours (Decree 164/2025/ND-CP). */
export function sendCorrectionRequest(server: Server, platform: Platform): void {
  addRoute(server, sendCorrectionRequestRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'citizen')
    const { personId } = actor
    const { requestId, kind, lineId, problem } = body
    if ((await findCorrectionRequest(platform.sql, personId, requestId)) !== null) return readReceipt(platform.sql, personId, requestId)
    const lineShown = requireFound(await findCorrectableLine(platform.sql, personId, body), 'line-unknown')
    const [what, wanted] = [body.what.trim(), keepWanted(lineShown, body.wanted)]
    if (what === '' && wanted.length === 0) throw new Refusal('correction-empty')
    await platform.limits.consume('correction-request', String(personId))
    return inTransaction(platform, async (transaction) => {
      await lockRequestsOf(transaction, personId)
      const earlier = await listCorrectionRequestRows(transaction, personId)
      if (earlier.some((row) => row.requestId === requestId)) return readReceipt(transaction, personId, requestId)
      if (earlier.some(isOpenAbout(body))) throw new Refusal('correction-open-already')
      const numbered = await numberAndDate(transaction, personId)
      await insertCorrectionRequest(transaction, {
        personId,
        requestId,
        lineKind: kind,
        lineId,
        lineShown,
        problem,
        what,
        wanted,
        ...numbered,
      })
      await recordAudit(transaction, {
        actor,
        action: 'correction-sent',
        personId,
        reasonCode: problem,
        requestId: request.id,
        details: { fileNumber: numbered.fileNumber, kind, lineId },
      })
      return readReceipt(transaction, personId, requestId)
    })
  })
}
