export { type DemoEmployer, type EmployersByGroup, makeEmployers } from './make-employers.ts'
export { type History, type HistorySource, makeHistory } from './make-history.ts'
export { makeFullHistory } from './make-full-history.ts'
export { makeRandom, type Random } from './make-random.ts'
