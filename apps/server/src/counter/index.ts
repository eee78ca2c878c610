import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { decideCase } from './decide-case.ts'
import { extendCase } from './extend-case.ts'
import { findCase } from './find-case.ts'
import { getCasePhoto } from './get-case-photo.ts'
import { getCaseReceipt } from './get-case-receipt.ts'
import { getCase } from './get-case.ts'
import { lockCase } from './lock-case.ts'
import { receiveCase } from './receive-case.ts'
import { takeOverCase } from './take-over-case.ts'
import { undoDecision } from './undo-decision.ts'

export { settleDecisions, startDecisionJobs as startCounterJobs } from '../decisions/index.ts'

/** The clerk's desk: scan, case, photos, lock, paper, decision, undo, extension, take-over. */
export function registerCounter(server: Server, platform: Platform): void {
  for (const register of [
    findCase,
    getCase,
    getCasePhoto,
    takeOverCase,
    lockCase,
    receiveCase,
    getCaseReceipt,
    decideCase,
    undoDecision,
    extendCase,
  ])
    register(server, platform)
}
