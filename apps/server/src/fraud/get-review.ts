import { getReviewRoute } from '@an-sinh/contract'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { showReview } from './show-review.ts'

export function getReview(server: Server, platform: Platform): void {
  addRoute(server, getReviewRoute, ({ params, request }) => showReview(platform, request, params.registrationId))
}
