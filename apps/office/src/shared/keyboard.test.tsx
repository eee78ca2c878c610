import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SCAN_PAUSE_MS } from './key-reader.ts'
import { switchSingleKeys, useKeys, useScan, watchKeyboard } from './keyboard.ts'

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true)

const heard: string[] = []
const Screen = ({ dialog }: { readonly dialog: boolean }) => {
  useKeys({ a: () => heard.push('screen a'), 'ctrl+enter': () => heard.push('screen ctrl+enter') })
  useScan((text) => heard.push(`scan ${text}`))
  return (
    <>
      <input type="text" aria-label="text" />
      <select aria-label="kind" />
      {dialog ? <Modal /> : null}
    </>
  )
}
const Modal = () => {
  useKeys({ escape: () => heard.push('dialog escape') }, { modal: true })
  return null
}

describe('keys of a screen', () => {
  let root: Root
  let box: HTMLElement
  let stop: () => void
  const show = (dialog: boolean): void => act(() => root.render(<Screen dialog={dialog} />))
  const press = (key: string, more: KeyboardEventInit = {}, target: EventTarget = document.body): boolean => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
    target.dispatchEvent(event)
    vi.advanceTimersByTime(SCAN_PAUSE_MS + 1)
    return event.defaultPrevented
  }

  beforeEach(() => {
    vi.useFakeTimers()
    heard.length = 0
    box = document.createElement('div')
    document.body.append(box)
    root = createRoot(box)
    stop = watchKeyboard()
  })
  afterEach(() => {
    act(() => root.unmount())
    box.remove()
    stop()
    switchSingleKeys(true)
    vi.useRealTimers()
  })

  it('are heard outside of fields, in either case, and where a typing method hides the letter', () => {
    show(false)
    press('a')
    press('A')
    press('Process', { code: 'KeyA' })
    expect(heard).toEqual(['screen a', 'screen a', 'screen a'])
  })

  it('leave text fields alone, but a list of choices may be left by a command', () => {
    show(false)
    const [field, choices] = [box.querySelector('input'), box.querySelector('select')]
    press('a', {}, field ?? document.body)
    expect(heard).toEqual([])
    press('a', {}, choices ?? document.body)
    press('Enter', { ctrlKey: true }, field ?? document.body)
    expect(heard).toEqual(['screen a', 'screen ctrl+enter'])
  })

  it('are silent while a typing method composes a letter', () => {
    show(false)
    press('a', { isComposing: true })
    expect(heard).toEqual([])
  })

  it('are silent below an open dialog, whose own keys are heard', () => {
    show(true)
    press('a')
    press('Enter', { ctrlKey: true })
    press('Escape')
    expect(heard).toEqual(['dialog escape'])
  })

  it('can be switched off, which leaves whole strokes working', () => {
    show(false)
    switchSingleKeys(false)
    press('a')
    press('Enter', { ctrlKey: true })
    expect(heard).toEqual(['screen ctrl+enter'])
  })

  it('take a scan made anywhere as one text, and nothing while a dialog is open', () => {
    show(false)
    const TEXT = 'https://an-sinh.invalid/to-khai#1A2B3C4D5E'
    const scan = (): void => {
      for (const character of TEXT)
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: character, code: 'Digit3', bubbles: true }))
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
      vi.advanceTimersByTime(SCAN_PAUSE_MS * 2)
    }
    scan()
    show(true)
    scan()
    expect(heard).toEqual([`scan ${TEXT}`])
  })
})
