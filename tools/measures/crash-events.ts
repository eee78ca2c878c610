import { setTimeout as pause } from 'node:timers/promises'

import type { MeasureContext } from './measure-line.ts'
import type { RunningSystem } from './running-system.ts'

export type CrashEvent = 'http' | 'worker' | 'database'

/** How often each is killed −9. */
export type CrashPlan = Record<CrashEvent, number>

const QUIET_MS = { least: 300, most: 4000 }
const DEAD_MS = 400

/** In an order of chance, so that every pair of neighbours comes up. */
function shuffle(plan: CrashPlan): CrashEvent[] {
  const events = (Object.keys(plan) as CrashEvent[]).flatMap((event) => Array.from({ length: plan[event] }, () => event))
  for (let at = events.length - 1; at > 0; at -= 1) {
    const other = Math.floor(Math.random() * (at + 1))
    const [a, b] = [events[at], events[other]]
    if (a !== undefined && b !== undefined) [events[at], events[other]] = [b, a]
  }
  return events
}

/** Kills parts of the system at points of chance, each started again after a moment; between two kills the system serves for a while. */
export async function crashAtRandom(context: MeasureContext, system: RunningSystem, plan: CrashPlan): Promise<void> {
  const events = shuffle(plan)
  for (const [at, event] of events.entries()) {
    await pause(QUIET_MS.least + Math.random() * (QUIET_MS.most - QUIET_MS.least))
    if (event === 'database') await system.killDatabase()
    else {
      await system.kill(event)
      await pause(Math.random() * DEAD_MS)
      await system.start(event)
    }
    if ((at + 1) % 10 === 0) context.tell(`${at + 1} of ${events.length} kills`)
  }
}
