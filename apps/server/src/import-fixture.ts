import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BatchRow, type ImportKinds, importFromPath } from './imports/index.ts'
import type { Platform } from './platform/platform.ts'

/**
 * Imports a text as if it came in a file (`format` csv unless told), to the preview, or with `confirms` to the end. For tests at the entry
 * level (`apps/server/src/*.db.test.ts`), which may use every door.
 */
export async function importText(
  platform: Platform,
  kinds: ImportKinds,
  file: { kind: string; content: string | Uint8Array; format?: 'csv' | 'xlsx' | 'xml'; confirms?: boolean; source?: string },
): Promise<BatchRow> {
  const folder = mkdtempSync(join(tmpdir(), 'an-sinh-import-'))
  try {
    const path = join(folder, `file.${file.format ?? 'csv'}`)
    writeFileSync(path, file.content)
    return await importFromPath(platform, kinds, { kind: file.kind, path, source: file.source, confirms: file.confirms ?? true })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
