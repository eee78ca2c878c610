import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { exportAudit } from './export-audit.ts'

/** The inspector's copy of the audit, to be proved outside by `ansinh verify-audit-export FILE` with the key file alone. */
export function registerAuditExports(server: Server, platform: Platform): void {
  exportAudit(server, platform)
}
