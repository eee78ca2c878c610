import type { StaffActor } from './actor.ts'

/** Whether a colleague and who acts now are one: by account or, where the register knows them, by person. Four eyes are of two people. */
export const isSamePerson = (
  { staffId, personId }: Pick<StaffActor, 'staffId' | 'personId'>,
  colleague: { staffId: number; personId: number | null },
): boolean => staffId === colleague.staffId || (personId !== null && personId === colleague.personId)
