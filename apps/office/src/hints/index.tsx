export { CaseHints } from './case-hints.tsx'
