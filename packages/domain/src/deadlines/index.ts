export { DEADLINE_RULES, findDeadlineRule, type DeadlineRule } from './deadline-rules.ts'
export { decideDeadline, type Deadline, type DeadlineFacts, type DeadlineMovement } from './decide-deadline.ts'
export { decideExtension, type ExtensionFacts, type ExtensionRefusalCode } from './decide-extension.ts'
export { decideCounterTiming, decideExpiry, type CounterTiming } from './decide-counter-timing.ts'
