import type { StaffActor } from '../platform/actor.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { findStandingOffice, listReceivingOffices, type OfficeRow } from '../reference/index.ts'

/** The offices a supervisor may close: the own desk, and those below it; from the office of a province all of that province. */
export async function listArea(sql: Queryable, actor: StaffActor): Promise<OfficeRow[]> {
  const own = await findStandingOffice(sql, actor.officeId)
  if (own === null) return []
  const isBelow = (office: OfficeRow): boolean =>
    office.officeId === own.officeId ||
    office.parentOfficeId === own.officeId ||
    (own.officeLevel === 'province' && office.provinceCode === own.provinceCode)
  const offices = (await listReceivingOffices(sql)).filter(isBelow)
  return offices.some(({ officeId }) => officeId === own.officeId) ? offices : [own, ...offices]
}

/** These offices of the area, in its order. @throws Refusal `closure-outside-area` */
export async function requireInArea(sql: Queryable, actor: StaffActor, officeIds: readonly number[]): Promise<OfficeRow[]> {
  const area = (await listArea(sql, actor)).filter(({ officeId }) => officeIds.includes(officeId))
  if (area.length !== new Set(officeIds).size) throw new Refusal('closure-outside-area')
  return area
}
