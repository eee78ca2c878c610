import type { IssuedStatement, StatementPreview } from '@an-sinh/contract'
import { decideStatementState, type StatementContent } from '@an-sinh/domain'
import type { Platform } from '../platform/platform.ts'
import { openCode } from './sealed-statement.ts'
import type { StatementRow } from './statement-queries.ts'

/** Where anybody checks a statement; the code is the only thing in the address. */
export const checkUrlOf = (platform: Pick<Platform, 'settings'>, code: string): string =>
  `${platform.settings.citizenOrigin}/kiem-tra/${code}`

/** An own statement, its code opened for its owner. */
export function toStatementAnswer(platform: Pick<Platform, 'settings' | 'keyring'>, row: StatementRow): IssuedStatement {
  const code = openCode(platform, row)
  return {
    statementId: row.statementId,
    kind: row.kind,
    year: row.year,
    fields: row.fields,
    state: decideStatementState(row, row.today),
    issuedAt: row.issuedAt.toISOString(),
    validUntil: row.validUntil,
    code,
    checkUrl: checkUrlOf(platform, code),
  }
}

/** The kept words as the screen shows them. */
export const toPreviewAnswer = ({ title, period, lines, tables, notes, shared }: StatementContent): StatementPreview =>
  // Read-only inside, and a copy for the wire: the contract's lists are plain.
  structuredClone({ title, period, lines, tables, notes, shared }) as StatementPreview
