export { DependantCasePage } from './dependant-case-page.tsx'
export { DependantQueuePage } from './dependant-queue-page.tsx'
