import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { acceptMandate } from './accept-mandate.ts'
import { endMandateOffer } from './end-mandate-offer.ts'
import { listMandateOffers } from './list-mandate-offers.ts'
import { offerMandate } from './offer-mandate.ts'

/** One account holder lets another see chosen areas of their data, for a time, once the other has accepted. */
export function registerMandates(server: Server, platform: Platform): void {
  for (const register of [offerMandate, listMandateOffers, acceptMandate, endMandateOffer]) register(server, platform)
}
