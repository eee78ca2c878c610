/** A phone laid aside for longer than this asks for the lock again. */
const AWAY_MS = 120_000

let unlocked = false
let hiddenAt: number | null = null
const listeners = new Set<() => void>()

/** Held in memory only: a new start of the app asks again. */
export const setUnlocked = (value: boolean): void => {
  unlocked = value
  for (const listener of listeners) listener()
}

export const readUnlocked = (): boolean => unlocked

const onVisibility = (): void => {
  if (document.visibilityState === 'hidden') hiddenAt = Date.now()
  else if (hiddenAt !== null && Date.now() - hiddenAt > AWAY_MS) setUnlocked(false)
}

export const watchUnlocked = (listener: () => void): (() => void) => {
  if (listeners.size === 0) document.addEventListener('visibilitychange', onVisibility)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) document.removeEventListener('visibilitychange', onVisibility)
  }
}
