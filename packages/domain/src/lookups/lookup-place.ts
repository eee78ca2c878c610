import type { GeoPoint } from '../reference/index.ts'

export const LOOKUP_KINDS = ['facilities', 'sick-leave', 'offices', 'collection-points', 'employers', 'units'] as const
/**
 * What can be looked up. `sick-leave`: facilities entitled to issue sick-leave papers.
 * `employers`: those taking part. `units`: administrative units, old and new.
 */
export type LookupKind = (typeof LOOKUP_KINDS)[number]

/** A ward or province: where it lies, and every name it ever went by (its own, and of the units that became it). Old provinces have the code `old-` and theirs. */
export type LookupArea = {
  readonly code: string
  readonly name: string
  readonly otherNames: readonly string[]
  readonly point: GeoPoint | null
}

/** One thing to be found. */
export type LookupPlace = {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  /** Codes of areas beside ward and province whose names also lead here, e.g. the old province of a facility. */
  readonly around: readonly string[]
  /** Sub-kind, for the filter: hospital, clinic, ward, old-district … */
  readonly type: string | null
  readonly provinceCode: string | null
  readonly wardCode: string | null
  /** Wards an office serves. */
  readonly wardCodes: readonly string[]
  readonly address: string | null
  readonly point: GeoPoint | null
}

export type LookupAreas = ReadonlyMap<string, LookupArea>

/** What an answer leaves out is nothing: the place in full. */
export const fillPlace = <Sparse extends SparsePlace>(sparse: Sparse): LookupPlace & { readonly answer: Sparse } => ({
  id: sparse.id,
  name: sparse.name,
  aliases: sparse.aliases ?? [],
  around: sparse.around ?? [],
  type: sparse.type ?? null,
  provinceCode: sparse.provinceCode ?? null,
  wardCode: sparse.wardCode ?? null,
  wardCodes: sparse.wardCodes ?? [],
  address: sparse.address ?? null,
  point: sparse.point === undefined ? null : { longitude: sparse.point[0] ?? 0, latitude: sparse.point[1] ?? 0 },
  answer: sparse,
})

/** The same as it travels: what is not known is left out. `point`: longitude, latitude. */
type SparsePlace = {
  readonly id: string
  readonly name: string
  readonly aliases?: readonly string[] | undefined
  readonly around?: readonly string[] | undefined
  readonly type?: string | undefined
  readonly provinceCode?: string | undefined
  readonly wardCode?: string | undefined
  readonly wardCodes?: readonly string[] | undefined
  readonly address?: string | undefined
  readonly point?: readonly number[] | undefined
}

/** Wards and provinces by code; a province's code is shorter than any ward's. */
export const indexAreas = (areas: readonly LookupArea[]): LookupAreas => new Map(areas.map((area) => [area.code, area]))
