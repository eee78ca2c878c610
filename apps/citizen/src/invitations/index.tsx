export { InvitationStopPage } from './invitation-stop-page.tsx'
