export { EmployerHomePage } from './employer-home-page.tsx'
