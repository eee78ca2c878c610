import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { copyRoster } from './copy-roster.ts'
import { manageRosterKeys } from './manage-roster-keys.ts'
import { readRoster } from './read-roster.ts'

/** The whole roster out: files for people, a key for programs. */
export function registerRegisterCopies(server: Server, platform: Platform): void {
  copyRoster(server, platform)
  manageRosterKeys(server, platform)
  readRoster(server, platform)
}
