import type { SheetFacts } from '@an-sinh/contract'
import { formatOpeningHours } from '../forms/index.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { inEmployerTransaction } from '../platform/transaction.ts'
import { findStandingOffice } from '../reference/index.ts'
import { findSheetEmployer, listDepartments } from './sheet-queries.ts'

/** What a poster says: the employer, its office, where registering begins. @throws Refusal `not-found` */
export async function loadSheetFacts(platform: Platform, employerId: number): Promise<SheetFacts> {
  const { employer, departments } = await inEmployerTransaction(platform, async (transaction) => ({
    employer: requireFound(await findSheetEmployer(transaction, employerId), 'not-found'),
    departments: await listDepartments(transaction, employerId),
  }))
  const office = requireFound(await findStandingOffice(platform.sql, employer.officeId), 'not-found')
  return {
    employerName: employer.name,
    office: { name: office.name, address: office.address, phone: office.phone, hours: formatOpeningHours(office) },
    address: `${platform.settings.citizenOrigin}/dang-ky`,
    hotline: platform.settings.hotline,
    departments,
  }
}
