import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { getLookup } from './get-lookup.ts'
import { getLookupPackage } from './get-lookup-package.ts'
import { listLookups } from './list-lookups.ts'
import { LookupMemory } from './lookup-memory.ts'

/** One for both hosts of a process: the lists are the same, and take some 15 MB. */
const memories = new WeakMap<Platform, LookupMemory>()
const memoryOf = (platform: Platform): LookupMemory => {
  const memory = memories.get(platform) ?? new LookupMemory(platform)
  memories.set(platform, memory)
  return memory
}

/** Adds what anybody may look up: facilities, offices, collection points, employers, administrative units. */
export function registerLookups(server: Server, platform: Platform): void {
  const memory = memoryOf(platform)
  // The first who asks should not wait for the lists to be read.
  server.fastify.addHook(
    'onListen',
    async () => void memory.read().catch((error: unknown) => platform.log.warn({ err: error }, 'lookups are read later')),
  )
  listLookups(server, memory)
  getLookup(server, platform, memory)
  getLookupPackage(server, platform, memory)
}
