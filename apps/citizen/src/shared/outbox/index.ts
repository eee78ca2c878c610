export { loadDraft } from '../draft/draft-store.ts'
export { hasUnsent, wakeOutbox } from './outbox.ts'
