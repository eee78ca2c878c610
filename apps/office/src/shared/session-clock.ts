import { serverNow } from './server-clock.ts'

export type SessionState = { readonly endsAt: number | null; readonly ended: boolean }

let state: SessionState = { endsAt: null, ended: false }
let idleSpanMs = 0
const listeners = new Set<() => void>()

const change = (next: SessionState): void => {
  state = next
  for (const listener of listeners) listener()
}

export const getSessionState = (): SessionState => state

export const subscribeSession = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The server said when this session ends (instant, ISO 8601). */
export function noteSessionEnd(sessionEndsAt: string): void {
  const endsAt = Date.parse(sessionEndsAt)
  idleSpanMs = Math.max(0, endsAt - serverNow())
  change({ endsAt, ended: false })
}

/** Any answered request moves the end of an idle session on by the span the server gave. */
export function noteSessionUse(): void {
  if (state.endsAt !== null && !state.ended) state = { endsAt: Math.max(state.endsAt, serverNow() + idleSpanMs), ended: false }
}

/** The server no longer knows the session; what is on the screen stays. */
export const noteSessionOver = (): void => {
  if (state.endsAt !== null) change({ endsAt: state.endsAt, ended: true })
}

/** Signed out on purpose. */
export const forgetSession = (): void => change({ endsAt: null, ended: false })
