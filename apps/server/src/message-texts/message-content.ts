import type { Bilingual, CivilDate } from '@an-sinh/domain'
import type { MandateChange, MandateSide } from './mandate-words.ts'

type RequestReasonWords = { sentence: Bilingual; nextStep: Bilingual; short: string }

/** What happened, with the facts its text needs. */
export type MessageContent =
  | { event: 'one-time-code'; code: string }
  | { event: 'submitted'; fileNumber: string; dueOn: CivilDate }
  | { event: 'received'; fileNumber: string }
  /** `loginHint`: the last digits of the number to sign in with. */
  | { event: 'approved'; loginHint: string; firstPassword: string }
  | { event: 'first-password'; firstPassword: string }
  /** `sentence`: the reasons and next steps as the citizen reads them; `short`: the same as half sentences for the SMS. `dueOn`: null while no clock runs. */
  | { event: 'returned'; fileNumber: string; sentence: Bilingual; short: string; dueOn: CivilDate | null }
  | { event: 'refused'; fileNumber: string; sentence: Bilingual; short: string }
  | { event: 'reminder'; fileNumber: string; dueOn: CivilDate; daysLeft: number }
  | { event: 'deadline-moved'; fileNumber: string; dueOn: CivilDate }
  | { event: 'expired'; fileNumber: string }
  | { event: 'closed-by-other'; fileNumber: string }
  | { event: 'account-touched' }
  | { event: 'password-set' }
  /** To the address on file, nowhere else. */
  | { event: 'email-link'; link: string }
  /** To the contact on file of whoever asked for their number, nowhere else. */
  | { event: 'number-asked'; insuranceNumber: string }
  | { event: 'password-set-by-email' }
  | { event: 'passkey-added' }
  /** `device`: browser and system as far as known. */
  | { event: 'new-device'; device: string | null }
  | { event: 'device-disavowed' }
  /** To the address that is to be proved, never instead of the phone. */
  | { event: 'email-code'; code: string }
  /** `at`: when it will hold; `objection`: the code to object by. */
  | { event: 'contact-change-waits'; kind: 'phone' | 'email'; at: Date; objection: string }
  | { event: 'contact-change-arrives'; kind: 'phone' | 'email'; at: Date }
  | { event: 'contact-change-cancelled'; kind: 'phone' | 'email' }
  | { event: 'contact-changed'; kind: 'phone' | 'email' }
  /** `phoneGone`: the person said at the counter that this phone is no longer theirs. */
  | { event: 'counter-code-issued'; phoneGone: boolean }
  | { event: 'mandate-changed'; change: MandateChange; side: MandateSide }
  /** No child's name: a message may be read by whoever holds the phone. */
  | { event: 'dependant-approved' }
  /** `sentence`: as the guardian reads it; `short`: half a sentence for the SMS. */
  | { event: 'dependant-refused'; sentence: Bilingual; short: string }
  /** To the guardian, and to the one who came of age. */
  | { event: 'childhood-over' }
  | { event: 'came-of-age' }
  /** `reason`: in both languages as the citizen reads it; `short`: half a sentence for the SMS. */
  | { event: 'correction-decided'; fileNumber: string; outcome: 'corrected' | 'kept'; reason: RequestReasonWords | null }
  | { event: 'correction-asks'; fileNumber: string; reason: RequestReasonWords | null }
  | { event: 'address-changed' }
  /** `at`: when the account will stop. */
  | { event: 'account-stop-waits'; at: Date }
  | { event: 'account-stop-cancelled' }
  | { event: 'account-stopped' }
  /** Both at a counter, by a clerk or a supervisor. */
  | { event: 'account-held' }
  | { event: 'account-released' }
  | { event: 'data-export-ready' }
  | { event: 'data-request-moved'; fileNumber: string; state: 'answered' | 'done' | 'refused'; note: string }
  /** The number and how it stands: whoever holds the phone reads no word of question or answer. */
  | {
      event: 'ticket-moved'
      reportNumber: string
      state: 'answered' | 'reopened' | 'closed' | 'marked' | 'call-missed' | 'call-closed' | 'call-not-made'
    }
  | { event: 'card-ends'; validTo: CivilDate }
  | { event: 'card-next'; validFrom: CivilDate }
  | { event: 'card-changed' }
  | { event: 'visit-recorded'; visitedOn: CivilDate }
  | { event: 'employer-unpaid'; employerName: string; months: number }
  /** `lastMonth`: yyyy-MM. */
  | { event: 'employment-ended'; employerName: string; lastMonth: string }
  | { event: 'statement-ready'; year: number }
  /** Of the agency to many; paragraphs parted by line breaks. */
  | { event: 'announced'; title: Bilingual; words: Bilingual }
  /** To an address of an employer's list. `stopCode`: with it the reader says "no more". */
  | {
      event: 'employer-invitation'
      kind: 'invitation' | 'reminder'
      step: 'register' | 'hand-in' | 'look-again'
      employerName: string
      stopCode: string
    }

export type MessageEvent = MessageContent['event']
