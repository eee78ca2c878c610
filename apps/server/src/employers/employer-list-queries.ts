import type { Transaction } from '../platform/transaction.ts'
import { stagedRows } from '../platform/staged-rows.ts'
import { type DatedList, unknownWards } from '../reference-lists/index.ts'

/** Versions of employers. The office is told by its code, official or provisional, whenever it held. */
export const employerList = (columns: DatedList['columns']): DatedList => ({
  table: 'employer_versions',
  columns,
  identity: ['employer_code'],
  values: [
    { column: 'name' },
    { column: 'tax_code' },
    { column: 'address', otherwise: `''` },
    { column: 'ward_code' },
    { column: 'office_id' },
    { column: 'industry' },
    { column: 'size' },
    { column: 'successor_code' },
  ],
  rows: (sql, batch) => sql`
    SELECT row_no, row_group, code AS employer_code, name, "taxCode" AS tax_code, address, "wardCode" AS ward_code,
      (SELECT o.office_id FROM offices o WHERE o.official_code = "officeCode" OR coalesce(o.provisional_code, '9' || lpad(o.office_id::text, 4, '0')) = "officeCode"
        ORDER BY o.valid_from DESC LIMIT 1) AS office_id,
      industry, size::integer AS size, "successorCode" AS successor_code, "validFrom" AS valid_from, "validTo" AS valid_to
    FROM ${stagedRows(sql, { columns }, batch)} r`,
  assumedFrom: (sql) => sql`coalesce(s.valid_from, ansinh_today())`,
  needs: { name: 'name', office_id: 'officeCode' },
  unknown: [
    unknownWards(columns),
    (sql, batch) => sql`
      SELECT row_no, row_group, 'officeCode', "officeCode" FROM ${stagedRows(sql, { columns }, batch)} r
      WHERE "officeCode" IS NOT NULL AND NOT EXISTS (SELECT FROM offices o WHERE o.official_code = "officeCode"
        OR coalesce(o.provisional_code, '9' || lpad(o.office_id::text, 4, '0')) = "officeCode")`,
    (sql, batch) => sql`
      SELECT row_no, row_group, 'successorCode', "successorCode" FROM ${stagedRows(sql, { columns }, batch)} r
      WHERE "successorCode" IS NOT NULL AND NOT EXISTS (SELECT FROM employers e WHERE e.employer_code = "successorCode")
        AND "successorCode" NOT IN (SELECT code FROM ${stagedRows(sql, { columns }, batch)} o WHERE code IS NOT NULL)`,
  ],
  afterwards: settleEmployers,
})

/** The standing row of every employer that the batch touched follows its latest version; taken back whole, it ends before it began. */
async function settleEmployers(sql: Transaction, { batchId }: { batchId: string }): Promise<void> {
  await sql`
    WITH touched AS (SELECT DISTINCT row_key ->> 'employer_code' AS employer_code FROM reference_changes WHERE import_batch_id = ${batchId} AND list = 'employer_versions'),
      latest AS (SELECT DISTINCT ON (v.employer_code) v.* FROM employer_versions v JOIN touched USING (employer_code)
        ORDER BY v.employer_code, coalesce(v.valid_to, 'infinity') >= v.valid_from DESC, v.valid_from DESC)
    INSERT INTO employers (employer_code, name, address, ward_code, office_id, tax_code, successor_code, valid_from, valid_to, source)
    SELECT employer_code, name, address, ward_code, office_id, tax_code, successor_code, valid_from, valid_to, source FROM latest
    ON CONFLICT (employer_code) DO UPDATE SET name = excluded.name, address = excluded.address, ward_code = excluded.ward_code, office_id = excluded.office_id,
      tax_code = excluded.tax_code, successor_code = excluded.successor_code, valid_from = excluded.valid_from, valid_to = excluded.valid_to, source = excluded.source`
}
