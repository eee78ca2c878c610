import { toneKey } from '../text/index.ts'
import { sorted } from '../values/index.ts'
import type { LookupPlace } from './lookup-place.ts'
import { toQueryWords, writeOut } from './lookup-words.ts'
import { compareNames, type IndexedPlace, type LookupIndex } from './make-lookup-index.ts'
import { matchWord, splitGlued } from './match-word.ts'

export type LookupHit<Place> = { readonly place: Place; readonly score: number }
export type LookupQuestion<Place> = {
  readonly typed: string
  readonly accepts: (place: Place) => boolean
  readonly most: number
}

/** What is less than this share as good as the best only makes the list long. */
const WORTH_SHOWING = 0.5
/** So many of the roughly best are looked at closely. */
const LOOKED_AT = 120
/** What the close look adds: how much of the name was typed, whether in one piece, and with its accents. */
const CLOSE = { coverage: 0.35, contains: 0.15, begins: 0.1, equal: 0.2, toned: 0.12 } as const

type Rough = { readonly scores: Float32Array; readonly touched: number[]; readonly meant: ReadonlyMap<number, number> }

type Tally = {
  readonly scores: Float32Array
  readonly best: Float32Array
  readonly touched: number[]
  readonly meant: Map<number, number>
}

/** The surest match of one typed word for each place that has any; answers which places were reached. */
const findBest = <Place extends LookupPlace>(index: LookupIndex<Place>, best: Float32Array, number: number, value: number): number[] => {
  const reached: number[] = []
  const { places = [], weights = [] } = index.postings[number] ?? {}
  for (let held = 0; held < places.length; held += 1) {
    const place = places[held] ?? 0
    const before = best[place] ?? 0
    const now = value * (weights[held] ?? 0)
    if (before === 0) reached.push(place)
    if (now > before) best[place] = now
  }
  return reached
}

/** Adds one typed word to the tally; answers how much it would have counted at most. */
const tallyWord = <Place extends LookupPlace>(index: LookupIndex<Place>, tally: Tally, word: string, isLast: boolean): number => {
  const { scores, best, touched, meant } = tally
  const own = index.rarity[index.numberOf.get(word) ?? -1] ?? null
  const reached: number[][] = []
  let heaviest = 0
  for (const [number, sure] of matchWord(index, word, isLast)) {
    if (sure > (meant.get(number) ?? 0)) meant.set(number, sure)
    const rarity = Math.min(index.rarity[number] ?? 0, own ?? Infinity)
    if (rarity > heaviest) heaviest = rarity
    reached.push(findBest(index, best, number, sure * rarity))
  }
  for (const places of reached)
    for (const place of places) {
      if (scores[place] === 0) touched.push(place)
      scores[place] = (scores[place] ?? 0) + (best[place] ?? 0)
      best[place] = 0
    }
  return own ?? heaviest
}

/** Sums, over the typed words, the surest match each place has for it; rare words count more. */
const scoreRoughly = <Place extends LookupPlace>(index: LookupIndex<Place>, words: readonly string[]): Rough => {
  const count = index.places.length
  const tally: Tally = { scores: new Float32Array(count), best: new Float32Array(count), touched: [], meant: new Map() }
  let total = 0
  for (const [at, word] of words.entries()) total += tallyWord(index, tally, word, at === words.length - 1)
  const { scores, touched, meant } = tally
  if (total > 0) for (const place of touched) scores[place] = (scores[place] ?? 0) / total
  return { scores, touched, meant }
}

type Spoken = { readonly written: string; readonly toned: string | null; readonly meant: ReadonlyMap<number, number> }

const scoreClosely = <Place extends LookupPlace>(
  index: LookupIndex<Place>,
  { place, written, nameWords }: IndexedPlace<Place>,
  spoken: Spoken,
): number => {
  let [said, whole] = [0, 0]
  for (const number of nameWords) {
    const rarity = index.rarity[number] ?? 0
    whole += rarity
    said += rarity * (spoken.meant.get(number) ?? 0)
  }
  const coverage = whole === 0 ? 0 : (CLOSE.coverage * said) / whole
  const contains = written.includes(spoken.written) ? CLOSE.contains : 0
  const begins = contains > 0 && written.startsWith(spoken.written) ? CLOSE.begins : 0
  const equal = written === spoken.written ? CLOSE.equal : 0
  return coverage + contains + begins + equal + (spoken.toned !== null && toneKey(place.name).includes(spoken.toned) ? CLOSE.toned : 0)
}

const STEPS = 512

/** The most-scored places, without sorting them all: those above the step where enough of them have been counted. */
const takeBest = ({ scores, touched }: Rough, accepts: (at: number) => boolean): number[] => {
  const accepted = touched.filter(accepts)
  if (accepted.length <= LOOKED_AT) return accepted
  const stepOf = (at: number): number => Math.min(STEPS - 1, Math.floor((scores[at] ?? 0) * (STEPS - 1)))
  const counts = new Uint32Array(STEPS)
  for (const at of accepted) counts[stepOf(at)] = (counts[stepOf(at)] ?? 0) + 1
  let [floor, counted] = [STEPS - 1, counts[STEPS - 1] ?? 0]
  while (floor > 0 && counted < LOOKED_AT) counted += counts[(floor -= 1)] ?? 0
  const best = accepted.filter((at) => stepOf(at) >= floor)
  return best.length <= LOOKED_AT * 2
    ? best
    : sorted(best, (first, second) => (scores[second] ?? 0) - (scores[first] ?? 0)).slice(0, LOOKED_AT * 2)
}

/** The best answers to what was typed, best first. Nothing typed: everything accepted, by name. One pass over short lists: no input makes it slow. */
export const searchLookup = <Place extends LookupPlace>(
  index: LookupIndex<Place>,
  { typed, accepts, most }: LookupQuestion<Place>,
): LookupHit<Place>[] => {
  const words = toQueryWords(typed).flatMap((word) => splitGlued(index, word) ?? [word])
  if (words.length === 0) {
    const all = index.byName.flatMap((at) => index.places[at]?.place ?? [])
    return all
      .filter((place) => accepts(place))
      .slice(0, most)
      .map((place) => ({ place, score: 0 }))
  }
  const rough = scoreRoughly(index, words)
  const spoken: Spoken = {
    written: writeOut(words.join(' ')),
    toned: typed === typed.normalize('NFD') ? null : toneKey(typed),
    meant: rough.meant,
  }
  const placeAt = (at: number): Place | undefined => index.places[at]?.place
  const hits = takeBest(rough, (at) => {
    const place = placeAt(at)
    return place !== undefined && accepts(place)
  }).flatMap((at): LookupHit<Place>[] => {
    const indexed = index.places[at]
    return indexed === undefined ? [] : [{ place: indexed.place, score: (rough.scores[at] ?? 0) + scoreClosely(index, indexed, spoken) }]
  })
  const best = Math.max(0, ...hits.map(({ score }) => score))
  return sorted(
    hits.filter(({ score }) => score >= best * WORTH_SHOWING),
    (first, second) => second.score - first.score || compareNames(first.place, second.place),
  ).slice(0, most)
}
