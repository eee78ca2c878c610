import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { answerCorrectionRequest } from './answer-correction-request.ts'
import { getCorrectableLine } from './get-correctable-line.ts'
import { listCorrectionRequests } from './list-correction-requests.ts'
import { sendCorrectionRequest } from './send-correction-request.ts'
import { withdrawCorrectionRequest } from './withdraw-correction-request.ts'

export { chooseOffice } from './choose-office.ts'
export {
  type CorrectionRequestRow,
  findCorrectionRequest,
  insertCorrectionMove,
  listCorrectionRequestRows,
  lockRequestsOf,
  readToday,
} from './correction-queries.ts'
export {
  countDeskRequests,
  type DeskRequestRow,
  findDeskRequest,
  findRequestIdByNumber,
  holdForDecision,
  letGoOfDecision,
  listDeskRequests,
} from './desk-queries.ts'
export { followClosure } from './follow-closure.ts'
export { findCorrectableLine } from './find-correctable-line.ts'
export { numberRequest } from './number-request.ts'
export { recordRequest } from './record-request.ts'
export { dueOnOf, stateOf } from './to-correction-answer.ts'

/** Adds requests: the line, the request, one's own list, the addition asked for, taking back. */
export function registerProcedures(server: Server, platform: Platform): void {
  for (const register of [
    getCorrectableLine,
    sendCorrectionRequest,
    listCorrectionRequests,
    answerCorrectionRequest,
    withdrawCorrectionRequest,
  ])
    register(server, platform)
}
