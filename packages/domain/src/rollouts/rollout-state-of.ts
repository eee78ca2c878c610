import { REGISTRATION_STATE_NAMES, type RegistrationState } from '../registrations/index.ts'
import type { RolloutHelpReason, RolloutState } from './rollout-states.ts'

/** What the agency knows of somebody's way; null: no registration that counts. */
export type RolloutFacts = {
  readonly registration: RegistrationState | null
  /** Form 01 of this registration was printed, by the person or by the employer. */
  readonly formPrinted: boolean
  /** The person asked the employer for help and did not take it back. */
  readonly asksForHelp: boolean
  /** There is an account, from whatever registration. */
  readonly hasAccount: boolean
  /** Somebody signed in to that account at least once. */
  readonly hasSignedIn: boolean
}
export type RolloutStanding = { readonly state: RolloutState; readonly helpReason: RolloutHelpReason | null }

const at = (state: Exclude<RolloutState, 'needs-help'>): RolloutStanding => ({ state, helpReason: null })
const help = (helpReason: RolloutHelpReason): RolloutStanding => ({ state: 'needs-help', helpReason })

/**
 * Where the person stands. An account is stronger than any registration: who has one is never asked to register again. A refusal and a
 * review for fraud read "ask the office": an employer learns of neither.
 */
export function rolloutStateOf(facts: RolloutFacts): RolloutStanding {
  if (facts.hasSignedIn) return at('signed-in')
  if (facts.hasAccount) return at('approved')
  switch (facts.registration) {
    case null:
    case 'draft':
    case 'withdrawn':
      return at('not-started')
    case 'submitted':
    case 'awaiting-visit':
      // Until the paper is handed in; afterwards an employer can help with nothing.
      if (facts.asksForHelp) return help('asked-by-employee')
      return at(facts.formPrinted ? 'form-printed' : 'registered')
    case 'received':
    case 'checked':
      return at('form-handed-in')
    case 'approved':
    case 'activated':
      return at('approved')
    case 'returned':
      return help('supplement-needed')
    case 'expired':
      return help('deadline-passed')
    case 'refused':
    case 'fraud-review':
      return help('ask-the-office')
  }
}

const both = [false, true] as const

/** Every case with its answer: 208 rows that a database can join instead of asking for one person after the other. */
export const ROLLOUT_TABLE: readonly (RolloutFacts & RolloutStanding)[] = [null, ...REGISTRATION_STATE_NAMES].flatMap((registration) =>
  both.flatMap((formPrinted) =>
    both.flatMap((asksForHelp) =>
      both.flatMap((hasAccount) =>
        both.map((hasSignedIn) => {
          const facts = { registration, formPrinted, asksForHelp, hasAccount, hasSignedIn }
          return { ...facts, ...rolloutStateOf(facts) }
        }),
      ),
    ),
  ),
)

/**
 * Of several registrations for one number the one that stands first counts: what is furthest on its way, then what waits for its holder, then
 * what is over. Several may be open at once (the first approved closes the others).
 */
export const ROLLOUT_STANDING_ORDER: readonly RegistrationState[] = [
  'checked',
  'received',
  'awaiting-visit',
  'submitted',
  'returned',
  'fraud-review',
  'activated',
  'approved',
  'expired',
  'refused',
]
