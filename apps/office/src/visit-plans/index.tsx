export { EmployerVisitsPage } from './employer-visits-page.tsx'
export { OfficeVisitsPage } from './office-visits-page.tsx'
