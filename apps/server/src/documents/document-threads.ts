import { setTimeout as pause } from 'node:timers/promises'
import { Piscina } from 'piscina'
import { Refusal } from '../platform/refusal.ts'
import type { PhotoOutcome, PhotoTask } from './process-photo.ts'
import type { ScanTask } from './read-id-card-qr.ts'
import type { PdfTask } from './render-template.ts'

/** Waiting tasks beyond which a caller is told to come again: early and cheaply (SECURITY "Rules that were proven"). */
const MAX_QUEUE = { photo: 40, qr: 20, pdf: 100 }
/** Threads: photos may take both cores, PDFs have one of their own, so that photos do not hold up a printed form. */
const MAX_THREADS = { photo: 2, qr: 1, pdf: 1 }
const GIVE_UP_MS = 9000

type Work = keyof typeof MAX_QUEUE
const pools: Partial<Record<Work, Piscina>> = {}

/** A thread reads in what its own work needs and nothing else: each has a memory of its own. */
const PROGRAMS: Record<Work, { file: URL; name: string }> = {
  photo: { file: new URL('process-photo.ts', import.meta.url), name: 'processPhoto' },
  qr: { file: new URL('read-id-card-qr.ts', import.meta.url), name: 'readQrText' },
  pdf: { file: new URL('render-template.ts', import.meta.url), name: 'renderTemplate' },
}

const poolOf = (work: Work): Piscina =>
  (pools[work] ??= new Piscina({
    filename: PROGRAMS[work].file.href,
    name: PROGRAMS[work].name,
    minThreads: 1,
    maxThreads: MAX_THREADS[work],
    idleTimeout: 60_000,
    maxQueue: MAX_QUEUE[work],
    execArgv: [],
  }))

/** @throws Refusal `overloaded` when the queue is full or the answer takes too long */
async function runInThread<T>(work: Work, task: unknown): Promise<T> {
  const pool = poolOf(work)
  if (pool.queueSize >= MAX_QUEUE[work]) throw new Refusal('overloaded')
  // A timer of our own, taken away with the answer: `AbortSignal.timeout` would hold task and answer until it rings.
  const giveUp = new AbortController()
  const timer = setTimeout(() => giveUp.abort(), GIVE_UP_MS)
  try {
    return (await pool.run(task, { signal: giveUp.signal })) as T
  } catch (error) {
    if (giveUp.signal.aborted || (error instanceof Error && /queue/iu.test(error.message))) throw new Refusal('overloaded')
    throw error
  } finally {
    clearTimeout(timer)
  }
}

export const processPhotoInThread = (task: PhotoTask): Promise<PhotoOutcome> => runInThread('photo', task)
export const readQrInThread = (task: ScanTask): Promise<string | null> => runInThread('qr', task)
export const renderInThread = (task: PdfTask): Promise<Uint8Array> => runInThread('pdf', task)

const [TRIES, PAUSE_MS] = [5, 1000]

/** For work that has time: what found the threads busy is done anew from its beginning, a little later. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'overloaded' || tries === TRIES) throw error
      await pause(PAUSE_MS * tries)
    }
  }
}

/** Starts the threads before the first caller waits for them. */
export function warmDocumentThreads(): void {
  poolOf('photo')
  poolOf('pdf')
}

/** Ends the threads; the next task starts new ones. */
export async function stopDocumentThreads(): Promise<void> {
  const running = Object.values(pools)
  for (const work of Object.keys(pools) as Work[]) delete pools[work]
  await Promise.all(running.map((pool) => pool.destroy()))
}
