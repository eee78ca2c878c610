import { useSyncExternalStore } from 'react'
import type { DecisionKind } from './case-draft.ts'

/** A decision that may still be taken back; `releasesAtMs` by the server's clock, milliseconds since 1970. */
export type PendingDecision = {
  readonly registrationId: string
  readonly decisionId: string
  readonly kind: DecisionKind
  readonly name: string
  readonly releasesAtMs: number
}

let pending: readonly PendingDecision[] = []
const listeners = new Set<() => void>()

const change = (next: readonly PendingDecision[]): void => {
  pending = next
  for (const listener of listeners) listener()
}

export const addPendingDecision = (decision: PendingDecision): void =>
  change([...pending.filter((other) => other.decisionId !== decision.decisionId), decision])

export const removePendingDecision = (decisionId: string): void => change(pending.filter((other) => other.decisionId !== decisionId))

export const usePendingDecisions = (): readonly PendingDecision[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => pending,
  )
