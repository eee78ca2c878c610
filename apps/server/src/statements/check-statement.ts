import type { CheckedPaper } from '@an-sinh/contract'
import { decideStatementState, type StatementContent } from '@an-sinh/domain'
import type { Platform } from '../platform/platform.ts'
import { hashCode, openContent, sealContent } from './sealed-statement.ts'
import { findPaper, findStatementByCode, isKnownFile } from './statement-queries.ts'

/** Nobody's: an unknown code is looked up and opened like a known one, so that neither takes less time. */
const NOBODY = { personId: 0, statementId: '00000000-0000-4000-8000-000000000000' }
const WORDS = { vi: '.'.repeat(400), en: '.'.repeat(400) }
const NOTHING: StatementContent = {
  version: 'statement-1',
  kind: 'confirmation',
  title: WORDS,
  period: WORDS,
  lines: [],
  tables: [],
  notes: [WORDS],
  shared: [],
}

type Asked = { code: string; sha256?: string | undefined }
export type CheckedStatement = Pick<CheckedPaper, 'title' | 'period' | 'issuedAt' | 'validUntil' | 'shared' | 'file'> & {
  state: 'valid' | 'expired' | 'withdrawn' | 'erased'
}

/** Its words are gone, and with them what a file could be compared with. */
const ERASED = { state: 'erased', title: null, period: null, validUntil: null, file: 'not-asked' } as const

/** Genuine, run out or taken back, and of a genuine one what its holder shares; null for a code that leads nowhere. Nothing is shown of one that no longer counts. */
export function openStatementChecks(platform: Platform): (asked: Asked) => Promise<CheckedStatement | null> {
  const decoy = sealContent(platform, NOBODY, NOTHING)
  return async ({ code, sha256 }) => {
    const { sql } = platform
    const { personId, statementId } = (await findStatementByCode(sql, hashCode(platform, code))) ?? NOBODY
    const row = await findPaper(sql, personId, statementId)
    const { title, period, shared } = openContent(platform, row === null || row.erased ? { ...NOBODY, sealedContent: decoy } : row)
    const isOurs = sha256 !== undefined && (await isKnownFile(sql, personId, statementId, Buffer.from(sha256, 'hex')))
    if (row === null) return null
    if (row.erased) return { ...ERASED, issuedAt: row.issuedAt.toISOString(), shared: [] }
    const state = decideStatementState(row, row.today)
    return {
      state,
      title,
      period: state === 'valid' ? period : null,
      issuedAt: row.issuedAt.toISOString(),
      validUntil: row.validUntil,
      shared: state === 'valid' ? shared.map(({ label, value }) => ({ label, value })) : [],
      file: sha256 === undefined ? 'not-asked' : isOurs ? 'unchanged' : 'other',
    }
  }
}
