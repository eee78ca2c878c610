export type { Bilingual } from './bilingual.ts'
export { refused, type Refused } from './refused.ts'
export { sorted } from './sorted.ts'
