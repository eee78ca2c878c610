import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { getParticipation } from './get-participation.ts'

export { copyParticipation } from './copy-participation.ts'
export { findSpellLine } from './spell-line-queries.ts'
export { findEmployerName, type NewSpell } from './participation-queries.ts'

/** Adds the signed-in person's participation. */
export function registerContributions(server: Server, platform: Platform): void {
  getParticipation(server, platform)
}
