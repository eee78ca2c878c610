import type { CivilDate } from '@an-sinh/domain'
import { useSyncExternalStore } from 'react'

/** Whose data the personal pages show: null is one's own. Kept in memory alone: a page loaded anew shows one's own. */
export type Profile = {
  readonly representationId: string
  readonly fullName: string
  readonly kind: 'child' | 'mandate'
  readonly areas: readonly string[]
  /** The last day on which it may be seen. */
  readonly lastOn: CivilDate
}

let current: Profile | null = null
const listeners = new Set<() => void>()
const readProfile = (): Profile | null => current
const watch = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Shows somebody else's data from now on, or one's own again. Nothing kept on the device is touched. */
export const showProfile = (profile: Profile | null): void => {
  if (profile === current) return
  current = profile
  for (const listener of listeners) listener()
}

export const useProfile = (): Profile | null => useSyncExternalStore(watch, readProfile)

export type Subject = { readonly query: { readonly for?: string }; readonly key: readonly string[] }

export const subjectOf = (profile: Profile | null): Subject =>
  profile === null ? { query: {}, key: ['me'] } : { query: { for: profile.representationId }, key: ['me', 'for', profile.representationId] }

/** For reads that exist for both: the query's part, and the beginning of the key under which the answer is kept, never shared by two people. */
export const useSubject = (): Subject => subjectOf(useProfile())

/** The pages that show somebody else's data; every other personal page is one's own alone. */
const SHARED_PAGES = ['/ca-nhan/the', '/ca-nhan/qua-trinh', '/ca-nhan/so-kham', '/ca-nhan/quyen-loi']

/** Whether the page at this address shows one's own data whoever is chosen. */
export const isOwnPage = (path: string): boolean =>
  path.startsWith('/ca-nhan/') && !SHARED_PAGES.some((page) => path === page || path.startsWith(`${page}/`))
