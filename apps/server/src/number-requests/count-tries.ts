import type { FastifyReply, FastifyRequest } from 'fastify'
import { isOver } from '../platform/is-over.ts'
import { meetDevice } from '../platform/known-device.ts'
import type { Platform } from '../platform/platform.ts'
import { networkOf } from '../platform/recovery-limits.ts'
import { requireWork, WORK_BITS } from '../platform/work.ts'

/**
 * How much work this question asks for: none at first, some after the third of one device, one network or about one person, more from a
 * network that asks by the hundred. Nobody is refused: whoever shares a network or a name with somebody busy works for a moment.
 * @throws Refusal `work-first`
 */
export async function countTries(platform: Platform, request: FastifyRequest, reply: FastifyReply, about: string): Promise<void> {
  const network = networkOf(request.ip)
  const device = meetDevice(platform.keyring, request, reply, 'number-request')
  const over = [
    await isOver(platform, 'number-request-device', device.isNew ? `new/${network}` : device.deviceId),
    await isOver(platform, 'number-request-network', network),
    await isOver(platform, 'number-request-target', about),
  ]
  const crowded = await isOver(platform, 'number-request-crowd', network)
  const bits = crowded ? WORK_BITS.crowded : WORK_BITS.usual
  if (crowded || over.includes(true)) await requireWork(platform, request, { about: `number-request/${about}`, bits })
}
