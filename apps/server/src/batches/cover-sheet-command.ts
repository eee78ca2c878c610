import { readFile, writeFile } from 'node:fs/promises'
import { stopDocumentThreads } from '../documents/index.ts'
import type { Platform } from '../platform/platform.ts'
import { makeBatch } from './make-batch.ts'

type Order = { path: string | undefined; employer: string | undefined; office: string | undefined; out: string | undefined }

/** `cover-sheet FILE --employer NAME --office ID --out SHEET.pdf`: one form code a line. Answers the exit code. */
export async function makeCoverSheetCommand(
  platform: Platform,
  { path, employer, office, out }: Order,
  tell: (line: string) => void,
): Promise<number> {
  if (path === undefined || employer === undefined || office === undefined || out === undefined) {
    tell('cover-sheet FILE --employer NAME --office ID --out SHEET.pdf')
    return 1
  }
  try {
    const formCodes = (await readFile(path, 'utf8'))
      .split(/[\n,;]+/u)
      .map((line) => line.trim())
      .filter((line) => line !== '')
    const made = await makeBatch(platform, { officeId: Number(office), employerName: employer, formCodes })
    await writeFile(out, made.pdf)
    const { batchNumber, code, expected, unknown } = made
    tell(JSON.stringify({ batchNumber, code, expected, unknown, sheet: out }))
    return unknown.length === 0 ? 0 : 2
  } finally {
    await stopDocumentThreads()
  }
}
