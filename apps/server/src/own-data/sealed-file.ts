import { createHash } from 'node:crypto'
import type { Keyring } from '../platform/keyring.ts'
import type { ExportFormat, NewExportFile } from './export-queries.ts'

type Keys = { keyring: Keyring }
type Named = { personId: number; exportId: string; format: ExportFormat }

const contextOf = ({ personId, exportId, format }: Named): string => `data-export/${personId}/${exportId}/${format}`

export const sealFile = ({ keyring }: Keys, named: Named, bytes: Buffer): NewExportFile => ({
  format: named.format,
  sizeBytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest(),
  sealed: keyring.encrypt('data-export', bytes, contextOf(named)),
})

export const openFile = ({ keyring }: Keys, named: Named, sealed: Buffer): Buffer =>
  keyring.decrypt('data-export', sealed, contextOf(named))
