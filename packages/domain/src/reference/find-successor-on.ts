import type { CivilDate } from '../calendar/index.ts'
import { sorted } from '../values/index.ts'
import type { Dated } from './valid-on.ts'

/** From `validFrom` on, `newId` answers for `oldId`. */
export type Succession<Id> = { readonly oldId: Id; readonly newId: Id; readonly validFrom: CivilDate }
export type SuccessorFacts<Id extends number | string> = {
  readonly id: Id
  readonly on: CivilDate
  readonly rows: ReadonlyMap<Id, Dated>
  readonly successions: readonly Succession<Id>[]
}

const holdsOn = (row: Dated | undefined, on: CivilDate): boolean =>
  row !== undefined && row.validFrom <= on && (row.validTo === null || on <= row.validTo)

/**
 * Who answers for `id` on a day: itself while it is in force, else its successor, and the successor's. Of several the one in force, then the
 * one that began first, then the lowest id. Whoever has none goes on answering, in force or not: nobody's case is left without a desk.
 */
export const findSuccessorOn = <Id extends number | string>({ id, on, rows, successions }: SuccessorFacts<Id>): Id => {
  const seen = new Set<Id>()
  let current = id
  while (!seen.has(current) && !holdsOn(rows.get(current), on)) {
    seen.add(current)
    const begun = successions.filter(({ oldId, newId, validFrom }) => oldId === current && validFrom <= on && !seen.has(newId))
    const [next] = sorted(
      begun,
      (first, second) =>
        Number(holdsOn(rows.get(second.newId), on)) - Number(holdsOn(rows.get(first.newId), on)) ||
        (first.validFrom === second.validFrom ? 0 : first.validFrom < second.validFrom ? -1 : 1) ||
        (first.newId < second.newId ? -1 : 1),
    )
    if (next === undefined) return current
    current = next.newId
  }
  return current
}
