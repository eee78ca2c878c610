import { createEmployerOfficer } from '../employer-officers/index.ts'
import type { Platform } from '../platform/platform.ts'
import { createStaffUser } from '../staff/index.ts'
import { DEMO_OFFICERS, DEMO_PASSWORD, DEMO_STAFF, demoTotpSecret, DESK_STAFF } from './demo-staff.ts'
import { findDemoEmployer, hasOfficer, hasStaff } from './demonstration-queries.ts'

/** Creates the demo staff that are not there yet. */
export async function seedStaff(platform: Platform): Promise<number> {
  let created = 0
  for (const staff of [...DEMO_STAFF, ...DESK_STAFF]) {
    if (await hasStaff(platform.sql, staff.userName)) continue
    await createStaffUser(platform, { ...staff, password: DEMO_PASSWORD, totpSecret: demoTotpSecret(platform.keyring, staff.userName) })
    created += 1
  }
  return created
}

/** Creates the demo employer's officers that are not there yet. */
export async function seedOfficers(platform: Platform): Promise<number> {
  const employer = await findDemoEmployer(platform.sql)
  if (employer === null) return 0
  let created = 0
  for (const { name, fullName, role } of DEMO_OFFICERS) {
    const userName = `${name}@${employer.employerCode.toLowerCase()}`
    if (await hasOfficer(platform.sql, userName)) continue
    const secret = demoTotpSecret(platform.keyring, userName)
    await createEmployerOfficer(platform, {
      employerId: employer.employerId,
      userName,
      fullName,
      role,
      password: DEMO_PASSWORD,
      totpSecret: secret,
    })
    created += 1
  }
  return created
}
