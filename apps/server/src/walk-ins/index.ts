import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { findRequest } from './find-request.ts'
import { findWaiting } from './find-waiting.ts'

/** Somebody stands at the counter without a code. */
export function registerWalkIns(server: Server, platform: Platform): void {
  for (const register of [findWaiting, findRequest]) register(server, platform)
}
