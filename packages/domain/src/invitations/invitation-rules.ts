import type { Dated } from '../reference/index.ts'
import { validOn } from '../reference/index.ts'
import type { CivilDate } from '../calendar/index.ts'
import type { RolloutState } from '../rollouts/index.ts'

export type InvitationChannel = 'sms' | 'email'
export type InvitationKind = 'invitation' | 'reminder'

/** What an employer may have sent in a month at the agency's cost. The operator's rule: no law names a number. */
type InvitationRule = Dated & {
  readonly smsPartsPerPerson: number
  readonly emailsPerPerson: number
  /** However few people there are. */
  readonly atLeast: number
}
export const INVITATION_RULES: readonly InvitationRule[] = [
  { validFrom: '2026-07-01', validTo: null, smsPartsPerPerson: 3, emailsPerPerson: 8, atLeast: 100 },
]

/** SMS parts or e-mails of one month for an employer of so many people; 0 while no rule is in force. */
export const invitationBudgetOf = (on: CivilDate, channel: InvitationChannel, people: number): number => {
  const [rule] = validOn(INVITATION_RULES, on)
  if (rule === undefined) return 0
  return Math.max(rule.atLeast, people * (channel === 'sms' ? rule.smsPartsPerPerson : rule.emailsPerPerson))
}

/** Who can be told what: an invitation goes to who did nothing yet, a reminder to whom something is missing. Never to who has an account. */
export const INVITATION_STATES: Record<InvitationKind, readonly RolloutState[]> = {
  invitation: ['not-started'],
  reminder: ['not-started', 'registered', 'form-printed', 'needs-help'],
}

/** What the message asks for. */
export type InvitationStep = 'register' | 'hand-in' | 'look-again'
export const invitationStepOf = (state: RolloutState): InvitationStep | null => {
  switch (state) {
    case 'not-started':
      return 'register'
    case 'registered':
    case 'form-printed':
      return 'hand-in'
    case 'needs-help':
      return 'look-again'
    case 'form-handed-in':
    case 'approved':
    case 'signed-in':
      return null
  }
}
