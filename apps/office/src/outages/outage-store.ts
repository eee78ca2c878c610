import type { Outcome } from '@an-sinh/contract'
import { useEffect, useSyncExternalStore } from 'react'
import { serverNow } from '../shared/server-clock.ts'
import { keepEntries, readKeptEntries } from './kept-entries.ts'

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

const isOpen = (entry: Entry): boolean => entry.outcome?.done !== true

let writing: Promise<void> = Promise.resolve()
/** One writing after the other, what stands then, and never before what was kept came back. A browser without a store keeps it in the window alone. */
const writeAfter = async (before: Promise<void>): Promise<void> => {
  try {
    await before
    await restore()
    await keepEntries(entries.filter(isOpen).map(({ entryId, code, receivedAt }) => ({ entryId, code, receivedAt })))
  } catch {
    // As above.
  }
}
const keep = (): void => {
  writing = writeAfter(writing)
}

const show = (next: readonly Entry[]): void => {
  entries = next
  for (const listener of listeners) listener()
}
const change = (next: readonly Entry[]): void => {
  show(next)
  keep()
}

let restored: Promise<void> | null = null
const joinKept = async (): Promise<void> => {
  try {
    const kept = await readKeptEntries(serverNow())
    const known = new Set(entries.map(({ entryId }) => entryId))
    show([...entries, ...kept.filter(({ entryId }) => !known.has(entryId)).map((entry) => ({ ...entry, outcome: null }))])
  } catch {
    // No store in this browser: what is written down lives in the window alone.
  }
}
/** After a reload: what was kept joins what was written since. Once per window. */
const restore = (): Promise<void> => (restored ??= joinKept())

export const addEntry = (code: string, receivedAt: string): void =>
  change([{ entryId: crypto.randomUUID(), code, receivedAt, outcome: null }, ...entries])

export const removeEntry = (entryId: string): void => change(entries.filter((entry) => entry.entryId !== entryId))

export const noteOutcomes = (rows: readonly Outcome[]): void =>
  change(entries.map((entry) => ({ ...entry, outcome: rows.find(({ key }) => key === entry.entryId) ?? entry.outcome })))

export const listOpen = (): Entry[] => entries.filter(isOpen)

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Outlives screen and window: codes and hours, sealed, until they are sent, a day at most. Closing the window still asks first. */
export const useEntries = (): readonly Entry[] => {
  useEffect(() => void restore(), [])
  return useSyncExternalStore(subscribe, () => entries)
}

if (typeof window !== 'undefined')
  window.addEventListener('beforeunload', (event) => {
    if (entries.some(isOpen)) event.preventDefault()
  })
