export { loadDraft } from '../draft/draft-store.ts'
export { wakeOutbox } from './outbox.ts'
