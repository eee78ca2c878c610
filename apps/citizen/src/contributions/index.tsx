export { ParticipationPanel } from './participation-panel.tsx'
