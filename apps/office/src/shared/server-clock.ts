import { useCallback, useSyncExternalStore } from 'react'

let offsetMs = 0

/** Learns the server's clock from an answer's Date header (whole seconds), so that a desk with a wrong clock counts right. */
export function noteServerDate(header: string | null): void {
  const server = header === null ? Number.NaN : Date.parse(header)
  if (Number.isFinite(server)) {
    const seen = server - Date.now()
    // The header is cut to the second: only a larger difference is a wrong clock.
    offsetMs = Math.abs(seen) > 2000 ? seen : 0
  }
}

/** Milliseconds since 1970 by the server's clock. */
export const serverNow = (): number => Date.now() + offsetMs

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
