import type { Platform } from '../platform/platform.ts'
import { contextOf, hashPaperCode, type PaperContent } from './make-paper-code.ts'
import { findPaperCodeRow, isFileOfPaper, type PaperCodeRow } from './paper-code-queries.ts'

export type FoundPaper = Pick<PaperCodeRow, 'kind' | 'issuedAt' | 'validUntil' | 'today'> & PaperContent & { isOurFile: boolean }

/** What is sealed under nobody's code, opened where there is no paper: an unknown code costs what a known one does. */
const NOBODY = Buffer.alloc(32)
const LINE = { label: { vi: '.'.repeat(60), en: '.'.repeat(60) }, value: { vi: '.'.repeat(60), en: '.'.repeat(60) } }
const NOTHING: PaperContent = { shared: [LINE, LINE, LINE], subject: { personId: 0, fingerprint: '.'.repeat(44) } }

/** Leads from codes to what was printed under them. */
export function openPaperCodes({ keyring, sql }: Platform): (code: string, sha256: string | undefined) => Promise<FoundPaper | null> {
  const decoy = keyring.encrypt('statement', JSON.stringify(NOTHING), contextOf(NOBODY))
  return async (code, sha256) => {
    const codeHmac = hashPaperCode(keyring, code)
    const row = await findPaperCodeRow(sql, codeHmac)
    const plain = keyring.decrypt('statement', row?.sealedContent ?? decoy, contextOf(row === null ? NOBODY : codeHmac))
    const content = JSON.parse(plain.toString('utf8')) as PaperContent
    const isOurFile = sha256 !== undefined && (await isFileOfPaper(sql, codeHmac, Buffer.from(sha256, 'hex')))
    if (row === null) return null
    const { kind, issuedAt, validUntil, today } = row
    return { kind, issuedAt, validUntil, today, ...content, isOurFile }
  }
}
