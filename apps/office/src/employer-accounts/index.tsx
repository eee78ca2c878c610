export { ActivationPage } from './activation-page.tsx'
export { EmployerDeskPage } from './employer-desk-page.tsx'
export { OfficersPage } from './officers-page.tsx'
