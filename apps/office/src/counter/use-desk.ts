import type { Case, Staff } from '@an-sinh/contract'
import { useState } from 'react'
import { type DecisionKind, isStale } from './case-draft.ts'
import { listDeskObstacles, listObstacles, type Obstacle } from './list-obstacles.ts'
import { addPendingDecision } from './pending-decisions.ts'
import { useCaseDraft } from './use-case-draft.ts'

type Open = { readonly kind: DecisionKind; readonly decisionId: string }
type Facts = { readonly shown: Case; readonly role: Staff['role']; readonly onCase: (after: Case) => void; readonly onReload: () => void }

/** Where a decision stands on this desk: asked for, in the way, open, sent, or overtaken by somebody else. */
export function useDesk({ shown, role, onCase, onReload }: Facts) {
  const [draft, changeDraft] = useCaseDraft(shown.registrationId)
  const [open, setOpen] = useState<Open | null>(null)
  const [asked, setAsked] = useState<DecisionKind | null>(null)
  const [conflict, setConflict] = useState<unknown>(null)
  const list = (kind: DecisionKind): Obstacle[] => (kind === 'approve' ? listObstacles(shown, draft, role) : listDeskObstacles(shown))
  const ask = (kind: DecisionKind): void => {
    setAsked(kind)
    // The id is made once for this question: sending it again after a lost answer is the same decision.
    if (list(kind).length === 0 && !isStale(draft, shown)) setOpen({ kind, decisionId: crypto.randomUUID() })
  }
  // Told once asked for, and shrinking as the clerk clears the way.
  const obstacles = asked === null ? [] : list(asked)
  const decided = (kind: DecisionKind, after: Case): void => {
    setOpen(null)
    setConflict(null)
    if (after.decision !== null) {
      const { registrationId, declared } = shown
      const { decisionId, releasesAt } = after.decision
      addPendingDecision({ registrationId, decisionId, kind, name: declared.fullName, releasesAtMs: Date.parse(releasesAt) })
    }
    onCase(after)
  }
  const lookAgain = (error: unknown): void => {
    setOpen(null)
    setConflict(error)
    onReload()
  }
  return { draft, changeDraft, open, close: () => setOpen(null), obstacles, conflict, ask, decided, lookAgain }
}
