import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { chooseRosterHeadings } from './choose-roster-headings.ts'
import { finishRosterImport } from './finish-roster-import.ts'
import { getRosterHeadings } from './get-roster-headings.ts'
import { getRosterTemplate } from './get-roster-template.ts'
import { sendRosterPiece } from './send-roster-piece.ts'
import { startRosterFromRegister } from './start-roster-from-register.ts'
import { startRosterImport } from './start-roster-import.ts'

/** How an employer's list comes in: a file in pieces, or made by the agency of what the employer declared. */
export function registerRosterUploads(server: Server, platform: Platform): void {
  getRosterTemplate(server)
  startRosterImport(server, platform)
  startRosterFromRegister(server, platform)
  sendRosterPiece(server, platform)
  finishRosterImport(server, platform)
  getRosterHeadings(server, platform)
  chooseRosterHeadings(server, platform)
}
