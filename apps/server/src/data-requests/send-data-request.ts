import { type DataRequest, sendDataRequestRoute } from '@an-sinh/contract'
import { type DataRequestKind, decideDataRequestDue, formatDataRequestNumber } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { chooseOffice } from '../procedures/index.ts'
import { listClosures, loadCalendar } from '../reference/index.ts'
import {
  findDataRequest,
  insertDataRequest,
  listDataRequestRows,
  lockDataRequestsOf,
  readToday,
  takeDataRequestSerial,
} from './data-request-queries.ts'
import { toDataRequestAnswer } from './to-data-request-answer.ts'

/** Number and dates by the office that answers: its series, its working days. */
const numberAndDates = async (transaction: Transaction, personId: number, kind: DataRequestKind) => {
  const { officeId, officialCode, provisionalCode, openingHours } = await chooseOffice(transaction, personId)
  const today = await readToday(transaction)
  const { answerBy, dueOn, ruleVersion } = decideDataRequestDue(kind, today, {
    calendar: await loadCalendar(transaction),
    closures: await listClosures(transaction, officeId),
    openWeekdays: openingHours.weekdays,
  })
  const year = Number(today.slice(0, 4))
  const serial = await takeDataRequestSerial(transaction, officeId, year)
  const fileNumber = formatDataRequestNumber({ officeCode: officialCode ?? provisionalCode ?? '', year, serial })
  return { officeId, fileNumber, answerBy, dueOn, dueRuleVersion: ruleVersion }
}

const readReceipt = async (sql: Queryable, personId: number, requestId: string): Promise<DataRequest> =>
  toDataRequestAnswer(requireFound(await findDataRequest(sql, personId, requestId), 'not-found'))

/** The receipt is the answer, with both dates of the law. */
export function sendDataRequest(server: Server, platform: Platform): void {
  addRoute(server, sendDataRequestRoute, async ({ body: { requestId, kind, what }, request }) => {
    const actor = requireActor(request, 'citizen')
    const { personId } = actor
    if ((await findDataRequest(platform.sql, personId, requestId)) !== null) return readReceipt(platform.sql, personId, requestId)
    await platform.limits.consume('data-request', String(personId))
    return inTransaction(platform, async (transaction) => {
      await lockDataRequestsOf(transaction, personId)
      const earlier = (await listDataRequestRows(transaction, personId)).map(toDataRequestAnswer)
      const same = earlier.find((one) => one.requestId === requestId)
      if (same !== undefined) return same
      if (earlier.some((one) => one.isOpen && one.kind === kind)) throw new Refusal('data-request-open-already')
      const numbered = await numberAndDates(transaction, personId, kind)
      await insertDataRequest(transaction, { personId, requestId, kind, what: what.trim(), ...numbered })
      await recordAudit(transaction, {
        actor,
        action: 'data-request-sent',
        personId,
        reasonCode: kind,
        requestId: request.id,
        details: { fileNumber: numbered.fileNumber },
      })
      return readReceipt(transaction, personId, requestId)
    })
  })
}
