import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { findWaiting } from './find-waiting.ts'

/** Somebody stands at the counter without a code. */
export function registerWalkIns(server: Server, platform: Platform): void {
  findWaiting(server, platform)
}
