import type { LookupAnswer, LookupPackage } from '@an-sinh/contract'
import {
  fillPlace,
  indexAreas,
  type LookupAreas,
  type LookupIndex,
  type LookupKind,
  type LookupPlace,
  makeLookupIndex,
} from '@an-sinh/domain'

export type FoundPlace = LookupPlace & { readonly answer: LookupAnswer }
type Made = { readonly areas: LookupAreas; readonly indexes: Map<LookupKind, LookupIndex<FoundPlace>> }

const made = new WeakMap<LookupPackage, Made>()

const listPlaces = (held: LookupPackage, kind: LookupKind): readonly LookupAnswer[] => {
  if (kind === 'facilities') return held.facilities
  if (kind === 'offices') return held.offices
  if (kind === 'collection-points') return held.collectionPoints
  if (kind === 'units') return held.units
  if (kind === 'employers') return []
  const entitled = new Set(held.sickLeave)
  const facilities = held.facilities.filter(({ id }) => entitled.has(id))
  return held.sickLeaveSample ? facilities.map((facility) => ({ ...facility, sample: true })) : facilities
}

const makeAreas = (held: LookupPackage): LookupAreas =>
  indexAreas(
    held.areas.map(({ code, name, otherNames = [], point }) => ({
      code,
      name,
      otherNames,
      point: point === undefined ? null : { longitude: point[0] ?? 0, latitude: point[1] ?? 0 },
    })),
  )

/** The index of one kind within a package, made at the first question and kept as long as the package is. */
export const indexOf = (
  held: LookupPackage,
  kind: LookupKind,
): { readonly areas: LookupAreas; readonly index: LookupIndex<FoundPlace> } => {
  const known = made.get(held) ?? { areas: makeAreas(held), indexes: new Map<LookupKind, LookupIndex<FoundPlace>>() }
  made.set(held, known)
  const index =
    known.indexes.get(kind) ??
    makeLookupIndex<FoundPlace>(
      listPlaces(held, kind).map((answer) => fillPlace(answer)),
      known.areas,
    )
  known.indexes.set(kind, index)
  return { areas: known.areas, index }
}
