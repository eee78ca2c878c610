import type { RegistrationState } from '../registrations/index.ts'
import type { RolloutHelpReason, RolloutState } from './rollout-states.ts'

/** What the agency knows of somebody's way; null: no registration that counts. */
export type RolloutFacts = {
  readonly registration: RegistrationState | null
  /** Form 01 of this registration was printed, by the person or by the employer. */
  readonly formPrinted: boolean
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
