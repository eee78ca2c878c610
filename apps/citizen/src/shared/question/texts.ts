import en from './messages.en.json' with { type: 'json' }
import vi from './messages.vi.json' with { type: 'json' }

export const TEXTS = { vi, en }
