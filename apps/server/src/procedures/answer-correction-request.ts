import { answerCorrectionRequestRoute } from '@an-sinh/contract'
import { civilDateIn, decideCorrectionMove, resumeCorrectionDue } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { findOffice, listClosures, loadCalendar } from '../reference/index.ts'
import { type CorrectionRequestRow, findCorrectionRequest, insertCorrectionMove, lockRequestsOf, readToday } from './correction-queries.ts'
import { readRequest } from './record-request.ts'
import { dueOnOf, stateOf } from './to-correction-answer.ts'

/** The working days that were left when the office asked are left now. */
const resumeDue = async (transaction: Transaction, row: CorrectionRequestRow): Promise<string> => {
  const office = requireFound(await findOffice(transaction, row.officeId), 'not-found')
  // A closure may have moved the date since: the asking is where the waiting began.
  const asked = row.moves.findLast(({ state }, at) => state === 'waiting' && row.moves[at - 1]?.state !== 'waiting')
  const askedOn = civilDateIn(Date.parse(asked?.at ?? ''))
  return resumeCorrectionDue(
    { askedOn, dueOn: dueOnOf(row), answeredOn: await readToday(transaction) },
    {
      calendar: await loadCalendar(transaction),
      closures: await listClosures(transaction, row.officeId),
      openWeekdays: office.openingHours.weekdays,
    },
  )
}

/** The words are there already, and nobody asked anything since: the answer to them was lost on its way. */
const isSaid = ({ moves }: CorrectionRequestRow, said: string): boolean => {
  const asked = moves.findLastIndex(({ state }) => state === 'waiting')
  const answer = asked === -1 ? undefined : moves[asked + 1]
  return answer?.state === 'in-review' && answer.said === said
}

/** The person adds what was asked for; photos were sent before. The clock goes on. The same words again change nothing. */
export function answerCorrectionRequest(server: Server, platform: Platform): void {
  addRoute(server, answerCorrectionRequestRoute, async ({ params: { requestId }, body, request }) => {
    const actor = requireActor(request, 'citizen')
    const { personId } = actor
    return inTransaction(platform, async (transaction) => {
      await lockRequestsOf(transaction, personId)
      const row = requireFound(await findCorrectionRequest(transaction, personId, requestId), 'not-found')
      const said = body.what.trim()
      if (isSaid(row, said)) return readRequest(transaction, personId, requestId)
      const state = decideCorrectionMove(stateOf(row), 'answer', 'citizen')
      if (state === null) throw new Refusal('correction-closed')
      const move = {
        moveNo: row.moves.length + 1,
        state,
        actorKind: 'citizen',
        said,
        dueOn: await resumeDue(transaction, row),
      } as const
      if (!(await insertCorrectionMove(transaction, row, move))) throw new Refusal('version-conflict')
      const details = { fileNumber: row.fileNumber }
      await recordAudit(transaction, { actor, action: 'correction-answered', personId, requestId: request.id, details })
      return readRequest(transaction, personId, requestId)
    })
  })
}
