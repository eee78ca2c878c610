import { ACCOUNT_REFUSALS } from './account-refusals.ts'
import { ANSWERS_REFUSALS } from './answers-refusals.ts'
import { BADGE_REFUSALS } from './badge-refusals.ts'
import { CAMPAIGN_REFUSALS } from './campaign-refusals.ts'
import { BULK_FORM_REFUSALS } from './bulk-form-refusals.ts'
import { CHAT_REFUSALS } from './chat-refusals.ts'
import { CLAIM_REFUSALS } from './claim-refusals.ts'
import { CLOSURE_REFUSALS } from './closure-refusals.ts'
import { COUNTER_REFUSALS } from './counter-refusals.ts'
import { HAND_IN_REFUSALS } from './hand-in-refusals.ts'
import { VISIT_PLAN_REFUSALS } from './visit-plan-refusals.ts'
import { EMPLOYER_REFUSALS } from './employer-refusals.ts'
import { GENERAL_REFUSALS } from './general-refusals.ts'
import { PROPOSAL_REFUSALS } from './proposal-refusals.ts'
import { ANNOUNCEMENT_REFUSALS } from './announcement-refusals.ts'
import { INCIDENT_REFUSALS } from './incident-refusals.ts'
import { LETTER_REFUSALS } from './letter-refusals.ts'
import { NOTICE_REFUSALS } from './notice-refusals.ts'
import { PROBLEM_REPORT_REFUSALS } from './problem-report-refusals.ts'
import { PROCEDURE_REFUSALS } from './procedure-refusals.ts'
import { IMPORT_REFUSALS } from './import-refusals.ts'
import { PERSON_REFUSALS } from './person-refusals.ts'
import { QUEUE_REFUSALS } from './queue-refusals.ts'
import { RECOVERY_REFUSALS } from './recovery-refusals.ts'
import { REGISTRATION_REFUSALS } from './registration-refusals.ts'
import { REPRESENTATION_REFUSALS } from './representation-refusals.ts'
import { INVITATION_REFUSALS } from './invitation-refusals.ts'
import { ROLLOUT_REFUSALS } from './rollout-refusals.ts'
import { ROSTER_REFUSALS } from './roster-refusals.ts'
import { TICKET_REFUSALS } from './ticket-refusals.ts'
import { STATEMENT_REFUSALS } from './statement-refusals.ts'
import { SUPPORT_REFUSALS } from './support-refusals.ts'

/**
 * The closed list of refusals. One row per code: HTTP status, a sentence a citizen understands, and the next step, in both languages.
 * The server is the only reader of the sentences; the web apps show what it sends.
 */
export const REFUSALS = {
  ...GENERAL_REFUSALS,
  ...ANSWERS_REFUSALS,
  ...REGISTRATION_REFUSALS,
  ...ACCOUNT_REFUSALS,
  ...RECOVERY_REFUSALS,
  ...COUNTER_REFUSALS,
  ...CLOSURE_REFUSALS,
  ...INCIDENT_REFUSALS,
  ...ANNOUNCEMENT_REFUSALS,
  ...PROPOSAL_REFUSALS,
  ...QUEUE_REFUSALS,
  ...BULK_FORM_REFUSALS,
  ...HAND_IN_REFUSALS,
  ...VISIT_PLAN_REFUSALS,
  ...NOTICE_REFUSALS,
  ...PROCEDURE_REFUSALS,
  ...IMPORT_REFUSALS,
  ...INVITATION_REFUSALS,
  ...ROLLOUT_REFUSALS,
  ...STATEMENT_REFUSALS,
  ...CLAIM_REFUSALS,
  ...CHAT_REFUSALS,
  ...CAMPAIGN_REFUSALS,
  ...LETTER_REFUSALS,
  ...PROBLEM_REPORT_REFUSALS,
  ...SUPPORT_REFUSALS,
  ...TICKET_REFUSALS,
  ...PERSON_REFUSALS,
  ...REPRESENTATION_REFUSALS,
  ...ROSTER_REFUSALS,
  ...EMPLOYER_REFUSALS,
  ...BADGE_REFUSALS,
} as const

export type RefusalCode = keyof typeof REFUSALS
