import { randomBytes } from 'node:crypto'
import { requestEmailLinkRoute } from '@an-sinh/contract'
import { ACCOUNT_STATES, EMAIL_LINK_RULE } from '@an-sinh/domain'
import { agreesWithBirthDate, findLogin, type FormCodeProof, hashSecret, type Login, proveByFormCode } from '../accounts/index.ts'
import { recordAudit } from '../audit/index.ts'
import { enqueueMessage } from '../messages/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { countRecoveryTry } from '../platform/recovery-limits.ts'
import { inTransaction } from '../platform/transaction.ts'
import { insertEmailLink } from './email-link-queries.ts'

/** Behind the `#`: a browser does not send that part along, so the secret stands in no log. */
const linkOf = (platform: Platform, secret: string): string => `${platform.settings.citizenOrigin}/dang-nhap/lien-ket#${secret}`

/** A link is sent if number and birth date name an account with an address on file that may have a new password. */
const sendIfSomebody = async (
  platform: Platform,
  { person, account }: Login,
  { bornOn, requestId }: { bornOn: string; requestId: string },
): Promise<void> => {
  const email = account?.email ?? null
  if (person === null || account === null || email === null) return
  if (!ACCOUNT_STATES[account.state].mayResetPassword || !agreesWithBirthDate(bornOn, person.bornOn)) return
  const secret = randomBytes(32).toString('base64url')
  const linkHash = hashSecret(secret)
  const { personId } = person
  await inTransaction(platform, async (transaction) => {
    await insertEmailLink(transaction, { linkHash, personId, minutes: EMAIL_LINK_RULE.minutes })
    await enqueueMessage(platform, transaction, {
      idempotencyKey: `email-link/${linkHash.toString('base64url')}`,
      content: { event: 'email-link', link: linkOf(platform, secret) },
      to: { email },
      personId,
    })
    await recordAudit(transaction, { actor: { kind: 'anonymous' }, action: 'email-link-sent', personId, requestId })
  })
}

/** Number + birth date → a link to the address on file. The same answer in the same time, somebody or nobody. */
export function requestEmailLink(server: Server, platform: Platform, isFormCodeOf: FormCodeProof): void {
  addRoute(server, requestEmailLinkRoute, async ({ body, request, reply }) => {
    const login = await findLogin(platform, body.login)
    const registrationId = await proveByFormCode(login, body.formCode, isFormCodeOf)
    const who = `citizen/${login.person?.personId ?? 'nobody'}`
    await countRecoveryTry(platform, request, reply, { way: 'email', login: login.key, bornOn: body.bornOn, who, registrationId })
    // Not awaited: whether there is somebody shows neither in the answer nor in its time.
    void sendIfSomebody(platform, login, { bornOn: body.bornOn, requestId: request.id }).catch((error: unknown) =>
      platform.log.error({ reqId: request.id, err: error }, 'e-mail link'),
    )
    return { minutes: EMAIL_LINK_RULE.minutes }
  })
}
