import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { getStaffMe } from './get-staff-me.ts'
import { proveSecondFactor } from './prove-second-factor.ts'
import { type OtherDoor, signInStaff } from './sign-in-staff.ts'
import { signOutStaff } from './sign-out-staff.ts'
import { deleteOutdatedStaffSessions } from './staff-queries.ts'

export { createStaffUser, type StaffOrder } from './create-staff-user.ts'
export { listOfficesInView } from './offices-in-view.ts'
export { requireFreshFactor } from './require-fresh-factor.ts'
export { resolveStaff } from './resolve-staff.ts'
export type { OtherDoor } from './sign-in-staff.ts'
export { clearStaffCookie, giveStaffCookie, makeStaffSession, staffSessionHashOf } from './staff-cookie.ts'
export { postOfToday } from './staff-queries.ts'
export { currentTotp, findTotpStep, makeTotpSecret } from './totp.ts'

/** `others`: who signs in on the same page and is no staff. */
export function registerStaff(server: Server, platform: Platform, others: OtherDoor | null = null): void {
  signInStaff(server, platform, others)
  proveSecondFactor(server, platform)
  getStaffMe(server, platform)
  signOutStaff(server, platform)
}

/** By night: sessions that ended the day before or earlier. */
export async function startStaffJobs(platform: Platform): Promise<void> {
  await platform.jobs.work('erase-staff-sessions', async () => {
    platform.log.info({ sessions: await deleteOutdatedStaffSessions(platform.sql) }, 'staff sessions erased')
  })
  await platform.jobs.schedule('erase-staff-sessions', '15 3 * * *')
}
