import type { Platform } from '../platform/platform.ts'
import { createStaffUser } from '../staff/index.ts'
import { DEMO_PASSWORD, DEMO_STAFF, demoTotpSecret, DESK_STAFF } from './demo-staff.ts'
import { hasStaff } from './demonstration-queries.ts'

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
