import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { FileRefused } from './file-refused.ts'
import { readSheet } from './read-sheet.ts'
import type { SheetMessage } from './read-xlsx.ts'

/** Reads one spreadsheet for the thread that started this one; each batch waits until the last one was taken. */
const run = async (bytes: Uint8Array): Promise<void> => {
  const port = parentPort
  if (port === null) throw new Error('runs as a thread only')
  const tell = (message: SheetMessage): void => port.postMessage(message)
  try {
    for await (const rows of readSheet(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))) {
      tell({ rows })
      await once(port, 'message')
    }
    tell({ end: true })
  } catch (error) {
    tell(error instanceof FileRefused ? { refused: error.code } : { failed: error instanceof Error ? error.message : String(error) })
  }
}

await run(workerData as Uint8Array)
