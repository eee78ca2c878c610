import { useEffect, useRef, useSyncExternalStore } from 'react'
import { makeKeyReader } from './key-reader.ts'

/** Single keys by their sign (`1`, `a`, `/`, `?`); whole strokes as `ctrl+enter`, `escape`. */
export type KeyMap = Readonly<Record<string, () => void>>
type Layer = { readonly keys: () => KeyMap; readonly modal: boolean }

const STORE_KEY = 'ansinh-office-single-keys'
const layers: Layer[] = []
const scanListeners = new Set<(text: string) => void>()
const settingListeners = new Set<() => void>()

const readSetting = (): boolean => {
  try {
    return globalThis.localStorage.getItem(STORE_KEY) !== 'off'
  } catch {
    return true
  }
}
let singleKeysOn = readSetting()

/** Single-key commands can be switched off: some people speak or dictate to their desk (WCAG 2.2, 2.1.4). */
export function switchSingleKeys(on: boolean): void {
  singleKeysOn = on
  try {
    globalThis.localStorage.setItem(STORE_KEY, on ? 'on' : 'off')
  } catch {
    // A browser without storage asks again next time.
  }
  for (const listener of settingListeners) listener()
}

export const useSingleKeys = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      settingListeners.add(listener)
      return () => settingListeners.delete(listener)
    },
    () => singleKeysOn,
  )

/** The newest open dialog hears alone; without one the newest layer that knows the key. */
const findHandler = (key: string): (() => void) | undefined => {
  const dialog = layers.findLast((layer) => layer.modal)
  if (dialog !== undefined) return dialog.keys()[key]
  return layers
    .toReversed()
    .map((layer) => layer.keys()[key])
    .find((handler) => handler !== undefined)
}

const isDialogOpen = (): boolean => layers.some((layer) => layer.modal)

const TEXT_INPUTS = new Set(['text', 'search', 'password', 'email', 'tel', 'url', 'number'])

/** Where letters are text: nothing may be taken away from a field or from a Vietnamese typing method. */
const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && TEXT_INPUTS.has(target.type)) ||
  (target instanceof HTMLElement && target.isContentEditable)

/** With a typing method switched on some browsers report `Process`: the key's place then tells. */
const characterOf = (event: KeyboardEvent): string | null =>
  Array.from(event.key).length === 1 ? event.key : (/^(?:Key|Digit|Numpad)([A-Z\d])$/.exec(event.code)?.[1]?.toLowerCase() ?? null)

const reader = makeKeyReader({
  onKey: (key) => {
    if (singleKeysOn) findHandler(key.toLowerCase())?.()
  },
  onScan: (text) => {
    if (!isDialogOpen()) for (const listener of scanListeners) listener(text)
  },
  // Looked up all the same: whole without its Enter it opens, cut off the server says so.
  onHalfScan: (text) => {
    if (!isDialogOpen()) for (const listener of scanListeners) listener(text)
  },
})

const strokeOf = (event: KeyboardEvent): string =>
  [event.ctrlKey || event.metaKey ? 'ctrl+' : '', event.shiftKey && event.key.length > 1 ? 'shift+' : '', event.key.toLowerCase()].join('')

function onKeyDown(event: KeyboardEvent): void {
  if (event.isComposing || event.altKey || event.defaultPrevented) return
  const isCommand = event.ctrlKey || event.metaKey || event.key === 'Escape'
  if (isCommand) {
    const handler = findHandler(strokeOf(event))
    if (handler !== undefined && !(isTextField(event.target) && event.key.toLowerCase() === 'z')) {
      event.preventDefault()
      handler()
    }
    return
  }
  if (isTextField(event.target)) return
  if (event.key === 'Enter' && reader.enter()) event.preventDefault()
  if (event.key === ' ' && reader.space()) event.preventDefault()
  const character = characterOf(event)
  // A key held down is one command, and no scan.
  if (character === null || character === ' ' || event.repeat) return
  // Firefox opens its own search for "/".
  if (character === '/' && findHandler('/') !== undefined) event.preventDefault()
  reader.character(character)
}

/** Listens on the window; returns how to stop. */
export function watchKeyboard(): () => void {
  window.addEventListener('keydown', onKeyDown)
  return () => {
    window.removeEventListener('keydown', onKeyDown)
    reader.stop()
  }
}

/** Hears these keys while the component is shown; `modal` silences everything beneath. */
export function useKeys(keys: KeyMap, options: { readonly modal?: boolean; readonly off?: boolean } = {}): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  const modal = options.modal === true
  const off = options.off === true
  useEffect(() => {
    if (off) return undefined
    const layer: Layer = { keys: () => latest.current, modal }
    layers.push(layer)
    return () => void layers.splice(layers.indexOf(layer), 1)
  }, [modal, off])
}

/** Hears a scan made anywhere outside of a field. */
export function useScan(onScan: (text: string) => void): void {
  const latest = useRef(onScan)
  useEffect(() => {
    latest.current = onScan
  })
  useEffect(() => {
    const listener = (text: string): void => latest.current(text)
    scanListeners.add(listener)
    return () => void scanListeners.delete(listener)
  }, [])
}
