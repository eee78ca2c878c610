import type {
  AnswerOf,
  EmployerOfficer,
  employerSecondFactorRoute,
  employerSignOutRoute,
  getEmployerMeRoute,
  getStaffMeRoute,
  Staff,
  staffSecondFactorRoute,
  staffSignInRoute,
  staffSignOutRoute,
} from '@an-sinh/contract'
import { ApiProblem } from '../shared/api-problem.ts'
import { callApi } from '../shared/call-api.ts'
import { forgetSession, noteSessionEnd } from '../shared/session-clock.ts'

/** Staff of the agency, or an officer of an employer: one sign-in page. */
export type SignedInUser = Staff | EmployerOfficer
export const isOfficer = (user: SignedInUser): user is EmployerOfficer => 'officerId' in user

const remember = <U extends SignedInUser>(user: U): U => {
  noteSessionEnd(user.sessionEndsAt)
  return user
}

/** First factor → whose second one is awaited, and until when (ISO 8601). */
export type FirstFactor = AnswerOf<typeof staffSignInRoute>
export const signIn = (userName: string, password: string): Promise<FirstFactor> =>
  callApi<typeof staffSignInRoute>('POST', '/api/staff/sessions', { body: { userName, password } })

export const proveSecondFactor = async (kind: FirstFactor['kind'], code: string): Promise<SignedInUser> =>
  remember(
    await (kind === 'employer'
      ? callApi<typeof employerSecondFactorRoute>('POST', '/api/employer/sessions/second-factor', { body: { code } })
      : callApi<typeof staffSecondFactorRoute>('POST', '/api/staff/sessions/second-factor', { body: { code } })),
  )

const unlessNobody = async <U extends SignedInUser>(asked: Promise<U>): Promise<U | null> => {
  try {
    return remember(await asked)
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'not-signed-in') return null
    throw error
  }
}

/** Who is signed in on this browser; null when nobody is. Asking keeps the session. */
export const findUser = async (): Promise<SignedInUser | null> =>
  (await unlessNobody(callApi<typeof getStaffMeRoute>('GET', '/api/staff/me', {}))) ??
  unlessNobody(callApi<typeof getEmployerMeRoute>('GET', '/api/employer/me', {}))

/** Ends the session here even when the server does not answer: it runs out there by itself. */
export const signOut = async (user: SignedInUser | null): Promise<void> => {
  try {
    await (user !== null && isOfficer(user)
      ? callApi<typeof employerSignOutRoute>('DELETE', '/api/employer/sessions/current', {})
      : callApi<typeof staffSignOutRoute>('DELETE', '/api/staff/sessions/current', {}))
  } finally {
    forgetSession()
  }
}
