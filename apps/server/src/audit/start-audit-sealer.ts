import type { Platform } from '../platform/platform.ts'
import type { HeadsRead } from './heads-file.ts'
import { sealWaitingLines } from './seal-waiting-lines.ts'
import { writeHeads } from './write-heads.ts'

const SEAL_EVERY_MS = 2000
const HEADS_EVERY_MS = 60_000

/**
 * The worker's sealing: a line gets its link within 5 s, the heads leave the database every minute and once more at the end.
 * Runs in several workers are told apart by a lock in the database.
 */
export function startAuditSealer(platform: Platform): { stop: () => Promise<void> } {
  let store: HeadsRead | null = null
  let headsDueAt = Date.now() + HEADS_EVERY_MS
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()

  const round = async (last: boolean): Promise<void> => {
    let sealed: number | null = 1
    while (sealed !== null && sealed > 0) sealed = await sealWaitingLines(platform)
    if (!last && Date.now() < headsDueAt) return
    headsDueAt = Date.now() + HEADS_EVERY_MS
    store = await writeHeads(platform, store)
  }
  const safely = async (last: boolean): Promise<void> =>
    round(last).catch((error: unknown) => platform.log.error({ err: error }, 'audit sealing'))
  const plan = (): void => {
    if (stopped) return
    timer = setTimeout(() => void (running = safely(false).then(plan)), SEAL_EVERY_MS)
  }
  plan()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
      await safely(true)
    },
  }
}
