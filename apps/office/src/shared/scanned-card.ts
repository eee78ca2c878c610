import type { IdCard, Mrz } from '@an-sinh/domain'
import { useSyncExternalStore } from 'react'

/** An identity card as the scanner read it: the seven fields of its QR, or its machine-readable lines. */
export type ScannedCard = (IdCard | Mrz) & {
  /** The chip's picture, where a reader gave one. */
  readonly portrait?: Blob | null
}
/** `scan` tells one scan from the next, also of the same card. */
type Scan = { readonly card: ScannedCard; readonly scan: number }

let last: Scan | null = null
let scans = 0
const listeners = new Set<() => void>()

/** The card that was scanned last, in memory only; null forgets it. */
export const keepScannedCard = (card: ScannedCard | null): void => {
  scans += 1
  last = card === null ? null : { card, scan: scans }
  for (const listener of listeners) listener()
}

export const useScannedCard = (): Scan | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => last,
  )

/** As printed on the card; its machine-readable lines have capitals without accents. */
export const nameOnCard = (card: ScannedCard): string => ('fullName' in card ? card.fullName : `${card.surname} ${card.givenNames}`.trim())
