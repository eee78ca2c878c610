import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { checkPaper } from './check-paper.ts'

/** Adds the one place where anybody checks any paper that left here. */
export function registerPublicChecks(server: Server, platform: Platform): void {
  checkPaper(server, platform)
}
