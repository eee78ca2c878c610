import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { getHealthCard } from './get-health-card.ts'

export { copyHealthCards, multiplyHealthCards, type NewHealthCard } from './card-copy-queries.ts'
export { findHealthCardLine } from './card-line-queries.ts'
export { listCardPeriods } from './card-period-queries.ts'

/** Adds the signed-in person's health card. */
export function registerCards(server: Server, platform: Platform): void {
  getHealthCard(server, platform)
}
