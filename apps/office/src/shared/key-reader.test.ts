import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeKeyReader, SCAN_PAUSE_MS } from './key-reader.ts'

describe('keys outside of a field', () => {
  const keys: string[] = []
  const scans: string[] = []
  const halves: string[] = []
  const reader = makeKeyReader({
    onKey: (key) => keys.push(key),
    onScan: (text) => scans.push(text),
    onHalfScan: (text) => halves.push(text),
  })
  const type = (text: string, pauseMs: number): void => {
    for (const character of text) {
      reader.character(character)
      vi.advanceTimersByTime(pauseMs)
    }
  }

  beforeEach(() => {
    vi.useFakeTimers()
    keys.length = 0
    scans.length = 0
    halves.length = 0
  })
  afterEach(() => vi.useRealTimers())

  it('takes single keys typed by a person as commands, in order', () => {
    type('23', 200)
    expect(keys).toEqual(['2', '3'])
    expect(scans).toEqual([])
  })

  it('takes a fast burst ended by Enter as one scan and runs no command', () => {
    type('https://an-sinh.invalid/t#1A2B3C4D5E', 5)
    expect(reader.enter()).toBe(true)
    vi.advanceTimersByTime(1000)
    expect(scans).toEqual(['https://an-sinh.invalid/t#1A2B3C4D5E'])
    expect(keys).toEqual([])
  })

  it('tells half a scan: a burst without Enter never becomes commands', () => {
    type('1A2B3C4D', 5)
    vi.advanceTimersByTime(SCAN_PAUSE_MS * 3)
    expect(keys).toEqual([])
    expect(scans).toEqual([])
    expect(halves).toEqual(['1A2B3C4D'])
  })

  it('keeps the spaces of a name within a scan and leaves a lone one to the page', () => {
    expect(reader.space()).toBe(false)
    type('0991|An', 5)
    expect(reader.space()).toBe(true)
    type('Bình', 5)
    expect(reader.enter()).toBe(true)
    expect(scans).toEqual(['0991|An Bình'])
  })

  it('hands a short burst over as commands and leaves Enter to the focused button', () => {
    type('2', 5)
    expect(reader.enter()).toBe(false)
    expect(keys).toEqual(['2'])
  })
})
