import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { searchPersons } from './search-persons.ts'

export { findIdentityLine } from './find-identity-line.ts'
export { findPersonByLogin } from './find-person-by-login.ts'
export { findPersonCandidates, type FoundBy, type PersonCandidate, type PersonQuestion } from './find-person-candidates.ts'
export { getPerson } from './get-person.ts'
export { findPerson, type PersonRow } from './person-queries.ts'
export { copyPersons, type NewHousehold, type NewPerson } from './person-copy-queries.ts'
export { countIdentified, drawPersonBlock, hasRealNumbers, multiplyPersons, type NameChoice } from './person-multiply-queries.ts'
export { listAddressVersions, type PersonCells, rewritePerson } from './person-version-queries.ts'
export { personImport } from './person-import.ts'

/** Adds the search of the register for staff. */
export function registerPersons(server: Server, platform: Platform): void {
  searchPersons(server, platform)
}
