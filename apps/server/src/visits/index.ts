import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { getVisit } from './get-visit.ts'
import { listMedicalPapers } from './list-medical-papers.ts'
import { listVisits } from './list-visits.ts'

export { findMedicalPaperLine, findVisitCostLine, findVisitLine } from './find-lines.ts'
export { withdrawVisitLine } from './visit-queries.ts'
export { copyVisits, multiplyVisits, type NewVisit } from './visit-copy-queries.ts'
export { visitsImport } from './visits-import.ts'

/** Adds the signed-in person's medical book. Staff have no route to it. */
export function registerVisits(server: Server, platform: Platform): void {
  listVisits(server, platform)
  getVisit(server, platform)
  listMedicalPapers(server, platform)
}
