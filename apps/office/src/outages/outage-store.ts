import type { Outcome } from '@an-sinh/contract'
import { useSyncExternalStore } from 'react'

/** One paper: the code on it and when it was taken in (instant, ISO 8601). */
export type Entry = {
  readonly entryId: string
  readonly code: string
  readonly receivedAt: string
  /** What the server said; null while it was not asked. */
  readonly outcome: Outcome | null
}

let entries: readonly Entry[] = []
const listeners = new Set<() => void>()

const change = (next: readonly Entry[]): void => {
  entries = next
  for (const listener of listeners) listener()
}

export const addEntry = (code: string, receivedAt: string): void =>
  change([{ entryId: crypto.randomUUID(), code, receivedAt, outcome: null }, ...entries])

export const removeEntry = (entryId: string): void => change(entries.filter((entry) => entry.entryId !== entryId))

export const noteOutcomes = (rows: readonly Outcome[]): void =>
  change(entries.map((entry) => ({ ...entry, outcome: rows.find(({ key }) => key === entry.entryId) ?? entry.outcome })))

const isOpen = (entry: Entry): boolean => entry.outcome?.done !== true

export const listOpen = (): Entry[] => entries.filter(isOpen)

/** Outlives the screen, not the window: what people hand in is kept in no browser's storage. Closing the window asks first. */
export const useEntries = (): readonly Entry[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => entries,
  )

if (typeof window !== 'undefined')
  window.addEventListener('beforeunload', (event) => {
    if (entries.some(isOpen)) event.preventDefault()
  })
