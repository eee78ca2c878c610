import type { DeskReason } from '@an-sinh/contract'
import type { CivilDate } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'

export type ActKind =
  | 'hold'
  | 'release'
  | 'stop'
  | 'first-password'
  | 'phone-asked'
  | 'phone-proved'
  | 'phone-cancelled'
  | 'mandate-given'
  | 'mandate-ended'
export type NewAct = {
  personId: number
  actId: string
  kind: ActKind
  reason: DeskReason
  note: string
  staffId: number
  officeId: number
}
export type ActRow = { kind: ActKind; reason: DeskReason; recordedAt: Date; staffId: number }

const MOST = 20

/** False when the act was written before: the same request once more. */
export async function insertAct(sql: Queryable, act: NewAct): Promise<boolean> {
  const { count } = await sql`
    INSERT INTO account_desk_acts (person_id, act_id, kind, reason, note, staff_id, office_id)
    VALUES (${act.personId}, ${act.actId}, ${act.kind}, ${act.reason}, ${act.note}, ${act.staffId}, ${act.officeId}) ON CONFLICT DO NOTHING`
  return count === 1
}

export async function listActs(sql: Queryable, personId: number): Promise<ActRow[]> {
  return sql<ActRow[]>`
    SELECT kind, reason, recorded_at AS "recordedAt", staff_id AS "staffId" FROM account_desk_acts
    WHERE person_id = ${personId} ORDER BY recorded_at DESC LIMIT ${MOST}`
}

/** Who did it and where they work, read apart from the person's rows. */
export async function listClerks(
  sql: Queryable,
  staffIds: readonly number[],
): Promise<{ staffId: number; fullName: string; officeName: string }[]> {
  return sql<{ staffId: number; fullName: string; officeName: string }[]>`
    SELECT u.staff_id AS "staffId", u.full_name AS "fullName", o.name AS "officeName" FROM staff_users u JOIN offices o ON o.office_id = u.office_id
    WHERE u.staff_id = ANY (${[...staffIds]}::integer[])`
}

export async function readToday(sql: Queryable): Promise<CivilDate> {
  const [row] = await sql<{ today: CivilDate }[]>`SELECT ansinh_today() AS today`
  if (row === undefined) throw new Error('ansinh_today answered no row')
  return row.today
}
