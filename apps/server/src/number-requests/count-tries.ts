import type { FastifyReply, FastifyRequest } from 'fastify'
import { meetDevice } from '../platform/known-device.ts'
import type { LimitName } from '../platform/limits.ts'
import type { Platform } from '../platform/platform.ts'
import { networkOf } from '../platform/recovery-limits.ts'
import { Refusal } from '../platform/refusal.ts'
import { WORK_BITS } from './work.ts'

const isOver = async ({ limits }: Platform, name: LimitName, key: string): Promise<boolean> => {
  try {
    await limits.consume(name, key)
    return false
  } catch (error) {
    if (error instanceof Refusal && error.code === 'too-many') return true
    throw error
  }
}

/**
 * How much work this question asks for: none at first, some after the third of one device, one network or about one person, more from a
 * network that asks by the hundred. Nobody is refused: whoever shares a network or a name with somebody busy works for a moment.
 */
export async function decideWork(platform: Platform, request: FastifyRequest, reply: FastifyReply, about: string): Promise<number> {
  const network = networkOf(request.ip)
  const device = meetDevice(platform.keyring, request, reply, 'number-request')
  const over = [
    await isOver(platform, 'number-request-device', device.isNew ? `new/${network}` : device.deviceId),
    await isOver(platform, 'number-request-network', network),
    await isOver(platform, 'number-request-target', about),
  ]
  const crowded = await isOver(platform, 'number-request-crowd', network)
  if (crowded) return WORK_BITS.crowded
  return over.includes(true) ? WORK_BITS.usual : 0
}
