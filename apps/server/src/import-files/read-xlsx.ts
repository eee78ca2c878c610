import { once } from 'node:events'
import type { RefusalCode } from '@an-sinh/contract'
import { Worker } from 'node:worker_threads'
import { ZIP_LIMITS } from './check-zip.ts'
import { FileRefused } from './file-refused.ts'
import type { FileRow } from './file-row.ts'

export type SheetMessage = { rows: readonly FileRow[] } | { end: true } | { refused: RefusalCode } | { failed: string }

/** A spreadsheet of the size allowed needs less; one that needs more is ended, and only its thread with it. */
const THREAD_LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 }

const gather = async (chunks: AsyncIterable<Buffer>): Promise<Buffer> => {
  const gathered: Buffer[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > ZIP_LIMITS.unpackedBytes) throw new FileRefused('import-too-large')
    gathered.push(chunk)
  }
  return Buffer.concat(gathered)
}

const isOutOfMemory = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

/** What the thread says next; whatever ends the thread ends the waiting. */
const nextMessage = async (worker: Worker): Promise<SheetMessage> => {
  const gone = new AbortController()
  const onExit = (): void => gone.abort()
  worker.once('exit', onExit)
  try {
    const [message] = (await once(worker, 'message', { signal: gone.signal })) as [SheetMessage]
    return message
  } catch (error) {
    throw isOutOfMemory(error) ? new FileRefused('import-too-large') : error
  } finally {
    worker.off('exit', onExit)
  }
}

/** Rows of a spreadsheet, read in a thread of its own with a limit of memory. @throws FileRefused as `readSheet` does */
export async function* readXlsx(chunks: AsyncIterable<Buffer>): AsyncGenerator<readonly FileRow[]> {
  const bytes = await gather(chunks)
  const worker = new Worker(new URL('sheet-thread.ts', import.meta.url), { workerData: bytes, resourceLimits: THREAD_LIMITS, execArgv: [] })
  try {
    for (;;) {
      const message = await nextMessage(worker)
      if ('end' in message) return
      if ('refused' in message) throw new FileRefused(message.refused)
      if ('failed' in message) throw new Error(message.failed)
      yield message.rows
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage('next')
    }
  } finally {
    await worker.terminate()
  }
}
