import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { EventFollower } from './follow-events.ts'

/** Where the world begins: what the browser gives for a line to the server. */
class Line extends EventTarget {
  static readonly opened: Line[] = []
  readonly address: string
  closed = false
  constructor(address: string) {
    super()
    this.address = address
    Line.opened.push(this)
  }
  close(): void {
    this.closed = true
  }
  hear(event: string, data: unknown = null): void {
    this.dispatchEvent(new MessageEvent(event, { data: JSON.stringify(data) }))
  }
}

const newest = (): Line => {
  const line = Line.opened.at(-1)
  if (line === undefined) throw new Error('no line was opened')
  return line
}
const heard: unknown[] = []
const lines: string[] = []
let after = 0
const follower = new EventFollower({
  address: () => `/events?after=${after}`,
  events: ['message'],
  onEvent: (event, data) => heard.push([event, data]),
  onLine: (line, failures) => lines.push(`${line} ${failures}`),
})

beforeEach(() => {
  for (const list of [Line.opened, heard, lines]) list.length = 0
  after = 0
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', Line)
  follower.start()
})
afterEach(() => {
  follower.stop()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('a line that breaks is made anew, later each time, from where it stood', () => {
  newest().dispatchEvent(new Event('open'))
  newest().hear('message', { no: 1 })
  after = 1
  newest().dispatchEvent(new Event('error'))
  expect(newest().closed).toBe(true)
  vi.advanceTimersByTime(500)
  expect(newest().address).toBe('/events?after=1')
  for (let again = 0; again < 4; again += 1) {
    newest().dispatchEvent(new Event('error'))
    vi.advanceTimersByTime(15_000)
  }
  expect(lines).toEqual(['connecting 0', 'open 0', 'lost 1', 'lost 2', 'lost 3', 'lost 4', 'lost 5'])
  expect(heard).toEqual([['message', { no: 1 }]])
})

test('a line without a sound for half a minute is dead, with a ping it lives', () => {
  for (let ping = 0; ping < 5; ping += 1) {
    vi.advanceTimersByTime(20_000)
    newest().hear('ping')
  }
  expect(Line.opened).toHaveLength(1)
  vi.advanceTimersByTime(30_000)
  expect(newest().closed).toBe(true)
})

test('asked to come again it comes when it was told to', () => {
  newest().hear('reconnect', { afterMs: 4000 })
  vi.advanceTimersByTime(3999)
  expect(Line.opened).toHaveLength(1)
  vi.advanceTimersByTime(1)
  expect(Line.opened).toHaveLength(2)
})

test('back in the network it does not wait, and with the end or a stop it stays away', () => {
  newest().dispatchEvent(new Event('error'))
  window.dispatchEvent(new Event('online'))
  expect(Line.opened).toHaveLength(2)
  newest().hear('over', { why: 'ended' })
  expect(heard).toEqual([['over', { why: 'ended' }]])
  window.dispatchEvent(new Event('online'))
  vi.advanceTimersByTime(60_000)
  expect(Line.opened).toHaveLength(2)
})
