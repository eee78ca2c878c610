export { RosterFilesPage } from './roster-files-page.tsx'
export { RosterImportPage } from './roster-import-page.tsx'
export { RosterPage } from './roster-page.tsx'
