import type { CivilDate } from '../calendar/index.ts'
import type { DataArea } from './data-areas.ts'

export const REPRESENTATION_KINDS = ['child', 'mandate'] as const
export type RepresentationKind = (typeof REPRESENTATION_KINDS)[number]

/** One person may see another's data: by law as parent or guardian, or by a mandate (Civil Code 91/2015/QH13 art. 135–141). */
export type Representation = {
  readonly kind: RepresentationKind
  readonly areas: readonly DataArea[]
  readonly fromOn: CivilDate
  /** The last day it holds, itself included. */
  readonly lastOn: CivilDate
  readonly isEnded: boolean
}

export type ReadingRefusal = 'representation-over' | 'area-not-granted'
export type ReadingDecision =
  | { readonly allowed: true; readonly branches: 'all' | 'health' }
  | { readonly allowed: false; readonly code: ReadingRefusal }

/** Whether it holds on that day: begun, not past its last day, not ended by anybody. */
export const holdsOn = (one: Pick<Representation, 'fromOn' | 'lastOn' | 'isEnded'>, on: CivilDate): boolean =>
  !one.isEnded && one.fromOn <= on && on <= one.lastOn

/** Whose data may this citizen read, in which area, today: the one rule behind every read for somebody else. */
export const decideReading = (representation: Representation, area: DataArea, today: CivilDate): ReadingDecision => {
  if (!holdsOn(representation, today)) return { allowed: false, code: 'representation-over' }
  if (!representation.areas.includes(area)) return { allowed: false, code: 'area-not-granted' }
  return { allowed: true, branches: representation.kind === 'child' ? 'health' : 'all' }
}
