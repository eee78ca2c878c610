import type { getStaffMeRoute, Staff, staffSecondFactorRoute, staffSignInRoute, staffSignOutRoute } from '@an-sinh/contract'
import { ApiProblem } from '../shared/api-problem.ts'
import { callApi } from '../shared/call-api.ts'
import { forgetSession, noteSessionEnd } from '../shared/session-clock.ts'

const remember = (staff: Staff): Staff => {
  noteSessionEnd(staff.sessionEndsAt)
  return staff
}

/** First factor → until when (ISO 8601) the second one is awaited. */
export const signIn = async (userName: string, password: string): Promise<string> =>
  (await callApi<typeof staffSignInRoute>('POST', '/api/staff/sessions', { body: { userName, password } })).expiresAt

export const proveSecondFactor = async (code: string): Promise<Staff> =>
  remember(await callApi<typeof staffSecondFactorRoute>('POST', '/api/staff/sessions/second-factor', { body: { code } }))

/** Who is signed in on this browser; null when nobody is. Asking keeps the session. */
export const findStaff = async (): Promise<Staff | null> => {
  try {
    return remember(await callApi<typeof getStaffMeRoute>('GET', '/api/staff/me', {}))
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'not-signed-in') return null
    throw error
  }
}

/** Ends the session here even when the server does not answer: it runs out there by itself. */
export const signOut = async (): Promise<void> => {
  try {
    await callApi<typeof staffSignOutRoute>('DELETE', '/api/staff/sessions/current', {})
  } finally {
    forgetSession()
  }
}
