import { useCallback, useSyncExternalStore } from 'react'
import { type CaseDraft, EMPTY_DRAFT, isTouched } from './case-draft.ts'

const drafts = new Map<string, CaseDraft>()
const listeners = new Set<() => void>()

const tellAll = (): void => {
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Another person works here now, or nobody: marks are that clerk's own. In memory only, nothing is stored in the browser. */
export function forgetDrafts(): void {
  drafts.clear()
  tellAll()
}

export const hasDrafts = (): boolean => [...drafts.values()].some(isTouched)

export const changeDraft = (registrationId: string, change: (draft: CaseDraft) => CaseDraft): void => {
  drafts.set(registrationId, change(drafts.get(registrationId) ?? EMPTY_DRAFT))
  tellAll()
}

/** The marks on a case and how to change them; they outlive the screen, so that a clerk may look at another case in between. */
export function useCaseDraft(registrationId: string): readonly [CaseDraft, (change: (draft: CaseDraft) => CaseDraft) => void] {
  const draft = useSyncExternalStore(subscribe, () => drafts.get(registrationId) ?? EMPTY_DRAFT)
  const change = useCallback((how: (draft: CaseDraft) => CaseDraft) => changeDraft(registrationId, how), [registrationId])
  return [draft, change]
}
