export { makeCheckedCode, parseCheckedCode, type CheckedCodeFault } from './checked-code.ts'
