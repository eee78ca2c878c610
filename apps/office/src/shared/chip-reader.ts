import { parseIdCardQr, parseMrz } from '@an-sinh/domain'
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import type { ScannedCard } from './scanned-card.ts'

/** Where a reader of chips listens on the clerk's own machine; the protocol stands in docs/chip-reader.md. */
const READER_ADDRESS = 'ws://127.0.0.1:43211'
const READER_PROTOCOL = 'ansinh-reader-1'
const AGAIN_MS = 5000
const STORE_KEY = 'ansinh-office-chip-reader'

type ReaderState = 'off' | 'searching' | 'connected'
let state: ReaderState = 'off'
let socket: WebSocket | null = null
let retry: ReturnType<typeof setTimeout> | undefined
const stateListeners = new Set<() => void>()
const cardListeners = new Set<(card: ScannedCard) => void>()

const become = (next: ReaderState): void => {
  state = next
  for (const listener of stateListeners) listener()
}

const pictureOf = (base64: unknown): Blob | null => {
  if (typeof base64 !== 'string' || base64 === '') return null
  try {
    return new Blob([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], { type: 'image/jpeg' })
  } catch {
    return null
  }
}

/** A card as the reader tells it: the seven fields as its QR has them, or its machine-readable lines; the chip's portrait beside. */
export function readCardEvent(text: string): ScannedCard | null {
  let event: unknown
  try {
    event = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof event !== 'object' || event === null || !('event' in event) || event.event !== 'card') return null
  const portrait = 'portrait' in event ? pictureOf(event.portrait) : null
  const fields = 'fields' in event && typeof event.fields === 'string' ? parseIdCardQr(event.fields) : null
  if (fields?.ok === true) return { ...fields.idCard, portrait }
  const mrz = 'mrz' in event && typeof event.mrz === 'string' ? parseMrz(event.mrz) : null
  return mrz?.ok === true ? { ...mrz.mrz, portrait } : null
}

const connect = (): void => {
  become('searching')
  const reader = new WebSocket(READER_ADDRESS, READER_PROTOCOL)
  socket = reader
  reader.addEventListener('open', () => become('connected'))
  reader.addEventListener('message', ({ data }) => {
    const card = typeof data === 'string' ? readCardEvent(data) : null
    if (card !== null) for (const listener of cardListeners) listener(card)
  })
  reader.addEventListener('close', () => {
    if (socket !== reader) return
    become('searching')
    retry = setTimeout(connect, AGAIN_MS)
  })
}

const keepChoice = (on: boolean): void => {
  try {
    globalThis.localStorage.setItem(STORE_KEY, on ? 'on' : 'off')
  } catch {
    // A browser without storage is asked again next time.
  }
}

const wasChosen = (): boolean => {
  try {
    return globalThis.localStorage.getItem(STORE_KEY) === 'on'
  } catch {
    return false
  }
}

/** Most desks have none, so nothing is looked for until a clerk asks; from then on at every start. */
export function switchChipReader(on: boolean): void {
  keepChoice(on)
  clearTimeout(retry)
  const before = socket
  socket = null
  before?.close()
  if (on) connect()
  else become('off')
}

export const useChipReader = (): ReaderState =>
  useSyncExternalStore(
    useCallback((listener: () => void) => {
      stateListeners.add(listener)
      return () => stateListeners.delete(listener)
    }, []),
    () => state,
  )

/** Hears every card that is laid on the reader. */
export function useChipCards(onCard: (card: ScannedCard) => void): void {
  useEffect(() => {
    cardListeners.add(onCard)
    if (state === 'off' && wasChosen()) connect()
    return () => void cardListeners.delete(onCard)
  }, [onCard])
}
