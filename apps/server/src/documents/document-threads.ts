import { type ChildProcess, fork } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { Piscina } from 'piscina'
import { Refusal } from '../platform/refusal.ts'
import type { PhotoOutcome, PhotoTask } from './process-photo.ts'
import type { ScanTask } from './read-id-card-qr.ts'
import type { DrawAnswer, PdfTask } from './render-template.ts'

/** Waiting tasks beyond which a caller is told to come again: early and cheaply (SECURITY "Rules that were proven"). */
const MAX_QUEUE = { photo: 40, qr: 20, pdf: 100 }
/** Photos may take both cores. PDFs have a process of their own, so that photos do not hold up a printed form. */
const MAX_THREADS = { photo: 2, qr: 1 }
const GIVE_UP_MS = 9000

type Work = keyof typeof MAX_THREADS
const pools: Partial<Record<Work, Piscina>> = {}

/** A thread reads in what its own work needs and nothing else: each has a memory of its own. */
const PROGRAMS: Record<Work, { file: URL; name: string }> = {
  photo: { file: new URL('process-photo.ts', import.meta.url), name: 'processPhoto' },
  qr: { file: new URL('read-id-card-qr.ts', import.meta.url), name: 'readQrText' },
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

/** The typesetter keeps some 65 kB of every page it drew for ever: a process that has grown so large ends after its answer, and another takes over. */
const MOST_BYTES = 150 * 1_048_576

type Waiting = { task: PdfTask; settle: (answer: DrawAnswer) => void }
const waiting: Waiting[] = []
let drawing: { child: ChildProcess; at: Waiting | null } | null = null

const endDrawing = (): void => {
  drawing?.child.removeAllListeners()
  drawing?.child.kill('SIGKILL')
  drawing = null
}

/** Held by nobody while it has nothing to do: a command that printed something can end. */
function startDrawing(): { child: ChildProcess; at: Waiting | null } {
  const child = fork(new URL('render-template.ts', import.meta.url), { serialization: 'advanced', execArgv: [] })
  const one = { child, at: null as Waiting | null }
  child.unref()
  child.channel?.unref()
  child.on('message', (answer: DrawAnswer) => {
    const { at } = one
    one.at = null
    child.channel?.unref()
    if (answer.bytes > MOST_BYTES) endDrawing()
    at?.settle(answer)
    drawNext()
  })
  child.on('exit', () => {
    if (drawing === one) drawing = null
    one.at?.settle({ pdf: null, error: 'the drawing process ended', bytes: 0 })
    drawNext()
  })
  return one
}

function drawNext(): void {
  if (waiting.length === 0 || (drawing !== null && drawing.at !== null)) return
  drawing ??= startDrawing()
  drawing.at = waiting.shift() ?? null
  drawing.child.channel?.ref()
  if (drawing.at !== null) drawing.child.send(drawing.at.task)
}

const giveUpOn = (one: Waiting): void => {
  const place = waiting.indexOf(one)
  if (place >= 0) waiting.splice(place, 1)
  else if (drawing?.at === one) endDrawing()
  drawNext()
}

/** One after the other, in a process of their own. @throws Refusal `overloaded` when too many wait or the answer takes too long */
export async function renderInProcess(task: PdfTask): Promise<Uint8Array> {
  if (waiting.length >= MAX_QUEUE.pdf) throw new Refusal('overloaded')
  const one: Waiting = { task, settle: () => undefined }
  const answer = await new Promise<DrawAnswer | null>((resolve) => {
    const timer = setTimeout(() => resolve(null), GIVE_UP_MS)
    one.settle = (given) => {
      clearTimeout(timer)
      resolve(given)
    }
    waiting.push(one)
    drawNext()
  })
  if (answer === null) {
    giveUpOn(one)
    throw new Refusal('overloaded')
  }
  if (answer.pdf === null) throw new Error(answer.error)
  return answer.pdf
}

export const processPhotoInThread = (task: PhotoTask): Promise<PhotoOutcome> => runInThread('photo', task)
export const readQrInThread = (task: ScanTask): Promise<string | null> => runInThread('qr', task)

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

/** Starts them before the first caller waits for them. */
export function warmDocumentThreads(): void {
  poolOf('photo')
  drawing ??= startDrawing()
}

/** Ends them; the next task starts new ones. */
export async function stopDocumentThreads(): Promise<void> {
  endDrawing()
  const running = Object.values(pools)
  for (const work of Object.keys(pools) as Work[]) delete pools[work]
  await Promise.all(running.map((pool) => pool.destroy()))
}
