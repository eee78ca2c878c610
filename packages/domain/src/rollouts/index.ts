export {
  ROLLOUT_HELP,
  ROLLOUT_HELP_REASONS,
  ROLLOUT_STATE_NAMES,
  ROLLOUT_STATES,
  type RolloutHelpReason,
  type RolloutState,
} from './rollout-states.ts'
export { type RolloutFacts, type RolloutStanding, rolloutStateOf } from './rollout-state-of.ts'
