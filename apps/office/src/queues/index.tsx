export { QueuePage } from './queue-page.tsx'
export { type QueueName, QUEUE_NAMES } from './queue-requests.ts'
export { ScanField, type ScanTargets } from './scan-field.tsx'
export { useNextInQueue } from './use-queue.ts'
