import { makeMessages } from '../shared/make-messages.ts'
import en from './messages.en.json' with { type: 'json' }
import vi from './messages.vi.json' with { type: 'json' }

export const referenceMessages = makeMessages(vi, en)
