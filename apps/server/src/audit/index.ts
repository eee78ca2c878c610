import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { listOwnAccesses } from './list-own-accesses.ts'

export { recordAudit, type AuditLine } from './record-audit.ts'
export { startAuditSealer } from './start-audit-sealer.ts'
export { verifyAudit, type AuditVerdict } from './verify-audit.ts'
export { listAccesses, type AccessRow } from './audit-queries.ts'

export function registerAudit(server: Server, platform: Platform): void {
  listOwnAccesses(server, platform)
}
