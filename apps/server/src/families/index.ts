export { isOwnFamily } from './is-own-family.ts'
