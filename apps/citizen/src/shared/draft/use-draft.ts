import { useEffect, useSyncExternalStore } from 'react'
import { type DraftState, loadDraft, readDraft, watchDraft } from './draft-store.ts'

/** The draft on screen, kept up to date, also by what is sent in the background. */
export const useDraft = (): DraftState => {
  const state = useSyncExternalStore(watchDraft, readDraft)
  useEffect(() => void loadDraft(), [])
  return state
}
