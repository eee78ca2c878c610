import { setTimeout as pause } from 'node:timers/promises'

import type { RunningSystem } from './running-system.ts'

/**
 * Sets the product's clock to an instant, as an owner can: a setting of the database, read by every connection made from then on.
 * The processes' connections are ended and made anew by their pools.
 */
export async function moveClock(system: RunningSystem, to: Date): Promise<void> {
  const seconds = Math.round((to.getTime() - Date.now()) / 1000)
  await system.owner.unsafe(`ALTER DATABASE ansinh SET ansinh.clock_offset = '${seconds} seconds'`)
  await system.owner`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'ansinh-%'`
  await pause(500)
}
