import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { stepUpByPassword } from './step-up-by-password.ts'

export { requireFreshProof } from './require-fresh-proof.ts'
export { deleteOutdatedStepUps, markProved } from './step-up-queries.ts'

/** Proving once more who one is. By passkey: see passkeys. */
export function registerStepUps(server: Server, platform: Platform): void {
  stepUpByPassword(server, platform)
}
