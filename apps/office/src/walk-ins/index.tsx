export { NewcomerPage } from './newcomer-page.tsx'
export { WaitingPage } from './waiting-page.tsx'
