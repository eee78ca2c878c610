import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { getParticipation } from './get-participation.ts'
import { listParticipationMonths } from './list-participation-months.ts'

export { copyParticipation, multiplyParticipation, type NewSpell } from './participation-copy-queries.ts'
export { findEmployerName } from './participation-queries.ts'
export { correctSpellLine } from './correct-spell-line.ts'
export { findSpellLine } from './spell-line-queries.ts'
export { foldSpells, monthNumber, standingRanges, standingSpells } from './fold-queries.ts'
export { recordChange, recordCorrection } from './record-spells.ts'
export { countSpellsBuiltUpon, undoSpells } from './spell-undo-queries.ts'
export { readKnownHistory } from './read-known-history.ts'

/** Adds the signed-in person's participation. */
export function registerContributions(server: Server, platform: Platform): void {
  getParticipation(server, platform)
  listParticipationMonths(server, platform)
}
