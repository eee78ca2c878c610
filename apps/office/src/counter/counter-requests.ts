import type { BodyOf, Case, decideCaseRoute, undoDecisionRoute } from '@an-sinh/contract'
import { callApi } from '../shared/call-api.ts'

export type Decision = BodyOf<typeof decideCaseRoute>

/** Records a decision; the same `decisionId` sent twice is one decision. */
export const decideCase = async (registrationId: string, decision: Decision): Promise<Case> =>
  callApi<typeof decideCaseRoute>('POST', '/api/counter/registrations/:registrationId/decision', {
    params: { registrationId },
    body: decision,
  })

export const undoDecision = async (registrationId: string, decisionId: string): Promise<Case> =>
  callApi<typeof undoDecisionRoute>('POST', '/api/counter/registrations/:registrationId/decision-undo', {
    params: { registrationId },
    body: { decisionId },
  })
