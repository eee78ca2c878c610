import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { findRequest } from './find-request.ts'
import { findWaiting } from './find-waiting.ts'
import { proveWalkInPhone } from './prove-walk-in-phone.ts'
import { startWalkIn } from './start-walk-in.ts'
import { submitWalkIn } from './submit-walk-in.ts'

/** Somebody stands at the counter without a code: found, or registered there. */
export function registerWalkIns(server: Server, platform: Platform): void {
  for (const register of [findWaiting, findRequest, startWalkIn, proveWalkInPhone, submitWalkIn]) register(server, platform)
}
