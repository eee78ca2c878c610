export { IncidentBanner } from './incident-banner.tsx'
export { IncidentsPage } from './incidents-page.tsx'
