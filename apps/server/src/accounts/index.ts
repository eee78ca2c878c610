import { keptFor } from '@an-sinh/domain'
import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { deleteOutdatedSignInData } from './code-queries.ts'
import { getMe } from './get-me.ts'
import { proveFirstPassword } from './prove-first-password.ts'
import { proveFirstPasswordRequest } from './prove-first-password-request.ts'
import { type FormCodeProof, requestFirstPassword } from './request-first-password.ts'
import { type AccountHooks, setOwnPassword } from './set-own-password.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'

export {
  type Account,
  changeContact,
  deleteTickets,
  endOtherSessions,
  endSession,
  exchangePassword,
  findAccount,
  findPasswordHash,
  insertTicket,
  isSessionStale,
  listDevices,
  replaceFirstPassword,
  revokeSessions,
  type SessionToken,
  touchSession,
  voidPassword,
  whereSessionLives,
} from './account-queries.ts'
export { agreesWithBirthDate, findLogin, type Login } from './find-login.ts'
export { openAccount, prepareFirstPassword, settleAccount, takeBackAccount } from './open-account.ts'
export { type CodeOrder, type CodeSent, consumeOneTimeCode, sendOneTimeCode } from './one-time-codes.ts'
export { resolveCitizen } from './resolve-citizen.ts'
export { type FormCodeProof, proveByFormCode } from './request-first-password.ts'
export { giveTicketCookie, hashSecret, makeTicket, sessionHashOf } from './session-cookie.ts'
export { moveAccountState, stopAccount } from './code-queries.ts'
export { type AccountHooks, requireGoodPassword } from './set-own-password.ts'
export { beginSession } from './sign-in.ts'

const nobodyProves: FormCodeProof = async () => false

export function registerAccounts(
  server: Server,
  platform: Platform,
  hooks: AccountHooks,
  isFormCodeOf: FormCodeProof = nobodyProves,
): void {
  signIn(server, platform)
  signOut(server, platform)
  proveFirstPassword(server, platform)
  setOwnPassword(server, platform, hooks)
  requestFirstPassword(server, platform, isFormCodeOf)
  proveFirstPasswordRequest(server, platform)
  getMe(server, platform)
}

const codeHours = keptFor('one-time-code').amount

/** By night: codes past their time, tickets and sessions that ended, counters of limits whose window is over. */
export async function startAccountJobs(platform: Platform): Promise<void> {
  await platform.jobs.work('erase-sign-in-data', async () => {
    const erased = await deleteOutdatedSignInData(platform.sql, codeHours)
    platform.log.info({ ...erased, limits: await platform.limits.deleteOutdated() }, 'sign-in data erased')
  })
  await platform.jobs.schedule('erase-sign-in-data', '10 3 * * *')
}
