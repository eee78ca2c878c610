import { beginActivationRoute } from '@an-sinh/contract'
import { parseSlipCode } from '@an-sinh/domain'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { renderSVG } from 'uqr'
import { addRoute, type Server } from '../platform/add-route.ts'
import { meetDevice } from '../platform/known-device.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { findWaitingOfficer, type WaitingOfficerRow } from './activation-queries.ts'
import { hashOfCode } from './prepare-officer.ts'

/** Whose slip was typed. @throws Refusal `officer-code-wrong`, `too-many` */
export async function requireSlip(
  platform: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
  typed: { userName: string; code: string },
): Promise<WaitingOfficerRow & { codeHash: Buffer; userName: string; secretText: string }> {
  const userName = typed.userName.trim().toLowerCase()
  const { deviceId } = meetDevice(platform.keyring, request, reply, `employer/${userName}`)
  await platform.limits.consume('officer-activation', `${userName}/${deviceId}`)
  await platform.limits.consume('officer-activation', `${userName}/${request.ip}`)
  const code = parseSlipCode(typed.code)
  if (code === null) throw new Refusal('officer-code-wrong')
  const codeHash = hashOfCode(code)
  const officer = requireFound(await findWaitingOfficer(platform.sql, userName, codeHash), 'officer-code-wrong')
  const secretText = platform.keyring.decrypt('totp', officer.secret, `employer-officer/${officer.officerId}`).toString('utf8')
  return { ...officer, codeHash, userName, secretText }
}

/** The slip opens the secret for the authenticator; nothing is used up before the officer proves to have it. */
export function beginActivation(server: Server, platform: Platform): void {
  addRoute(server, beginActivationRoute, async ({ body, request, reply }) => {
    const { userName, secretText } = await requireSlip(platform, request, reply, body)
    const label = encodeURIComponent(`An Sinh:${userName}`)
    reply.header('cache-control', 'no-store')
    const address = `otpauth://totp/${label}?secret=${secretText}&issuer=An%20Sinh&algorithm=SHA1&digits=6&period=30`
    return { totpSecret: secretText, totpQr: renderSVG(address, { ecc: 'M', border: 4 }) }
  })
}
