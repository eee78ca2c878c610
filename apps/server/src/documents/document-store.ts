import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'

/** Files lie encrypted under the SHA-256 of their encrypted bytes: the name tells nothing and proves the content whole. */
const folderOf = (platform: Platform): string => join(platform.settings.dataDir, 'documents')
const pathOf = (platform: Platform, storageKey: string): string => join(folderOf(platform), storageKey.slice(0, 2), storageKey)

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const writeWhole = async (path: string, bytes: Uint8Array): Promise<void> => {
  const handle = await open(path, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Stores encrypted bytes whole or not at all: written aside, synced, renamed. Answers the file's name.
 * @throws Refusal `unavailable` when the disk is full or not writable; nothing half-written stays
 */
export async function writeDocumentFile(platform: Platform, ciphertext: Uint8Array): Promise<string> {
  const storageKey = createHash('sha256').update(ciphertext).digest('hex')
  const path = pathOf(platform, storageKey)
  const draft = `${path}.${randomBytes(6).toString('hex')}.part`
  try {
    await mkdir(join(path, '..'), { recursive: true, mode: 0o700 })
    await writeWhole(draft, ciphertext)
    await rename(draft, path)
    await syncFolder(join(path, '..'))
    return storageKey
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined)
    platform.log.error({ code: error instanceof Error && 'code' in error ? error.code : undefined }, 'document not written')
    throw new Refusal('unavailable')
  }
}

/** @throws Error when the file is missing or is not what its name says */
export async function readDocumentFile(platform: Platform, storageKey: string): Promise<Buffer> {
  const ciphertext = await readFile(pathOf(platform, storageKey))
  if (createHash('sha256').update(ciphertext).digest('hex') !== storageKey)
    throw new Error(`document file ${storageKey.slice(0, 8)} is damaged`)
  return ciphertext
}

export async function removeDocumentFiles(platform: Platform, storageKeys: readonly string[]): Promise<void> {
  for (const storageKey of storageKeys) await rm(pathOf(platform, storageKey), { force: true })
}

/** Names of files (and of half-written ones) older than `olderThanMs`, one folder at a time; a missing store is empty. */
export async function* listOldFiles(platform: Platform, olderThanMs: number): AsyncGenerator<string[]> {
  const limit = Date.now() - olderThanMs
  for (const folder of await readdir(folderOf(platform)).catch(() => [])) {
    const names = await readdir(join(folderOf(platform), folder)).catch(() => [])
    const old: string[] = []
    for (const name of names) {
      const found = await stat(join(folderOf(platform), folder, name)).catch(() => null)
      if (found !== null && found.mtimeMs < limit) old.push(name)
    }
    if (old.length > 0) yield old
  }
}
