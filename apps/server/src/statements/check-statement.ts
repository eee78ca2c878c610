import { type AnswerOf, checkStatementRoute } from '@an-sinh/contract'
import { decideStatementState, parseStatementCode, type StatementContent } from '@an-sinh/domain'
import { addRoute, type Server } from '../platform/add-route.ts'
import { meetDevice } from '../platform/known-device.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { hashCode, openContent, sealContent } from './sealed-statement.ts'
import { findPaper, findStatementByCode, isKnownFile } from './statement-queries.ts'

type FileVerdict = AnswerOf<typeof checkStatementRoute>['file']

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
const UNKNOWN = { state: 'unknown', title: null, period: null, issuedAt: null, validUntil: null, shared: [] } as const

/** Its words are gone, and with them what a file could be compared with. */
const ERASED = { ...UNKNOWN, state: 'erased', file: 'not-asked' } as const

/**
 * Genuine, run out, taken back or unknown, and of a genuine one what its holder shares. Nothing is shown of one that no longer counts.
 * A typing slip is told before anything is looked up.
 */
export function checkStatement(server: Server, platform: Platform): void {
  const decoy = sealContent(platform, NOBODY, NOTHING)
  addRoute(server, checkStatementRoute, async ({ params, query, request, reply }) => {
    const parsed = parseStatementCode(params.code)
    if (!parsed.ok) throw new Refusal(parsed.code)
    await platform.limits.consume('statement-check', meetDevice(platform.keyring, request, reply, 'checker').deviceId)
    const { sql } = platform
    const { personId, statementId } = (await findStatementByCode(sql, hashCode(platform, parsed.statementCode))) ?? NOBODY
    const row = await findPaper(sql, personId, statementId)
    const { title, period, shared } = openContent(platform, row === null || row.erased ? { ...NOBODY, sealedContent: decoy } : row)
    const isOurs = query.sha256 !== undefined && (await isKnownFile(sql, personId, statementId, Buffer.from(query.sha256, 'hex')))
    const file: FileVerdict = query.sha256 === undefined ? 'not-asked' : isOurs ? 'unchanged' : 'other'
    if (row === null) return { ...UNKNOWN, shared: [], file }
    if (row.erased) return { ...ERASED, issuedAt: row.issuedAt.toISOString(), shared: [] }
    const state = decideStatementState(row, row.today)
    return {
      state,
      title,
      period: state === 'valid' ? period : null,
      issuedAt: row.issuedAt.toISOString(),
      validUntil: row.validUntil,
      shared: state === 'valid' ? shared.map(({ label, value }) => ({ label, value })) : [],
      file,
    }
  })
}
