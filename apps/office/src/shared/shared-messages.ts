import { makeMessages } from './make-messages.ts'
import en from './messages.en.json' with { type: 'json' }
import vi from './messages.vi.json' with { type: 'json' }

/** Words that every screen uses. */
export const sharedMessages = makeMessages(vi, en)
