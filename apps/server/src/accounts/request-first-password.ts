import { randomUUID } from 'node:crypto'
import { requestFirstPasswordRoute } from '@an-sinh/contract'
import { ACCOUNT_STATES, ONE_TIME_CODE_RULE } from '@an-sinh/domain'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { insertTicket } from './account-queries.ts'
import { readCodeTimes } from './code-queries.ts'
import { agreesWithBirthDate, findLogin } from './find-login.ts'
import { sendOneTimeCode } from './one-time-codes.ts'
import { hashSecret } from './session-cookie.ts'

/** A code is sent if number and birth date name an account that may have a new first password. Limits of its phone are not told to strangers. */
const sendIfSomebody = async (platform: Platform, requestId: string, login: string, bornOn: string): Promise<void> => {
  const { person, account } = await findLogin(platform, login)
  if (person === null || account === null || !ACCOUNT_STATES[account.state].mayResetPassword || !agreesWithBirthDate(bornOn, person.bornOn))
    return
  try {
    await inTransaction(platform, async (transaction) => {
      await insertTicket(transaction, {
        ticketHash: hashSecret(requestId),
        personId: person.personId,
        purpose: 'first-password-request',
        minutes: ONE_TIME_CODE_RULE.securityMinutes,
      })
      await sendOneTimeCode(platform, transaction, { purpose: 'first-password', subject: requestId, phone: account.phone })
    })
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'too-many')) throw error
  }
}

/** Number + birth date → a code to the phone of the account. The same answer in the same time, somebody or nobody. Cut off in between, it is asked again. */
export function requestFirstPassword(server: Server, platform: Platform): void {
  addRoute(server, requestFirstPasswordRoute, async ({ body, request }) => {
    await platform.limits.consume('first-password-request', `${body.login.replace(/[\s.\-–]/gu, '')}/${body.bornOn}`)
    const requestId = randomUUID()
    const { expiresAt, resendAt } = await readCodeTimes(platform.sql, ONE_TIME_CODE_RULE.securityMinutes, ONE_TIME_CODE_RULE.resendSeconds)
    // Not awaited: whether there is somebody shows neither in the answer nor in its time.
    void sendIfSomebody(platform, requestId, body.login, body.bornOn).catch((error: unknown) =>
      platform.log.error({ reqId: request.id, err: error }, 'first-password request'),
    )
    return { requestId, expiresAt: expiresAt.toISOString(), resendAt: resendAt.toISOString() }
  })
}
