export { drawSecondCheck } from './draw-second-check.ts'
export { findSecondCheck, markRisky, recordFirstCheck, type SecondCheckRow } from './second-check-queries.ts'
