import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { beginActivation } from './begin-activation.ts'
import { deleteOutdatedEmployerSessions } from './employer-session-queries.ts'
import { finishActivation } from './finish-activation.ts'
import { getEmployerHome } from './get-employer-home.ts'
import { getEmployerMe } from './get-employer-me.ts'
import { proveEmployerFactor } from './prove-employer-factor.ts'
import { signOutEmployer } from './sign-out-employer.ts'

export { createEmployerOfficer } from './create-employer-officer.ts'
export {
  endOrganisationAt,
  findOrganisationKind,
  insertOrganisation,
  listOfficersOf,
  lockOrganisation,
  type OfficerListRow,
  readOfficerToday,
  reopenOrganisation,
  updateOfficer,
} from './employer-officer-queries.ts'
export { giveOfficerCode, prepareOfficer } from './prepare-officer.ts'
export { resolveEmployer } from './resolve-employer.ts'
export { signInEmployer } from './sign-in-employer.ts'

/** Officers of employers and schools: sign-in, and their area's first page. */
export function registerEmployerOfficers(server: Server, platform: Platform): void {
  proveEmployerFactor(server, platform)
  getEmployerMe(server, platform)
  getEmployerHome(server, platform)
  signOutEmployer(server, platform)
  beginActivation(server, platform)
  finishActivation(server, platform)
}

/** By night: sessions that ended the day before or earlier. */
export async function startEmployerOfficerJobs(platform: Platform): Promise<void> {
  await platform.jobs.work('erase-employer-sessions', async () => {
    platform.log.info({ sessions: await deleteOutdatedEmployerSessions(platform.sql) }, 'employer sessions erased')
  })
  await platform.jobs.schedule('erase-employer-sessions', '20 3 * * *')
}
