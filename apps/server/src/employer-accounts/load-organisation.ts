import type { OfficerRow, Organisation } from '@an-sinh/contract'
import { listOfficersOf, type OfficerListRow } from '../employer-officers/index.ts'
import type { StaffActor } from '../platform/actor.ts'
import { requireFound } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { listOfficesOfDesk } from '../reference/index.ts'
import { findOrganisation, type OrganisationRow } from './employer-account-queries.ts'

export const toOfficerRow = (row: OfficerListRow, selfId: number | null): OfficerRow => ({ ...row, isSelf: row.officerId === selfId })

/** An employer of the clerk's own office. @throws Refusal `not-found`, also for one of another office */
export async function requireOrganisation(sql: Queryable, actor: StaffActor, employerCode: string): Promise<OrganisationRow> {
  return requireFound(await findOrganisation(sql, await listOfficesOfDesk(sql, actor.officeId), employerCode), 'not-found')
}

/** One of its officers. @throws Refusal `not-found` */
export async function requireOfficer(sql: Queryable, employerId: number, officerNo: string): Promise<OfficerListRow> {
  const officers = await listOfficersOf(sql, employerId)
  return requireFound(
    officers.find(({ officerId }) => officerId === Number(officerNo)),
    'not-found',
  )
}

export async function loadOrganisation(sql: Queryable, actor: StaffActor, employerCode: string): Promise<Organisation> {
  const { employerId, ...row } = await requireOrganisation(sql, actor, employerCode)
  const officers = await listOfficersOf(sql, employerId)
  return {
    ...row,
    openedAt: row.openedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    officers: officers.map((officer) => toOfficerRow(officer, null)),
  }
}
