import { findRequestReason, type RequestDecisionKind } from '@an-sinh/domain'
import type { MessageContent } from '../message-texts/index.ts'

type DecisionContent = Extract<MessageContent, { event: 'correction-decided' | 'correction-asks' }>

/** What the citizen is told, in the reason's own words. */
export const toDecisionContent = (
  { fileNumber }: { fileNumber: string },
  { kind, reasonCode }: { kind: RequestDecisionKind; reasonCode: string | null },
): DecisionContent => {
  if (kind === 'accept') return { event: 'correction-decided', fileNumber, outcome: 'corrected', reason: null }
  const found = reasonCode === null ? null : findRequestReason(reasonCode)
  const reason = found && { sentence: found.citizen, nextStep: found.nextStep, short: found.smsVi }
  if (kind === 'refuse') return { event: 'correction-decided', fileNumber, outcome: 'kept', reason }
  return { event: 'correction-asks', fileNumber, reason }
}
