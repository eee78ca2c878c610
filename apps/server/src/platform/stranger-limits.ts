import type { FastifyReply, FastifyRequest } from 'fastify'
import { isOver } from './is-over.ts'
import { meetDevice } from './known-device.ts'
import type { LimitName } from './limits.ts'
import type { Platform } from './platform.ts'
import { networkOf } from './recovery-limits.ts'
import { requireWork, WORK_BITS } from './work.ts'

type Call = { request: FastifyRequest; reply: FastifyReply }
type Counts = {
  /** Of the browser alone, by an id that we gave it; it may refuse. */
  device: LimitName
  /** What a browser's count is apart by, e.g. one article. */
  deviceKey?: string
  /** Of everybody behind one address who is not signed in, new or seen before: over it, each works for a moment. */
  network: LimitName
  /** Counts that somebody else may have used up, e.g. of a phone that was typed: over one, the asker works for a moment, too. */
  shared?: readonly (readonly [LimitName, string])[]
  /** The request: work done for one opens no other. */
  about: string
}

/**
 * One more request of somebody who is not signed in. Whoever comes back is refused for their own count alone. What neighbours, or whoever typed
 * the same phone, have used up costs a moment's work; a browser never seen before, and an address, are never refused.
 * @throws Refusal `work-first`, `too-many`
 */
export async function countStranger(platform: Platform, { request, reply }: Call, counts: Counts): Promise<void> {
  const { device, deviceKey = '', network, shared = [], about } = counts
  const from = networkOf(request.ip)
  let over = await isOver(platform, network, from)
  for (const [name, key] of shared) over = (await isOver(platform, name, key)) || over
  if (over) {
    const crowded = await isOver(platform, 'stranger-crowd', `${network}/${from}`)
    await requireWork(platform, request, { about, bits: crowded ? WORK_BITS.crowded : WORK_BITS.usual })
  }
  const { deviceId } = meetDevice(platform.keyring, request, reply, 'stranger')
  await platform.limits.consume(device, `${deviceKey}${deviceId}`)
}
