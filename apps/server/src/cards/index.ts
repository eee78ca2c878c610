import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { getHealthCard } from './get-health-card.ts'
import { getHealthCards } from './get-health-cards.ts'

export { copyHealthCards, multiplyHealthCards, type NewHealthCard } from './card-copy-queries.ts'
export { healthCardImport } from './card-import.ts'
export { listCardsOf } from './signed-in-card-queries.ts'
export { toCardAnswer } from './to-card-answer.ts'
export { correctCardLine, findHealthCardLine } from './card-line-queries.ts'
export { listCardPeriods } from './card-period-queries.ts'
export { findPersonByCard } from './find-person-by-card.ts'

/** Adds the signed-in person's health card, and all of them. */
export function registerCards(server: Server, platform: Platform): void {
  getHealthCard(server, platform)
  getHealthCards(server, platform)
}
