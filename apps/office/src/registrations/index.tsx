export { CasePage } from './case-page.tsx'
export { DecidedPanel, isDecided } from './decided-panel.tsx'
export { registrationMessages } from './registration-messages.ts'
export { loadAhead, useCase } from './use-case.ts'
