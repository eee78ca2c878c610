export type DecisionReasonCode =
  | 'photo-blurred'
  | 'photo-missing'
  | 'photo-not-portrait'
  | 'name-differs'
  | 'birth-date-differs'
  | 'sex-differs'
  | 'national-id-differs'
  | 'number-not-theirs'
  | 'unsigned'
  | 'form-illegible'
  | 'no-original'
  | 'id-expired'
  | 'wrong-office'
  | 'phone-of-another'
  | 'wrong-person'
  | 'person-dead'
  | 'already-has-account'
  | 'document-forged'
  | 'invented'

export type DecisionReason = {
  readonly code: DecisionReasonCode
  readonly for: 'return' | 'refuse'
  readonly clerkVi: string
  readonly clerkEn: string
  readonly citizenVi: string
  readonly citizenEn: string
  readonly nextStepVi: string
  readonly nextStepEn: string
  /** Half a sentence for the message: no accents, so that number, reason and what to do fit one segment. */
  readonly smsVi: string
}
