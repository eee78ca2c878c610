export { hideSmall, medianOf } from './hide-small.ts'
