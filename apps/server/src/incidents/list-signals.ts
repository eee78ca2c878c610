import { type IncidentSignal, listIncidentSignalsRoute } from '@an-sinh/contract'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { type QueueRow, readJobQueue, readMessageQueue, writeOnce } from './signal-queries.ts'

/** From when something is slow, from when it fails: seconds the oldest waits, and how many of a hundred go wrong. */
const BOUNDS = {
  messages: { slow: 60, failing: 600, slowPercent: 10, failingPercent: 50 },
  jobs: { slow: 120, failing: 900, slowPercent: 20, failingPercent: 60 },
} as const
const WRITE_MS = { slow: 200, failing: 2000 } as const

const levelOf = (queue: QueueRow, bounds: (typeof BOUNDS)[keyof typeof BOUNDS]): IncidentSignal['level'] => {
  if (queue.oldestSeconds >= bounds.failing || queue.failedPercent >= bounds.failingPercent) return 'failing'
  return queue.oldestSeconds >= bounds.slow || queue.failedPercent >= bounds.slowPercent ? 'slow' : 'fine'
}

/** Shown to those who announce; what becomes of it they decide. */
export function listSignals(server: Server, { sql }: Platform): void {
  addRoute(server, listIncidentSignalsRoute, async () => {
    const [messages, jobs] = [await readMessageQueue(sql), await readJobQueue(sql)]
    const before = performance.now()
    await writeOnce(sql)
    const took = Math.round(performance.now() - before)
    const database = took >= WRITE_MS.failing ? 'failing' : took >= WRITE_MS.slow ? 'slow' : 'fine'
    const signals: IncidentSignal[] = [
      { signal: 'messages', level: levelOf(messages, BOUNDS.messages), ...messages, features: ['codes'] },
      { signal: 'jobs', level: levelOf(jobs, BOUNDS.jobs), ...jobs, features: ['documents', 'registration'] },
      { signal: 'database', level: database, waiting: 0, oldestSeconds: took, failedPercent: 0, features: ['sign-in', 'registration'] },
    ]
    return { signals }
  })
}
