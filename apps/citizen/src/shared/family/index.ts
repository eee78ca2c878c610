export type { FamilyName } from './family-names.ts'
export { FamilySwitch } from './family-switch.tsx'
export { useFamily } from './use-family.ts'
