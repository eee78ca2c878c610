import type { DecisionReason } from './decision-reason.ts'
import { REFUSE_REASONS } from './refuse-reasons.ts'
import { RETURN_REASONS } from './return-reasons.ts'

/**
 * Why a registration is returned or refused: what the clerk picks, what the citizen reads, what to do next. No official list is published;
 * these are the reasons of the guides (form against original, photos, contact in use) as ordinary sentences. The citizen's sentence of a
 * suspicion accuses nobody and tells a fraudster nothing.
 */
export const DECISION_REASONS: readonly DecisionReason[] = [...RETURN_REASONS, ...REFUSE_REASONS]

/** The reason of a code; null for a code not on the list. */
export const findDecisionReason = (code: string): DecisionReason | null => DECISION_REASONS.find((reason) => reason.code === code) ?? null
