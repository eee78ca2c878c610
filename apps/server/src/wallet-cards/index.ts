import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { getWalletCard } from './get-wallet-card.ts'

export { fingerprintOfCard } from './fingerprint-of-card.ts'

/** Adds the card as a wallet-sized PDF, for people who would rather carry paper. */
export function registerWalletCards(server: Server, platform: Platform): void {
  getWalletCard(server, platform)
}
