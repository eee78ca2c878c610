import type { EmployerVisits, OfficeVisits, OnSiteVisit } from '@an-sinh/contract'
import { DEFAULT_CAPACITY } from '@an-sinh/domain'
import type { EmployerActor, StaffActor } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { inEmployerTransaction } from '../platform/transaction.ts'
import { findStandingOffice, listOfficesOfDesk, type OfficeRow } from '../reference/index.ts'
import { listOfficeDays } from './office-days.ts'
import { listOnSite, listOnSiteOfOffices, type OnSiteRow } from './on-site-queries.ts'
import { findPlan, listCapacities, listEmployersComing, listLines, listWaiting, readNow } from './visit-plan-queries.ts'

const toOnSite = ({ visitId, state, wantedOn, setOn, people, place, note, answer, askedAt }: OnSiteRow): OnSiteVisit => ({
  visitId,
  state,
  wantedOn,
  setOn,
  people,
  place,
  note,
  answer,
  askedAt: askedAt.toISOString(),
})

/** The office that a clerk of the employer's would come from. @throws Refusal `office-unknown` */
export const requireOffice = async (sql: Queryable, officeId: number): Promise<OfficeRow> =>
  requireFound(await findStandingOffice(sql, officeId), 'office-unknown')

/** Plan and requests are read with the employer's rights; what is free and who is awaited is counted by the agency's side. */
export async function showEmployerVisits(platform: Platform, { employerId, officeId }: EmployerActor): Promise<EmployerVisits> {
  const own = await inEmployerTransaction(platform, async (transaction) => {
    const plan = await findPlan(transaction, employerId)
    return {
      plan,
      lines: plan === null ? [] : await listLines(transaction, employerId, plan.planId),
      onSite: await listOnSite(transaction, employerId),
      now: await readNow(transaction),
    }
  })
  const office = await requireOffice(platform.sql, officeId)
  return {
    asOf: own.now.now.toISOString(),
    officeName: office.name,
    days: await listOfficeDays(platform.sql, office),
    waiting: (await listWaiting(platform.sql, employerId, null)).length,
    plan:
      own.plan === null
        ? null
        : {
            planId: own.plan.planId,
            state: own.plan.state,
            madeAt: own.plan.madeAt.toISOString(),
            lines: own.lines.map((line) => ({ ...line, late: line.visitOn !== null && line.visitOn > line.dueOn })),
          },
    onSite: own.onSite.map(toOnSite),
  }
}

export async function showOfficeVisits(sql: Queryable, { officeId, role }: StaffActor): Promise<OfficeVisits> {
  const offices = await listOfficesOfDesk(sql, officeId)
  const office = await requireOffice(sql, officeId)
  const coming = await listEmployersComing(sql, offices)
  return {
    asOf: (await readNow(sql)).now.toISOString(),
    days: (await listOfficeDays(sql, office)).map(({ on, free }) => ({
      on,
      free,
      employers: coming.filter((one) => one.on === on).map(({ name, people }) => ({ name, people })),
    })),
    onSite: (await listOnSiteOfOffices(sql, offices)).map((row) => ({
      ...toOnSite(row),
      employerName: row.employerName,
      employerCode: row.employerCode,
    })),
    capacities: await listCapacities(sql, office.officeId),
    standard: DEFAULT_CAPACITY,
    maySet: role === 'supervisor',
  }
}
