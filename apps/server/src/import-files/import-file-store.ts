import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { openBytes, sealBytes } from '../platform/keyring.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'

/** iv and tag of a sealed piece. */
const SEAL_BYTES = 28
export const MOST_PIECE_BYTES = 1_048_576

/** A stored file: a folder of sealed pieces, each named after the offset of its first byte. */
export type StoredFile = { readonly batchId: string; readonly key: Buffer }

const folderOf = (platform: Platform, batchId: string): string => join(platform.settings.dataDir, 'imports', batchId)
const nameOf = (offset: number): string => `${String(offset).padStart(15, '0')}.piece`
const contextOf = (batchId: string, offset: number): string => `import/${batchId}/${offset}`

/** A new file's key and the same key wrapped, as the batch keeps it: without it the pieces are noise. */
export function makeFileKey(platform: Platform, batchId: string): { key: Buffer; wrapped: Buffer } {
  const key = randomBytes(32)
  return { key, wrapped: platform.keyring.encrypt('import', key, batchId) }
}

export const openFileKey = (platform: Platform, batchId: string, wrapped: Buffer): Buffer =>
  platform.keyring.decrypt('import', wrapped, batchId)

const listPieces = async (folder: string): Promise<number[]> =>
  (await readdir(folder).catch(() => []))
    .filter((name) => name.endsWith('.piece'))
    .map((name) => Number.parseInt(name, 10))
    .toSorted((a, b) => a - b)

/** How many bytes of the file lie here, whole and in a row: where a cut-off upload goes on. */
export async function findFileOffset(platform: Platform, batchId: string): Promise<number> {
  const folder = folderOf(platform, batchId)
  let offset = 0
  for (const start of await listPieces(folder)) {
    if (start !== offset) break
    offset += (await stat(join(folder, nameOf(start)))).size - SEAL_BYTES
  }
  return offset
}

/** Stores one piece whole or not at all. @throws Refusal `unavailable` when the disk is full or not writable */
export async function writePiece(platform: Platform, { batchId, key }: StoredFile, offset: number, piece: Uint8Array): Promise<void> {
  const folder = folderOf(platform, batchId)
  const draft = join(folder, `${nameOf(offset)}.${randomBytes(6).toString('hex')}.part`)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const handle = await open(draft, 'wx', 0o600)
    try {
      await handle.writeFile(sealBytes(key, piece, contextOf(batchId, offset)))
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, join(folder, nameOf(offset)))
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined)
    platform.log.error({ code: error instanceof Error && 'code' in error ? error.code : undefined }, 'import piece not written')
    throw new Refusal('unavailable')
  }
}

/**
 * One piece in its turn; one that lies here already is not written again. Answers where the file goes on.
 * @throws Refusal `upload-offset`, `too-large`, `unavailable`
 */
export async function appendFilePiece(
  platform: Platform,
  file: StoredFile,
  fileBytes: number,
  { offset, bytes }: { offset: number; bytes: Uint8Array },
): Promise<number> {
  const due = await findFileOffset(platform, file.batchId)
  const end = offset + bytes.length
  if (end <= due) return due
  if (offset !== due) throw new Refusal('upload-offset')
  if (end > fileBytes) throw new Refusal('too-large')
  await writePiece(platform, file, offset, bytes)
  return end
}

/** The file's bytes again, piece by piece. @throws Error when a piece is missing, moved or changed */
export async function* readPieces(platform: Platform, { batchId, key }: StoredFile): AsyncGenerator<Buffer> {
  const folder = folderOf(platform, batchId)
  let due = 0
  for (const offset of await listPieces(folder)) {
    if (offset !== due) throw new Error(`import ${batchId}: bytes from ${due} are missing`)
    const piece = openBytes(key, await readFile(join(folder, nameOf(offset))), contextOf(batchId, offset))
    due += piece.length
    yield piece
  }
}

/** The bytes go; that nobody could read them was settled when the key went. */
export async function removeFile(platform: Platform, batchId: string): Promise<void> {
  await rm(folderOf(platform, batchId), { recursive: true, force: true })
}
