import { useSyncExternalStore } from 'react'

const subscribe = (listener: () => void): (() => void) => {
  for (const kind of ['online', 'offline']) window.addEventListener(kind, listener)
  return () => {
    for (const kind of ['online', 'offline']) window.removeEventListener(kind, listener)
  }
}

/** Whether the browser believes to have a network. */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine)
