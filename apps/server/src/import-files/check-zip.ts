import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { FileRefused } from './file-refused.ts'

/** SECURITY: what a spreadsheet may unpack to; more travels as CSV. */
export const ZIP_LIMITS = { entries: 200, unpackedBytes: 50_000_000, ratio: 150 } as const
/** Small parts pack better than any table and harm nobody. */
const RATIO_FROM_BYTES = 1_000_000

const openZip = (bytes: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) =>
      error === null ? resolve(zip) : reject(new FileRefused('import-damaged')),
    )
  })

const listEntries = (zip: ZipFile): Promise<Map<string, Entry>> =>
  new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>()
    zip.on('error', () => reject(new FileRefused('import-damaged')))
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry)
      if (entries.size > ZIP_LIMITS.entries) reject(new FileRefused('import-too-large'))
      else zip.readEntry()
    })
    zip.readEntry()
  })

/**
 * Opens a zip whose central directory promises nothing too large: entries, unpacked bytes, ratio. Nothing is unpacked here; what the directory
 * promises is held against the bytes while they are read (`readEntry`).
 * @throws FileRefused `import-too-large`, `import-damaged`
 */
export async function openCheckedZip(bytes: Buffer): Promise<{ zip: ZipFile; entries: ReadonlyMap<string, Entry> }> {
  const zip = await openZip(bytes)
  if (zip.entryCount > ZIP_LIMITS.entries) throw new FileRefused('import-too-large')
  const entries = await listEntries(zip)
  let unpacked = 0
  for (const entry of entries.values()) {
    unpacked += entry.uncompressedSize
    const bomb = entry.uncompressedSize > RATIO_FROM_BYTES && entry.uncompressedSize > entry.compressedSize * ZIP_LIMITS.ratio
    if (unpacked > ZIP_LIMITS.unpackedBytes || bomb) throw new FileRefused('import-too-large')
  }
  return { zip, entries }
}

/** An entry's bytes, counted: more than promised is refused at that byte. @throws FileRefused */
export async function* readEntry(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  const stream = await zip.openReadStreamPromise(entry).catch(() => {
    throw new FileRefused('import-damaged')
  })
  let count = 0
  try {
    for await (const chunk of stream) {
      count += (chunk as Buffer).length
      if (count > ZIP_LIMITS.unpackedBytes) throw new FileRefused('import-too-large')
      yield chunk as Buffer
    }
  } catch (error) {
    throw error instanceof FileRefused ? error : new FileRefused('import-damaged')
  }
}
