import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { answerWard } from './answer-ward.ts'
import { changeAddress } from './change-address.ts'
import { getAdjustForm } from './get-adjust-form.ts'
import { getAdjustable } from './get-adjustable.ts'
import { sendAdjustRequest } from './send-adjust-request.ts'

/** Form 01 "điều chỉnh": the address at once; who one is with papers, decided by the office. */
export function registerAdjustments(server: Server, platform: Platform): void {
  for (const register of [getAdjustable, changeAddress, answerWard, sendAdjustRequest, getAdjustForm]) register(server, platform)
}
