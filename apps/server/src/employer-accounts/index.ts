import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { addOfficer } from './add-officer.ts'
import { changeOfficer } from './change-officer.ts'
import { endOrganisation } from './end-organisation.ts'
import { listOfficerActs } from './list-officer-acts.ts'
import { makeAdministrator } from './make-administrator.ts'
import { openOrganisation } from './open-organisation.ts'
import { renewOfficerCode } from './renew-officer-code.ts'
import { searchEmployers } from './search-employers.ts'
import { stopOfficer } from './stop-officer.ts'

/** Who gives officers of employers their accounts: the office the first administrator, administrators the others. */
export function registerEmployerAccounts(server: Server, platform: Platform): void {
  searchEmployers(server, platform)
  openOrganisation(server, platform)
  endOrganisation(server, platform)
  makeAdministrator(server, platform)
  stopOfficer(server, platform)
  renewOfficerCode(server, platform)
  addOfficer(server, platform)
  changeOfficer(server, platform)
  listOfficerActs(server, platform)
}
