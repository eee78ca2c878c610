import type { GeoPoint } from '@an-sinh/domain'

/** A place of the list beside the map. */
export type MapPlace = {
  /** Its number in the list. */
  readonly number: number
  readonly name: string
  readonly href: string
  readonly point: GeoPoint
  /** Put at its ward's point, since its own is not known. */
  readonly approximate: boolean
}

export type MapTiles = { readonly url: string; readonly attribution: string }
