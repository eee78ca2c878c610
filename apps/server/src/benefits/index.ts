import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { getBenefits } from './get-benefits.ts'

export type { NewBenefit } from './benefit-queries.ts'
export { copyBenefits } from './copy-benefits.ts'

/** Adds what the signed-in person was granted. */
export function registerBenefits(server: Server, platform: Platform): void {
  getBenefits(server, platform)
}
