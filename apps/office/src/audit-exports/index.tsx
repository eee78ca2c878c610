export { AuditExportPage } from './audit-export-page.tsx'
