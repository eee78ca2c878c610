import { isIPv6 } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { meetDevice } from './known-device.ts'
import type { Platform } from './platform.ts'

/**
 * One request for a way back into an account. `login`: as typed, digits. `bornOn`: as typed. `who`: whom the login names, or anything when
 * it names nobody. `registrationId`: of the account, if the form code that came along is the one of that registration.
 */
export type RecoveryTry = { way: 'sms' | 'email'; login: string; bornOn: string; who: string; registrationId: string | null }

/** `holder`: a device the person used before, or the form code in hand. Nobody else can use up what a holder has. */
export type Standing = 'holder' | 'stranger'

/** The part of an address that one line or one mast shares: /24, in IPv6 /48. */
export const networkOf = (address: string): string =>
  isIPv6(address) && !address.includes('.') ? address.split(':').slice(0, 3).join(':') : address.replace(/\.\d+$/u, '')

/**
 * Counts one request for a code or a link. A stranger's wait grows with what their own device and network asked for, then with what all
 * strangers together asked for; who holds a known device or the form code has a count that no stranger reaches.
 * @throws Refusal `too-many`, the same for somebody and nobody
 */
export async function countRecoveryTry(
  platform: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
  { way, login, bornOn, who, registrationId }: RecoveryTry,
): Promise<Standing> {
  const { limits, keyring } = platform
  const device = meetDevice(keyring, request, reply, who)
  if (!device.known && registrationId !== null) {
    await limits.consume('recovery-form-code', `${way}/${registrationId}`)
    return 'holder'
  }
  if (!device.isNew) await limits.consume('recovery-device', `${way}/${login}/${device.deviceId}`)
  if (device.known) return 'holder'
  await limits.consume('recovery-network', `${way}/${login}/${networkOf(request.ip)}`)
  await limits.consume('recovery-strangers', `${way}/${login}/${bornOn}`)
  return 'stranger'
}
