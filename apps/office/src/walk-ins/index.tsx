export { WaitingPage } from './waiting-page.tsx'
