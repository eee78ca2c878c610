export { readPaperCode, type PaperCode, type PaperCodeFault } from './read-paper-code.ts'
export { type PaperKind, type PaperLine, type PaperState } from './paper-state.ts'
