import type { Queryable } from '../platform/sql.ts'
import { columnsOf, type LineRow } from './audit-queries.ts'

export type ExportRow = LineRow & { sealNo: number; hmac: Buffer; previousHmac: Buffer | null }
/** `officeIds`: where the staff work; days in Viet Nam, both included. */
export type ExportQuestion = { officeIds: readonly number[]; fromOn: string; toOn: string; limit: number }

/** Sealed lines of staff, each with its seal and the one before it in its chain: enough to prove it by itself. */
export async function listExportRows(sql: Queryable, { officeIds, fromOn, toOn, limit }: ExportQuestion): Promise<ExportRow[]> {
  return sql<ExportRow[]>`
    SELECT ${columnsOf(sql)}, s.seal_no AS "sealNo", s.hmac, p.hmac AS "previousHmac"
    FROM audit_lines l JOIN audit_seals s ON s.line_id = l.line_id LEFT JOIN audit_seals p ON p.chain = s.chain AND p.seal_no = s.seal_no - 1
    WHERE l.actor_kind = 'staff' AND l.actor_id IN (SELECT staff_id::text FROM staff_users WHERE office_id = ANY (${[...officeIds]}::integer[]))
      AND l.at >= ${fromOn}::date::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh' AND l.at < (${toOn}::date + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'
    ORDER BY l.line_id LIMIT ${limit}`
}
