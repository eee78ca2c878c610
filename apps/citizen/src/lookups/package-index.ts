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

/** A facility's old province stands in the first two digits of its code. */
const completeFacility = (held: LookupPackage, facility: LookupAnswer): LookupAnswer => ({
  ...facility,
  provinceCode: held.provinceCode,
  around: [`old-${facility.id.slice(0, 2)}`],
})

/** Where an old unit lay, and the names of what it became, as the areas tell. */
const completeUnit = (held: LookupPackage, areas: LookupAreas, unit: LookupAnswer): LookupAnswer => {
  const { id: unitId, around, becomes } = unit
  const [code = ''] = unitId.split('-').slice(-1)
  const type = unitId.slice(0, -code.length - 1)
  const nameOf = (areaCode: string): string => areas.get(areaCode)?.name ?? areaCode
  return {
    ...unit,
    provinceCode: held.provinceCode,
    type,
    ...(type === 'ward' ? { wardCode: code } : {}),
    ...(around === undefined ? {} : { within: around.map(nameOf).join(', ') }),
    ...(becomes === undefined ? {} : { becomes: becomes.map(({ id, kind }) => ({ id, kind, name: nameOf(id.split('-').at(-1) ?? '') })) }),
  }
}

const listPlaces = (held: LookupPackage, areas: LookupAreas, kind: LookupKind): readonly LookupAnswer[] => {
  if (kind === 'offices') return held.offices
  if (kind === 'collection-points') return held.collectionPoints
  if (kind === 'units') return held.units.map((unit) => completeUnit(held, areas, unit))
  if (kind === 'employers') return []
  const facilities = held.facilities.map((facility) => completeFacility(held, facility))
  if (kind === 'facilities') return facilities
  const entitled = new Set(held.sickLeave)
  return facilities
    .filter(({ id }) => entitled.has(id))
    .map((facility) => (held.sickLeaveSample ? { ...facility, sample: true } : facility))
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
      listPlaces(held, known.areas, kind).map((answer) => fillPlace(answer)),
      known.areas,
    )
  known.indexes.set(kind, index)
  return { areas: known.areas, index }
}
