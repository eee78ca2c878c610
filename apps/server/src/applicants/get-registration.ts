import { getRegistrationRoute } from '@an-sinh/contract'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { loadRegistration, toRegistrationAnswer } from '../registrations/index.ts'

/** One own registration. */
export function getRegistration(server: Server, platform: Platform): void {
  addRoute(server, getRegistrationRoute, async ({ params }) =>
    toRegistrationAnswer(platform, platform.sql, await loadRegistration(platform.sql, params.registrationId)),
  )
}
