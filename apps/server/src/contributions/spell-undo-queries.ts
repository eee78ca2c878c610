import type { ImportBatch, ImportCounts } from '../platform/import-kind.ts'
import type { Queryable } from '../platform/sql.ts'
import type { Transaction } from '../platform/transaction.ts'
import { standingSpells } from './fold-queries.ts'

/** Takes back a batch: what it wrote is withdrawn, what it ended is recorded again with the source it had. */
export async function undoSpells(sql: Transaction, { batchId }: ImportBatch, compensation: ImportBatch): Promise<ImportCounts> {
  const withdrawn = await sql`
    INSERT INTO participation_spell_endings (person_id, spell_id, kind, import_batch_id, source)
    SELECT s.person_id, s.spell_id, 'withdrawal', ${compensation.batchId}, ${compensation.source} FROM ${standingSpells(sql)} s
    WHERE s.import_batch_id = ${batchId}`
  const again = await sql`
    INSERT INTO participation_spells (person_id, spell_id, branch, scheme, from_month, to_month, employer_id, employer_code, employer_name, job_title, workplace,
      contributory_salary_vnd, wage_parts, rate_percent, late_months, import_batch_id, source)
    SELECT s.person_id, gen_random_uuid(), s.branch, s.scheme, s.from_month, s.to_month, s.employer_id, s.employer_code, s.employer_name, s.job_title, s.workplace,
      s.contributory_salary_vnd, s.wage_parts, s.rate_percent, s.late_months, ${compensation.batchId}, s.source
    FROM participation_spell_endings e JOIN participation_spells s ON s.person_id = e.person_id AND s.spell_id = e.spell_id
    WHERE e.import_batch_id = ${batchId} AND s.import_batch_id IS DISTINCT FROM ${batchId}`
  return { written: again.count, ended: withdrawn.count, unchanged: 0 }
}

/** Facts on which undoing would tread: spells of the batch that somebody has ended since, and later spells where the batch had ended one. */
export async function countSpellsBuiltUpon(sql: Queryable, { batchId }: ImportBatch): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    SELECT (
      (SELECT count(*) FROM participation_spells s JOIN participation_spell_endings e ON e.person_id = s.person_id AND e.spell_id = s.spell_id
        WHERE s.import_batch_id = ${batchId} AND e.import_batch_id IS DISTINCT FROM ${batchId})
      + (SELECT count(*) FROM participation_spell_endings e JOIN participation_spells o ON o.person_id = e.person_id AND o.spell_id = e.spell_id
        LEFT JOIN employers m ON m.employer_id = o.employer_id
        JOIN ${standingSpells(sql)} s ON s.person_id = o.person_id AND s.branch = o.branch AND s.scheme = o.scheme
          AND s.employer_key = coalesce(o.employer_code, m.employer_code, o.employer_name)
          AND daterange(s.from_month, s.to_month, '[]') && daterange(o.from_month, o.to_month, '[]')
        WHERE e.import_batch_id = ${batchId} AND s.recorded_at > e.ended_at AND s.import_batch_id IS DISTINCT FROM ${batchId})
    )::integer AS count`
  return row?.count ?? 0
}
