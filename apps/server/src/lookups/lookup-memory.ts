import type { LookupAnswer, LookupAreaAnswer } from '@an-sinh/contract'
import {
  draftLookupIndex,
  fillPlace,
  indexAreas,
  LOOKUP_KINDS,
  type LookupAreas,
  type LookupIndex,
  type LookupKind,
  type LookupPlace,
} from '@an-sinh/domain'
import { setImmediate as pause } from 'node:timers/promises'
import type { Platform } from '../platform/platform.ts'
import { LIST_PLACES, listAreas, readListStamp } from './place-queries.ts'

export type RememberedPlace = LookupPlace & { readonly answer: LookupAnswer }
export type Remembered = {
  readonly stamp: string
  readonly areaAnswers: ReadonlyMap<string, LookupAreaAnswer>
  readonly areas: LookupAreas
  readonly indexes: ReadonlyMap<LookupKind, LookupIndex<RememberedPlace>>
}

/** How long an answer may be behind a change of the lists. */
const LOOK_AGAIN_MS = 15_000
/** So many places are indexed before the others who ask get their turn. */
const AT_ONCE = 150

export const toArea = ({ code, name, otherNames = [], point }: LookupAreaAnswer) => ({
  code,
  name,
  otherNames,
  point: point === undefined ? null : { longitude: point[0] ?? 0, latitude: point[1] ?? 0 },
})

async function remember(platform: Platform, stamp: string): Promise<Remembered> {
  const areaAnswers = await listAreas(platform.sql)
  const areas = indexAreas(areaAnswers.map(toArea))
  const indexes = new Map<LookupKind, LookupIndex<RememberedPlace>>()
  for (const kind of LOOKUP_KINDS) {
    const draft = draftLookupIndex<RememberedPlace>(areas)
    for (const [at, place] of (await LIST_PLACES[kind](platform.sql, null)).entries()) {
      draft.add(fillPlace(place))
      if (at % AT_ONCE === AT_ONCE - 1) await pause()
    }
    indexes.set(kind, draft.finish())
  }
  return { stamp, areaAnswers: new Map(areaAnswers.map((area) => [area.code, area])), areas, indexes }
}

/** The lists as they lie in this process's memory. Made at the first question; made anew, beside those who ask, when a list has changed. */
export class LookupMemory {
  readonly #platform: Platform
  #held: Promise<Remembered> | null = null
  #lookedAt = 0
  #refreshing = false

  constructor(platform: Platform) {
    this.#platform = platform
  }

  async read(): Promise<Remembered> {
    this.#held ??= this.#make()
    const held = await this.#held
    if (performance.now() - this.#lookedAt > LOOK_AGAIN_MS && !this.#refreshing) void this.#refresh(held.stamp)
    return held
  }

  async #make(): Promise<Remembered> {
    this.#lookedAt = performance.now()
    try {
      return await remember(this.#platform, await readListStamp(this.#platform.sql))
    } catch (error) {
      this.#held = null
      throw error
    }
  }

  async #refresh(known: string): Promise<void> {
    this.#refreshing = true
    this.#lookedAt = performance.now()
    try {
      const stamp = await readListStamp(this.#platform.sql)
      if (stamp !== known) this.#held = Promise.resolve(await remember(this.#platform, stamp))
    } catch (error) {
      this.#platform.log.warn({ err: error }, 'lookups stay as they were')
    } finally {
      this.#refreshing = false
    }
  }
}
