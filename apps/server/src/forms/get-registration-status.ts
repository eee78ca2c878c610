import { getRegistrationStatusRoute } from '@an-sinh/contract'
import { parseFormCode, REGISTRATION_STATES } from '@an-sinh/domain'
import { addRoute, type Server } from '../platform/add-route.ts'
import { meetDevice } from '../platform/known-device.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { findRegistrationByFormCode } from '../registrations/index.ts'

/** State and next step by form code alone: nothing personal, nothing of the register. A typing slip is told before anything is looked up. */
export function getRegistrationStatus(server: Server, platform: Platform): void {
  addRoute(server, getRegistrationStatusRoute, async ({ body, request, reply }) => {
    const parsed = parseFormCode(body.formCode)
    if (!parsed.ok) throw new Refusal(parsed.code)
    await platform.limits.consume('form-code-status', meetDevice(platform.keyring, request, reply, 'applicant').deviceId)
    const { state, dueOn } = requireFound(await findRegistrationByFormCode(platform, platform.sql, parsed.formCode), 'form-code-unknown')
    const { citizenReads, nextStep, deadlineRuns } = REGISTRATION_STATES[state]
    return { state, reads: citizenReads, nextStep, dueOn: deadlineRuns ? dueOn : null }
  })
}
