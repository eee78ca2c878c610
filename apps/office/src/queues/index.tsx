export { QueuePage } from './queue-page.tsx'
export { type QueueName, QUEUE_NAMES } from './queue-requests.ts'
export { ScanField } from './scan-field.tsx'
