import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { getBenefits } from './get-benefits.ts'

export { copyBenefits, multiplyBenefits, type NewBenefit } from './benefit-copy-queries.ts'
export { benefitImport } from './benefit-import.ts'
export { listGranted } from './list-granted.ts'
export { correctBenefitLine } from './benefit-correction-queries.ts'
export { findBenefitLine } from './find-benefit-line.ts'

/** Adds what the signed-in person was granted. */
export function registerBenefits(server: Server, platform: Platform): void {
  getBenefits(server, platform)
}
