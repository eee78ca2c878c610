import type { FastifyReply, FastifyRequest } from 'fastify'
import { isOver } from '../platform/is-over.ts'
import { meetDevice } from '../platform/known-device.ts'
import type { Platform } from '../platform/platform.ts'
import { networkOf } from '../platform/recovery-limits.ts'
import { requireWork, WORK_BITS } from '../platform/work.ts'

/**
 * A browser counts for itself. Who keeps no cookie shares a count with others of the same network who keep none, and works for a moment above it,
 * so that nobody is refused for a neighbour. @throws Refusal `work-first`, `too-many`
 */
export async function limitQuestions(platform: Platform, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { deviceId, isNew } = meetDevice(platform.keyring, request, reply, 'help')
  if (!isNew) await platform.limits.consume('help-question', deviceId)
  else if (await isOver(platform, 'help-question-strangers', networkOf(request.ip)))
    await requireWork(platform, request, { about: 'help-question', bits: WORK_BITS.usual })
}
