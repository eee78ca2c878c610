import { sorted } from '../values/index.ts'
import { toIndexWords, writeOut } from './lookup-words.ts'
import type { LookupAreas, LookupPlace } from './lookup-place.ts'

/** Which words a place carries, and how much each says about it: its own name most, the ward and province around it least. */
const WEIGHT = { name: 1, alias: 0.95, code: 1, address: 0.5, area: 0.7 } as const

type Posting = { readonly places: number[]; readonly weights: number[] }
export type IndexedPlace<Place> = {
  readonly place: Place
  /** The name in full words, folded. */
  readonly written: string
  /** Numbers of the words of the name, each once. */
  readonly nameWords: readonly number[]
}
export type LookupIndex<Place extends LookupPlace> = {
  readonly places: readonly IndexedPlace<Place>[]
  readonly words: readonly string[]
  /** How much a word tells: seldom words much, "trạm" and "y tế" little. */
  readonly rarity: readonly number[]
  readonly numberOf: ReadonlyMap<string, number>
  /** Numbers of the words in the order of the alphabet, for beginnings. */
  readonly alphabetical: readonly number[]
  /** Numbers of the words by their length, for slips. */
  readonly byLength: ReadonlyMap<number, readonly number[]>
  readonly postings: readonly Posting[]
  /** Places in the order of their names, for a list of which nothing was asked yet. */
  readonly byName: readonly number[]
}

/** An index that grows place by place, so that a server can pause between two of them. */
export type LookupIndexDraft<Place extends LookupPlace> = {
  readonly add: (place: Place) => void
  readonly finish: () => LookupIndex<Place>
}

type Weighed = readonly (readonly [word: string, weight: number])[]

const weigh = (text: string, weight: number): Weighed => toIndexWords(writeOut(text)).map((word) => [word, weight])

/** The words of an area are the same for all places in it: made once each. */
const rememberAreas = (areas: LookupAreas): ((code: string) => Weighed) => {
  const known = new Map<string, Weighed>()
  return (code) => {
    const before = known.get(code)
    if (before !== undefined) return before
    const area = areas.get(code)
    const names = area === undefined ? [] : [area.name, ...area.otherNames]
    const made = names.flatMap((name) => weigh(name, WEIGHT.area))
    known.set(code, made)
    return made
  }
}

const wordsOf = (place: LookupPlace, wordsAround: (code: string) => Weighed): Weighed[] => [
  weigh(place.name, WEIGHT.name),
  ...place.aliases.map((alias) => weigh(alias, WEIGHT.alias)),
  weigh(place.id, WEIGHT.code),
  weigh(place.address ?? '', WEIGHT.address),
  ...[place.wardCode ?? '', place.provinceCode ?? '', ...place.around].map(wordsAround),
]

const HAS_DIGIT = /\d/u

/** Numbers and codes are right or wrong: no slip is looked for in them. */
const groupByLength = (words: readonly string[]): Map<number, number[]> => {
  const groups = new Map<number, number[]>()
  for (const [number, word] of words.entries()) {
    if (HAS_DIGIT.test(word)) continue
    const group = groups.get(word.length)
    if (group === undefined) groups.set(word.length, [number])
    else group.push(number)
  }
  return groups
}

/** By name, then by id: the same order every time. */
export const compareNames = (first: LookupPlace | undefined, second: LookupPlace | undefined): number => {
  const [one, other] = [first?.name ?? '', second?.name ?? '']
  if (one !== other) return one < other ? -1 : 1
  return (first?.id ?? '') < (second?.id ?? '') ? -1 : 1
}

/** Begins an empty index. `areas` gives each place the names of its ward and province. */
export const draftLookupIndex = <Place extends LookupPlace>(areas: LookupAreas): LookupIndexDraft<Place> => {
  const places: IndexedPlace<Place>[] = []
  const words: string[] = []
  const numberOf = new Map<string, number>()
  const postings: Posting[] = []
  const wordsAround = rememberAreas(areas)
  const numberFor = (word: string): number => {
    const known = numberOf.get(word)
    if (known !== undefined) return known
    numberOf.set(word, words.length)
    postings.push({ places: [], weights: [] })
    return words.push(word) - 1
  }
  const add = (place: Place): void => {
    const weights = new Map<number, number>()
    for (const [word, weight] of wordsOf(place, wordsAround).flat()) {
      const number = numberFor(word)
      if ((weights.get(number) ?? 0) < weight) weights.set(number, weight)
    }
    const written = writeOut(place.name)
    const at = places.push({ place, written, nameWords: [...new Set(written.split(' ').map(numberFor))] }) - 1
    for (const [number, weight] of weights) {
      postings[number]?.places.push(at)
      postings[number]?.weights.push(weight)
    }
  }
  const finish = (): LookupIndex<Place> => ({
    places,
    words,
    rarity: postings.map(({ places: held }) => Math.log(1 + places.length / (1 + held.length)) + 0.1),
    numberOf,
    alphabetical: sorted(Array.from(words.keys()), (first, second) => ((words[first] ?? '') < (words[second] ?? '') ? -1 : 1)),
    byLength: groupByLength(words),
    postings,
    byName: sorted(Array.from(places.keys()), (first, second) => compareNames(places[first]?.place, places[second]?.place)),
  })
  return { add, finish }
}

/** The whole index at once: for a phone's one province. */
export const makeLookupIndex = <Place extends LookupPlace>(places: readonly Place[], areas: LookupAreas): LookupIndex<Place> => {
  const draft = draftLookupIndex<Place>(areas)
  for (const place of places) draft.add(place)
  return draft.finish()
}
