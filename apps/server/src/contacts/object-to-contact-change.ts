import { objectToContactChangeRoute } from '@an-sinh/contract'
import { parseFirstPassword } from '@an-sinh/domain'
import { deleteTickets, findLogin, revokeSessions, voidPassword } from '../accounts/index.ts'
import { recordAudit } from '../audit/index.ts'
import { tellPerson } from '../notices/index.ts'
import { deletePasskeys } from '../passkeys/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import { meetDevice } from '../platform/known-device.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { cancelOpenChanges, matchesCancelCode } from './contact-change-queries.ts'

export const hashObjection = (platform: Platform, personId: number, objection: string): Buffer =>
  platform.keyring.hmac('one-time-code', `objection/${personId}/${objection}`)

const NOBODY = 0

/**
 * "That is not me", without being signed in: whoever asked for the change was inside the account, so it is closed as by "Không phải tôi". The
 * code has 44 bits, so only the device is counted: nobody can use up somebody else's tries.
 */
export function objectToContactChange(server: Server, platform: Platform): void {
  addRoute(server, objectToContactChangeRoute, async ({ body, request, reply }) => {
    await platform.limits.consume('contact-objection', meetDevice(platform.keyring, request, reply, 'nobody').deviceId)
    const { person, account } = await findLogin(platform, body.login)
    const personId = person?.personId ?? NOBODY
    const objection = parseFirstPassword(body.code) ?? ''
    const right = await matchesCancelCode(platform.sql, personId, hashObjection(platform, personId, objection))
    if (!right || account === null) throw new Refusal('objection-code-wrong')
    await inTransaction(platform, async (transaction) => {
      const [cancelled] = await cancelOpenChanges(transaction, { personId })
      if (cancelled === undefined) throw new Refusal('objection-code-wrong')
      await revokeSessions(transaction, personId)
      await voidPassword(transaction, personId)
      await deleteTickets(transaction, personId)
      await deletePasskeys(transaction, personId)
      const key = `contact-objection/${request.id}/${personId}`
      await tellPerson(platform, transaction, account, { key, content: { event: 'device-disavowed' } })
      await recordAudit(transaction, { actor: { kind: 'anonymous' }, action: 'contact-change-objected', personId, requestId: request.id })
    })
    return undefined
  })
}
