export { participationMonthsImport } from './participation-months-import.ts'
