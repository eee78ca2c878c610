export { RequestCasePage } from './request-case-page.tsx'
export { RequestQueuePage } from './request-queue-page.tsx'
