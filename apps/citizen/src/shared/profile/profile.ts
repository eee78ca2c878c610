import { useSyncExternalStore } from 'react'

/** Whose data the personal pages show: null is one's own. Kept in memory alone: no name of a child lies on the device, and a page loaded anew shows one's own. */
export type Profile = {
  readonly representationId: string
  readonly fullName: string
  readonly kind: 'child' | 'mandate'
  readonly areas: readonly string[]
}

let current: Profile | null = null
const listeners = new Set<() => void>()
const readProfile = (): Profile | null => current
const watch = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Shows somebody else's data from now on, or one's own again. */
export const showProfile = (profile: Profile | null): void => {
  current = profile
  for (const listener of listeners) listener()
}

export const useProfile = (): Profile | null => useSyncExternalStore(watch, readProfile)

export type Subject = { readonly query: { readonly for?: string }; readonly key: readonly string[] }

export const subjectOf = (profile: Profile | null): Subject =>
  profile === null ? { query: {}, key: ['me'] } : { query: { for: profile.representationId }, key: ['me', 'for', profile.representationId] }

/** For reads that exist for both: the query's part, and the beginning of the key under which the answer is kept, never shared by two people. */
export const useSubject = (): Subject => subjectOf(useProfile())
