export { CasePage } from './case-page.tsx'
export { DecidedPanel, isDecided } from './decided-panel.tsx'
export { registrationMessages } from './registration-messages.ts'
export { useCase } from './use-case.ts'
