export { OwnChatPage } from './own-chat-page.tsx'
