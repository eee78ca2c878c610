import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { getCorrectableLine } from './get-correctable-line.ts'
import { listCorrectionRequests } from './list-correction-requests.ts'
import { sendCorrectionRequest } from './send-correction-request.ts'
import { withdrawCorrectionRequest } from './withdraw-correction-request.ts'

export { chooseOffice } from './choose-office.ts'

/** Adds requests for correction: the line, the request, one's own list, taking back. */
export function registerProcedures(server: Server, platform: Platform): void {
  for (const register of [getCorrectableLine, sendCorrectionRequest, listCorrectionRequests, withdrawCorrectionRequest])
    register(server, platform)
}
