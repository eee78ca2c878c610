import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { decideReview } from './decide-review.ts'
import { getCaseSignals } from './get-case-signals.ts'
import { getReviewPhoto } from './get-review-photo.ts'
import { getReview } from './get-review.ts'
import { listSuspects } from './list-suspects.ts'
import { sendToReview } from './send-to-review.ts'

/** Reasons to look twice: shown at the case, in a queue of their own, and reviewed side by side. */
export function registerFraud(server: Server, platform: Platform): void {
  for (const register of [getCaseSignals, sendToReview, listSuspects, getReview, getReviewPhoto, decideReview]) register(server, platform)
}
