import type { Answers } from '@an-sinh/contract'
import type { CivilDate, DeadlineMovement, FormPurposeCode, RegistrationState } from '@an-sinh/domain'

/** What the stored dates were made from: enough to explain them, and to make them anew for another office. */
export type StoredDeadlineFacts = { officeId: number; moved: DeadlineMovement[]; reminderOns: CivilDate[] }

/** A registration as stored. Dates of the deadline are read here by everybody and computed nowhere else. */
export type RegistrationRow = {
  registrationId: string
  state: RegistrationState
  purpose: FormPurposeCode
  /** Goes up by one with every move. */
  version: number
  submittedVersion: number | null
  privacyTextVersion: string | null
  declared: Answers | null
  /** E.164. */
  provedPhone: string | null
  phoneProvedAt: Date | null
  email: string | null
  employerMayPrint: boolean
  officeId: number | null
  fileNumber: string | null
  formCodeEncrypted: Buffer | null
  submittedAt: Date | null
  submittedOn: CivilDate | null
  clockStartedOn: CivilDate | null
  dueOn: CivilDate | null
  graceEndsOn: CivilDate | null
  deadlineRuleVersion: string | null
  deadlineFacts: StoredDeadlineFacts | null
  extensions: number
  applicantExtensions: number
  receivedAt: Date | null
  documentKind: string | null
  personId: number | null
  marks: string[]
  stateBeforeDecision: RegistrationState | null
  createdAt: Date
  touchedAt: Date
  stateSince: Date
}

/** A submitted registration: what the state table guarantees from then on. */
export type SubmittedRegistration = RegistrationRow & {
  [K in 'declared' | 'provedPhone' | 'officeId' | 'fileNumber' | 'formCodeEncrypted' | 'submittedAt' | 'submittedOn']: NonNullable<
    RegistrationRow[K]
  >
}

export const isSubmitted = (row: RegistrationRow): row is SubmittedRegistration =>
  row.fileNumber !== null && row.declared !== null && row.officeId !== null && row.provedPhone !== null

export type RegistrationMoveLine = {
  move: string
  fromState: RegistrationState
  toState: RegistrationState
  at: Date
  actorKind: string
  actorId: string | null
  reasonCodes: string[]
}

/** What a move may change beside the state. */
export type RegistrationChanges = Partial<
  Pick<
    RegistrationRow,
    | 'declared'
    | 'email'
    | 'employerMayPrint'
    | 'officeId'
    | 'fileNumber'
    | 'formCodeEncrypted'
    | 'submittedVersion'
    | 'submittedOn'
    | 'clockStartedOn'
    | 'dueOn'
    | 'graceEndsOn'
    | 'deadlineRuleVersion'
    | 'deadlineFacts'
    | 'extensions'
    | 'applicantExtensions'
    | 'documentKind'
    | 'personId'
    | 'stateBeforeDecision'
  >
> & { formCodeHmac?: Buffer; submittedAt?: 'now'; receivedAt?: 'now' | Date | null }
