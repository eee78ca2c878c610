export { ChatDeskPage } from './chat-desk-page.tsx'
