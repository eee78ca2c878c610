import { setTimeout as pause } from 'node:timers/promises'

import type { Locator, Page } from '@playwright/test'

/** Operators of the keystroke-level model in seconds, as the bar fixes them; `hands`: paper, card and face of one form. */
export const OPERATORS = { key: 0.28, point: 1.1, home: 0.4, mental: 1.35, hands: 12 } as const

/** What one form cost: keys, looks and pointer by count, the system's part by the clock. */
export type Cost = { keys: number; mentals: number; points: number; homes: number; waitedMs: number }

const NOTHING: Cost = { keys: 0, mentals: 0, points: 0, homes: 0, waitedMs: 0 }

export const secondsOf = (cost: Cost): number =>
  OPERATORS.hands +
  cost.keys * OPERATORS.key +
  cost.mentals * OPERATORS.mental +
  cost.points * OPERATORS.point +
  cost.homes * OPERATORS.home +
  cost.waitedMs / 1000

/** Longest pause of the app's key reader between two signs of one scan; a person's keys lie further apart. */
const BETWEEN_KEYS_MS = 70

/** A clerk made of operators before the real office app. Types as a person does, except that nobody waits for the fingers. */
export class ScriptedClerk {
  readonly page: Page
  #cost: Cost = NOTHING
  constructor(page: Page) {
    this.page = page
  }

  #add(part: Partial<Cost>): void {
    for (const [name, value] of Object.entries(part) as [keyof Cost, number][])
      this.#cost = { ...this.#cost, [name]: this.#cost[name] + value }
  }

  /** Cost since the last call. */
  takeCost(): Cost {
    const taken = this.#cost
    this.#cost = NOTHING
    return taken
  }

  /** A stroke; with Ctrl held it is two keys. */
  async press(stroke: string): Promise<void> {
    this.#add({ keys: stroke.split('+').length })
    await this.page.keyboard.press(stroke)
    await pause(BETWEEN_KEYS_MS)
  }

  async type(text: string): Promise<void> {
    this.#add({ keys: Array.from(text).length })
    await this.page.keyboard.type(text)
  }

  think(times = 1): void {
    this.#add({ mentals: times })
  }

  /** The hand goes to the mouse, points, presses and comes back. */
  async point(name: string | RegExp): Promise<void> {
    await this.pointAt(this.page.getByRole('button', { name }).first())
  }

  async pointAt(target: Locator): Promise<void> {
    this.#add({ homes: 2, points: 1, keys: 1 })
    await target.click()
  }

  /** What the system needs until the screen shows what the clerk goes on with. */
  async waitFor(shown: () => Promise<unknown>): Promise<number> {
    const begun = performance.now()
    await shown()
    const waitedMs = performance.now() - begun
    this.#add({ waitedMs })
    return waitedMs
  }

  /** The scanner types and ends with Enter; its keys are nobody's fingers. */
  async scan(text: string): Promise<void> {
    await this.page.keyboard.type(text)
    await this.page.keyboard.press('Enter')
  }
}
