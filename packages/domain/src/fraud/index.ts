export { findFraudRule, FRAUD_RULES, type FraudRule } from './fraud-rules.ts'
export { FRAUD_SIGNAL_KINDS, FRAUD_SIGNAL_RULES, type FraudSignal, type FraudSignalKind } from './fraud-signals.ts'
export { type AlikePhoto, findFraudSignals, type FraudFacts, type FraudSubject } from './find-fraud-signals.ts'
export { type AddressFacts, type AddressFault, judgeAddress } from './judge-address.ts'
export { type ClerkDay, isHastyDay } from './judge-clerk-day.ts'
export {
  cellsApart,
  makePhotoPrint,
  type PhotoPrint,
  PRINT_GRIDS,
  printBands,
  printDistance,
  PRINTED_KINDS,
  type PrintedKind,
} from './photo-print.ts'
export { findReviewReason, REVIEW_REASONS, type ReviewKind, type ReviewReason } from './review-reasons.ts'
