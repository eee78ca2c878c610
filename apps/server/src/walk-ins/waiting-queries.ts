import type { RegistrationState, WaitingFacts } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'

export type WaitingRow = {
  registrationId: string
  fileNumber: string
  fullName: string
  bornOn: string
  state: RegistrationState
  dueOn: string | null
  officeName: string
  own: boolean
}

/** The indexes of 0056 hold exactly these; written out in the statement, so that a prepared plan may use them. */
const waiting = (sql: Queryable) =>
  sql`r.state IN ('awaiting-visit', 'received', 'checked', 'fraud-review', 'returned', 'expired') AND r.file_number IS NOT NULL`

/** The last four signs lead through an index to few rows; the rest of what was said is compared there. */
const endsWith = (sql: Queryable, column: ReturnType<Queryable>, tail: string) =>
  sql`(right(${column}, 4) = ${tail.slice(-4)} AND right(${column}, ${tail.length}::integer) = ${tail})`

const conditions = (sql: Queryable, { nameFolded, bornOn, phoneTail, idTail }: WaitingFacts) => [
  ...(bornOn === null ? [] : [sql`r.declared ->> 'bornOn' = ANY(${[...bornOn]}::text[])`]),
  ...(phoneTail === null ? [] : [endsWith(sql, sql`r.proved_phone`, phoneTail)]),
  ...(idTail === null
    ? []
    : [
        sql`(${endsWith(sql, sql`(r.declared ->> 'nationalId')`, idTail)} OR ${endsWith(sql, sql`(r.declared ->> 'insuranceNumber')`, idTail)}
          OR ${endsWith(sql, sql`(r.declared ->> 'passportNumber')`, idTail)})`,
      ]),
  ...(nameFolded === null ? [] : [sql`position(${nameFolded} IN r.declared_name_folded) > 0`]),
]

/** Registrations that wait at some office and agree with everything said; those of the desk's offices first, then what is due first. */
export async function listWaiting(
  sql: Queryable,
  facts: WaitingFacts,
  { officeIds, limit }: { officeIds: readonly number[]; limit: number },
): Promise<WaitingRow[]> {
  const said = conditions(sql, facts).reduce((all, one) => sql`${all} AND ${one}`)
  return [
    ...(await sql<WaitingRow[]>`
      SELECT r.registration_id AS "registrationId", r.file_number AS "fileNumber", r.declared ->> 'fullName' AS "fullName", r.declared ->> 'bornOn' AS "bornOn",
        r.state, r.due_on AS "dueOn", o.name AS "officeName", r.office_id = ANY(${[...officeIds]}::integer[]) AS own
      FROM registrations r JOIN offices o ON o.office_id = r.office_id
      WHERE ${waiting(sql)} AND ${said}
      ORDER BY own DESC, r.due_on, r.registration_id LIMIT ${limit}`),
  ]
}
