export { ParticipationPage as Contributions } from './participation-page.tsx'
export { ParticipationSummary } from './participation-summary.tsx'
