import { useCallback, useSyncExternalStore } from 'react'
import { serverNow } from './server-clock.ts'

/** The server's time, read again every `everyMs` while `on` and cut to that step; milliseconds since 1970. */
export function useServerTime(everyMs: number, on = true): number {
  const subscribe = useCallback(
    (tick: () => void) => {
      const timer = on ? setInterval(tick, everyMs) : undefined
      return () => clearInterval(timer)
    },
    [everyMs, on],
  )
  return useSyncExternalStore(subscribe, () => Math.floor(serverNow() / everyMs) * everyMs)
}
