export {
  DATA_REQUEST_KINDS,
  DATA_REQUEST_RULES,
  DATA_REQUEST_SENTENCES,
  findDataRequestRule,
  type DataRequestKind,
  type DataRequestRule,
} from './data-request-rules.ts'
export {
  DATA_REQUEST_STATE_RULES,
  DATA_REQUEST_STATES,
  decideDataRequestMove,
  type DataRequestMove,
  type DataRequestState,
} from './data-request-states.ts'
export { decideDataRequestDue, formatDataRequestNumber, type DataRequestDue } from './decide-data-request-due.ts'
export {
  CONSENT_PURPOSES,
  currentConsentText,
  findConsentText,
  isConsentStanding,
  type ConsentDecision,
  type ConsentPurpose,
  type ConsentText,
} from './consent-purposes.ts'
export { describeRows, type DataSection } from './data-sections.ts'
export { writeDataExport, type DataExportFacts } from './write-data-export.ts'
export { markEnded } from './mark-ended.ts'
