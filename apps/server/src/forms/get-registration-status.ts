import { getRegistrationStatusRoute } from '@an-sinh/contract'
import { parseFormCode, REGISTRATION_STATES } from '@an-sinh/domain'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { countStranger } from '../platform/stranger-limits.ts'
import { findRegistrationByFormCode } from '../registrations/index.ts'

/** State and next step by form code alone: nothing personal, nothing of the register. A typing slip is told before anything is looked up. */
export function getRegistrationStatus(server: Server, platform: Platform): void {
  addRoute(server, getRegistrationStatusRoute, async ({ body, request, reply }) => {
    const parsed = parseFormCode(body.formCode)
    if (!parsed.ok) throw new Refusal(parsed.code)
    const counts = { device: 'form-code-status', network: 'form-code-network', about: 'form-code-status' } as const
    await countStranger(platform, { request, reply }, counts)
    const { state, dueOn } = requireFound(await findRegistrationByFormCode(platform, platform.sql, parsed.formCode), 'form-code-unknown')
    const { citizenReads, nextStep, deadlineRuns } = REGISTRATION_STATES[state]
    return { state, reads: citizenReads, nextStep, dueOn: deadlineRuns ? dueOn : null }
  })
}
