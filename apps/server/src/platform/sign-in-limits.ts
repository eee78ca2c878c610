import type { FastifyReply, FastifyRequest } from 'fastify'
import { meetDevice } from './known-device.ts'
import type { Platform } from './platform.ts'

/** `login`: as typed, digits or user name. `who`: whom it names, or anything when it names nobody. */
export type SignInTry = { login: string; who: string }

/**
 * Counts one try to sign in. A device the person used before has its own count; all others share counts that somebody else may use up.
 * An address counts only together with the account. @throws Refusal `too-many`.
 */
export async function countSignInTry(
  platform: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
  { login, who }: SignInTry,
): Promise<void> {
  const device = meetDevice(platform.keyring, request, reply, who)
  if (!device.isNew) await platform.limits.consume('sign-in', `${login}/${device.deviceId}`)
  if (device.known) return
  await platform.limits.consume('sign-in-address', `${login}/${request.ip}`)
  await platform.limits.consume('sign-in-strangers', login)
}

/** A right password clears this device's own wrong tries. */
export async function forgetSignInTries(
  platform: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
  { login, who }: SignInTry,
): Promise<void> {
  const device = meetDevice(platform.keyring, request, reply, who)
  if (!device.isNew) await platform.limits.forget('sign-in', `${login}/${device.deviceId}`)
}
