export { recordAudit, type AuditLine } from './record-audit.ts'
export { startAuditSealer } from './start-audit-sealer.ts'
export { verifyAudit, type AuditVerdict } from './verify-audit.ts'
export { listAccesses, type AccessRow } from './audit-queries.ts'
