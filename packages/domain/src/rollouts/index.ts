export {
  ROLLOUT_HELP,
  ROLLOUT_HELP_REASONS,
  ROLLOUT_STATE_NAMES,
  ROLLOUT_STATES,
  type RolloutHelpReason,
  type RolloutState,
} from './rollout-states.ts'
export { ROLLOUT_STANDING_ORDER, ROLLOUT_TABLE, type RolloutFacts, type RolloutStanding, rolloutStateOf } from './rollout-state-of.ts'
