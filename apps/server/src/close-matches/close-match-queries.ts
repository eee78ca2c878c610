import type { Queryable } from '../platform/sql.ts'

/** `same`: the row is that person · `other`: it is somebody else, new to the register · `neither`: nothing is written. */
export type CloseVerdict = 'same' | 'other' | 'neither'

/** What the register says of the person whom a row is like. */
export type LikePerson = {
  personId: number
  insuranceNumber: string
  fullName: string
  bornOn: string
  sex: string
  nationalId: string | null
  address: string | null
}
export type CloseMatchRow = { rowNo: number; cells: (string | null)[]; person: LikePerson | null }

/** Takes a batch's undecided rows aside, before its staged rows are forgotten. Repeatable. */
export async function keepCloseMatches(sql: Queryable, batchId: string): Promise<void> {
  await sql`INSERT INTO import_close_matches (batch_id, row_no, like_person_id, cells)
    SELECT batch_id, row_no, person_id, cells FROM import_rows WHERE batch_id = ${batchId} AND row_group = 'close-match' AND person_id IS NOT NULL
    ON CONFLICT DO NOTHING`
}

/** What waits, in the order of the file. As JSON: the driver reads a null inside an array of texts as the word NULL. */
export async function listCloseMatches(sql: Queryable, batchId: string, limit: number): Promise<CloseMatchRow[]> {
  return [
    ...(await sql<CloseMatchRow[]>`
      SELECT m.row_no AS "rowNo", to_jsonb(m.cells) AS cells, CASE WHEN p.person_id IS NOT NULL THEN jsonb_build_object('personId', p.person_id, 'insuranceNumber', p.insurance_number,
        'fullName', p.full_name, 'bornOn', p.born_on_partial, 'sex', p.sex, 'nationalId', p.national_id, 'address', p.address) END AS person
      FROM import_close_matches m LEFT JOIN persons p ON p.person_id = m.like_person_id
      WHERE m.batch_id = ${batchId} AND m.verdict IS NULL ORDER BY m.row_no LIMIT ${limit}`),
  ]
}

export async function countCloseMatches(sql: Queryable, batchId: string): Promise<number> {
  const [row] = await sql<
    { count: number }[]
  >`SELECT count(*)::integer AS count FROM import_close_matches WHERE batch_id = ${batchId} AND verdict IS NULL`
  return row?.count ?? 0
}

/** Which of these rows still wait; they are held until the transaction ends. */
export async function lockCloseMatches(
  sql: Queryable,
  batchId: string,
  rowNos: readonly number[],
): Promise<{ rowNo: number; personId: number }[]> {
  return [
    ...(await sql<{ rowNo: number; personId: number }[]>`
      SELECT row_no AS "rowNo", like_person_id::float8 AS "personId" FROM import_close_matches
      WHERE batch_id = ${batchId} AND row_no = ANY(${[...rowNos]}::integer[]) AND verdict IS NULL ORDER BY row_no FOR UPDATE`),
  ]
}

export async function recordVerdict(
  sql: Queryable,
  decided: {
    batchId: string
    rowNos: readonly number[]
    verdict: CloseVerdict
    staffId: number
    writtenByBatchId: string | null
  },
): Promise<void> {
  await sql`UPDATE import_close_matches SET verdict = ${decided.verdict}, decided_at = ansinh_now(), decided_by_staff_id = ${decided.staffId},
      written_by_batch_id = ${decided.writtenByBatchId}
    WHERE batch_id = ${decided.batchId} AND row_no = ANY(${[...decided.rowNos]}::integer[]) AND verdict IS NULL`
}

/** Goes with the file, or with a batch that is undone; that something was decided, and by whom, stays in the audit. */
export async function eraseCloseMatches(sql: Queryable, batchId: string): Promise<void> {
  await sql`DELETE FROM import_close_matches WHERE batch_id = ${batchId}`
}
