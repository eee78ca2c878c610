import { randomUUID } from 'node:crypto'
import { requestFirstPasswordRoute } from '@an-sinh/contract'
import { ACCOUNT_STATES, ONE_TIME_CODE_RULE } from '@an-sinh/domain'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { countRecoveryTry } from '../platform/recovery-limits.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { insertTicket } from './account-queries.ts'
import { readCodeTimes } from './code-queries.ts'
import { agreesWithBirthDate, findLogin, type Login } from './find-login.ts'
import { sendOneTimeCode } from './one-time-codes.ts'
import { hashSecret } from './session-cookie.ts'

/** Whether a form code is that of an account's registration; put together in app.ts. A code that is not costs nothing and proves nothing. */
export type FormCodeProof = (registrationId: string | null, formCode: string) => Promise<boolean>

/** The account's registration where the form code that came along is its own; null for everybody else. */
export async function proveByFormCode(
  { account }: Login,
  formCode: string | undefined,
  isFormCodeOf: FormCodeProof,
): Promise<string | null> {
  const registrationId = account?.registrationId ?? null
  return formCode !== undefined && (await isFormCodeOf(registrationId, formCode)) ? registrationId : null
}

type Order = { requestId: string; bornOn: string; byHolder: boolean }

/** A code is sent if number and birth date name an account that may have a new first password. */
const sendIfSomebody = async (platform: Platform, { person, account }: Login, { requestId, bornOn, byHolder }: Order): Promise<void> => {
  if (person === null || account === null || !ACCOUNT_STATES[account.state].mayResetPassword || !agreesWithBirthDate(bornOn, person.bornOn))
    return
  await inTransaction(platform, async (transaction) => {
    await insertTicket(transaction, {
      ticketHash: hashSecret(requestId),
      personId: person.personId,
      purpose: 'first-password-request',
      minutes: ONE_TIME_CODE_RULE.securityMinutes,
    })
    await sendOneTimeCode(platform, transaction, { purpose: 'first-password', subject: requestId, phone: account.phone, byHolder })
  })
}

/**
 * Number + birth date → a code to the phone of the account. The same answer in the same time, somebody or nobody. Cut off in between, it is asked again.
 * Who holds a known device or the form code is told when the phone can have the next code; strangers are not.
 */
export function requestFirstPassword(server: Server, platform: Platform, isFormCodeOf: FormCodeProof): void {
  addRoute(server, requestFirstPasswordRoute, async ({ body, request, reply }) => {
    const login = await findLogin(platform, body.login)
    const registrationId = await proveByFormCode(login, body.formCode, isFormCodeOf)
    const who = `citizen/${login.person?.personId ?? 'nobody'}`
    const asked = { way: 'sms', login: login.key, bornOn: body.bornOn, who, registrationId } as const
    const byHolder = (await countRecoveryTry(platform, request, reply, asked)) === 'holder'
    const requestId = randomUUID()
    const { expiresAt, resendAt } = await readCodeTimes(platform.sql, ONE_TIME_CODE_RULE.securityMinutes, ONE_TIME_CODE_RULE.resendSeconds)
    const sending = sendIfSomebody(platform, login, { requestId, bornOn: body.bornOn, byHolder })
    if (byHolder) await sending
    // Not awaited: whether there is somebody shows neither in the answer nor in its time.
    else
      void sending.catch((error: unknown) => {
        if (!(error instanceof Refusal && error.code === 'too-many'))
          platform.log.error({ reqId: request.id, err: error }, 'first-password request')
      })
    return { requestId, expiresAt: expiresAt.toISOString(), resendAt: resendAt.toISOString() }
  })
}
