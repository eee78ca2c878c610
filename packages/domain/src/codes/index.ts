export { checkedCodeOf, makeCheckedCode, parseCheckedCode, readCodeValues, type CheckedCodeFault } from './checked-code.ts'
