export { HandInBatchPage } from './hand-in-batch-page.tsx'
export { HandInsPage } from './hand-ins-page.tsx'
