import type { AccountState } from '../accounts/index.ts'
import type { CivilDate } from '../calendar/index.ts'
import type { CorrectionState } from '../procedures/index.ts'
import type { RegistrationMove, RegistrationState } from '../registrations/index.ts'
import type { Bilingual } from '../values/index.ts'

export type StoryMessage = {
  readonly kind: 'message'
  readonly atMs: number
  readonly event: string
  readonly channel: 'sms' | 'email' | 'push'
  readonly state: 'queued' | 'sent' | 'delivered' | 'temporary' | 'permanent' | 'cancelled'
  /** When the gateway took it, and when it came to its end. */
  readonly acceptedMs: number | null
  readonly finalMs: number | null
  readonly failure: string | null
}
/** What the system answered no to: `sentence` is what stood on the screen. `times`: how often in a row. */
export type StoryRefusals = {
  readonly kind: 'refusals'
  readonly atMs: number
  readonly firstMs: number
  readonly code: string
  readonly sentence: Bilingual
  readonly times: number
}
/** One thing that happened, as the tables hold it. Nothing here names anybody, and no health, money or picture comes in. */
export type StoryFact =
  | { readonly kind: 'move'; readonly atMs: number; readonly move: RegistrationMove; readonly by: string; readonly dueOn: CivilDate | null }
  /** In the words that the person reads in their own list of accesses. */
  | { readonly kind: 'act'; readonly atMs: number; readonly sentence: Bilingual; readonly byStaff: boolean }
  | StoryMessage
  | StoryRefusals
  | {
      readonly kind: 'request'
      readonly atMs: number
      readonly fileNumber: string
      readonly state: CorrectionState
      readonly dueOn: CivilDate
    }
  | { readonly kind: 'ticket'; readonly atMs: number; readonly number: string; readonly open: boolean }

/** How things stand now: what the headline is decided from. */
export type StoryStanding = {
  readonly nowMs: number
  readonly account: AccountState | null
  readonly firstPasswordEndsMs: number | null
  readonly registration: {
    readonly state: RegistrationState
    readonly dueOn: CivilDate | null
    readonly graceEndsOn: CivilDate | null
  } | null
  readonly phoneChangeAtMs: number | null
  readonly stopAtMs: number | null
}

/** `code`: which of the obstacles it is, for tests and for the screen's colour. */
export type StoryHeadline = { readonly code: string; readonly obstacle: Bilingual; readonly nextStep: Bilingual }
export type StorySentence = { readonly atMs: number; readonly text: Bilingual; readonly isTrouble: boolean }
