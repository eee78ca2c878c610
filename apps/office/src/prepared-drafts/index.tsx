export { PreparedDraftsPage } from './prepared-drafts-page.tsx'
