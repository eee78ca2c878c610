import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { listOwnAccesses } from './list-own-accesses.ts'

export { describeAction } from './describe-access.ts'
export type { AuditLine } from './audit-line.ts'
export { auditEach, recordAudit, recordAudits, recordListed } from './record-audit.ts'
export { verifyExport, writeExport } from './export-lines.ts'
export { type ExportRow, listExportRows } from './export-queries.ts'
export { readAccesses } from './read-accesses.ts'
export { sealWaitingLines } from './seal-waiting-lines.ts'
export { startAuditSealer } from './start-audit-sealer.ts'
export { writeHeads } from './write-heads.ts'
export { verifyAudit, type AuditVerdict } from './verify-audit.ts'

export function registerAudit(server: Server, platform: Platform): void {
  listOwnAccesses(server, platform)
}
