export { type PlannedDay, planVisits, type VisitDay, type Visitor, type VisitPlan } from './plan-visits.ts'
export { DEFAULT_CAPACITY, formsPerDay, listVisitDays, type OfficeCapacity, type OfficeDays, openMinutes } from './office-capacity.ts'
