export { InvitationsPage } from './invitations-page.tsx'
export { SheetsPage } from './sheets-page.tsx'
