export { IncidentBanner } from './incident-banner.tsx'
export { StatusPage } from './status-page.tsx'
