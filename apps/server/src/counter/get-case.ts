import { getCaseRoute } from '@an-sinh/contract'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { showCase } from './show-case.ts'

export function getCase(server: Server, platform: Platform): void {
  addRoute(server, getCaseRoute, ({ params, request }) => showCase(platform, request, params.registrationId))
}
