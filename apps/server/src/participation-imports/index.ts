export { employerDeclarationsImport } from './employer-declarations-import.ts'
export { participationMonthsImport } from './participation-months-import.ts'
