import { getRequestCaseRoute } from '@an-sinh/contract'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { showRequest } from './show-request.ts'

export function getRequestCase(server: Server, platform: Platform): void {
  addRoute(server, getRequestCaseRoute, ({ params, request }) => showRequest(platform, request, params.requestId))
}
