export {
  INVITATION_RULES,
  INVITATION_STATES,
  invitationBudgetOf,
  type InvitationChannel,
  type InvitationKind,
  type InvitationStep,
  invitationStepOf,
} from './invitation-rules.ts'
export { type InvitationCandidate, LEFT_OUT_REASONS, type LeftOutReason, planSending, type SendingPlan } from './plan-sending.ts'
