import type { Platform } from '../platform/platform.ts'
import { followRollouts } from './follow-rollouts.ts'

const LOOK_EVERY_MS = 1000

/** The worker's watch: an employer reads a change within seconds. Several workers are told apart by a lock in the database. */
export function startRolloutFollower(platform: Platform): { stop: () => Promise<void> } {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const turn = async (): Promise<void> => {
    await followRollouts(platform).catch((error: unknown) => platform.log.error({ err: error }, 'following the roll-out'))
  }
  const plan = (): void => {
    if (stopped) return
    timer = setTimeout(() => void (running = turn().then(plan)), LOOK_EVERY_MS)
  }
  plan()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
