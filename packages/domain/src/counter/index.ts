export { BATCH_ODDS, type BatchFormFacts, type BatchOdd, decideBatchForm } from './decide-batch-form.ts'
export { DOCUMENT_KINDS, listDocumentKinds, type DocumentKind, type DocumentKindCode } from './document-kinds.ts'
export {
  CHECKLIST_ITEM_CODES,
  CHECKLIST_ITEMS,
  decideChecklist,
  readChecklistMarks,
  type ChecklistItem,
  type ChecklistItemCode,
  type ChecklistMarks,
  type ChecklistOutcome,
} from './decide-checklist.ts'
export type { DecisionReason, DecisionReasonCode } from './decision-reason.ts'
export { DECISION_REASONS, findDecisionReason } from './decision-reasons.ts'
export { decideDecision, type DecisionFacts, type DecisionRefusalCode, type DecisionKind } from './decide-decision.ts'
export { type OtherPaper, readScanned, type Scanned } from './read-scanned.ts'
export { readWaitingFacts, type SaidAtCounter, type WaitingFacts } from './read-waiting-facts.ts'
export { type CardHint, listCardHints } from './list-card-hints.ts'
