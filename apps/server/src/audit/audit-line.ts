import type { Actor } from '../platform/actor.ts'

export type AuditLine = {
  actor: Actor
  /** A code from action-sentences.ts, e.g. `registration-submitted`. */
  action: string
  /** About whom. */
  personId?: number | null
  registrationId?: string | null
  reasonCode?: string | null
  requestId?: string
  /** Ids and codes only: no names, numbers, phones. */
  details?: Record<string, string | number | boolean | null>
}

/** Writers of different persons do not wait for each other. */
export const CHAIN_COUNT = 64
