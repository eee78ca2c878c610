export { checkProposal, PROPOSAL_RULE, type ProposalRefusalCode, type ReferenceValues } from './check-proposal.ts'
export { type DeskHours, formatOpeningHours, parseOpeningHours } from './opening-hours.ts'
export {
  FACILITY_TYPES,
  REFERENCE_FIELD_NAMES,
  REFERENCE_FIELDS,
  REFERENCE_LIST_NAMES,
  REFERENCE_LISTS,
  type ReferenceField,
  type ReferenceList,
} from './reference-fields.ts'
