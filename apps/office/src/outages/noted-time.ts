const VIET_NAM_OFFSET_MS = 7 * 3_600_000
const DAY_MS = 86_400_000
const SHAPE = /^([01]?\d|2[0-3])[:hg. ]?([0-5]\d)$/u

/** `14:05`, `14h05`, `1405` → the last such moment in Viet Nam before `nowMs` (a little later than now is now); null when it is no time. */
export const readNotedTime = (text: string, nowMs: number): string | null => {
  const [, hours, minutes] = SHAPE.exec(text.trim()) ?? []
  if (hours === undefined || minutes === undefined) return null
  const midnight = Math.floor((nowMs + VIET_NAM_OFFSET_MS) / DAY_MS) * DAY_MS - VIET_NAM_OFFSET_MS
  const at = midnight + Number(hours) * 3_600_000 + Number(minutes) * 60_000
  return new Date(at > nowMs + 60_000 ? at - DAY_MS : Math.min(at, nowMs)).toISOString()
}
