/** What one person may let another see of theirs. */
export const DATA_AREAS = ['card', 'participation', 'benefits', 'medical-book'] as const
export type DataArea = (typeof DATA_AREAS)[number]

/** What a parent or guardian sees of a child: no benefits, and of participation the health branch only. */
export const CHILD_AREAS: readonly DataArea[] = ['card', 'participation', 'medical-book']
