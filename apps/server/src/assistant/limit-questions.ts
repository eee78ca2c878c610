import type { FastifyReply, FastifyRequest } from 'fastify'
import { meetDevice } from '../platform/known-device.ts'
import type { Platform } from '../platform/platform.ts'
import { networkOf } from '../platform/recovery-limits.ts'

/**
 * A browser counts for itself. Who keeps no cookie shares a count with others of the same network who keep none, so that nobody's browser is
 * refused for a neighbour. @throws Refusal `too-many`
 */
export async function limitQuestions(platform: Platform, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { deviceId, isNew } = meetDevice(platform.keyring, request, reply, 'help')
  if (isNew) await platform.limits.consume('help-question-strangers', networkOf(request.ip))
  else await platform.limits.consume('help-question', deviceId)
}
