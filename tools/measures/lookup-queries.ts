import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { foldText } from '@an-sinh/domain'

/** What somebody types, and every answer that would be the right one. `way`: how it differs from what the list says. */
export type LabelledQuery = { kind: 'facilities' | 'units'; typed: string; right: ReadonlySet<string>; way: string }

type Csv = Readonly<Record<string, string>>

/** Cells of one line; a cell in quotes may hold commas and doubled quotes. No cell of these files holds a line break. */
const splitLine = (line: string): string[] =>
  Array.from(line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu), ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '')

/** Rows of a file of the outside reference data. */
export function readRows(directory: string, name: string): Csv[] {
  const [head = '', ...lines] = readFileSync(join(directory, 'data', name), 'utf8')
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
  const columns = splitLine(head)
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const cells = splitLine(line)
      return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']))
    })
}

type Random = { next: () => number; pick: <T>(items: readonly T[]) => T }

/** Mulberry32: the same queries from the same seed. */
export function makeRandom(seed: number): Random {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    pick: (items) => {
      const item = items[Math.floor(next() * items.length)]
      if (item === undefined) throw new Error('nothing to pick from')
      return item
    },
  }
}

const LETTERS = 'abcdeghiklmnopqrstuvxy'

/** One letter wrong, missing, doubled by another, or changed with its neighbour, in one of the longer words. */
const slip = ({ next, pick }: Random, text: string): string => {
  const words = text.split(' ')
  const long = [...words.keys()].filter((at) => /^[a-z]{4,}$/u.test(words[at] ?? ''))
  if (long.length === 0) return text
  const at = pick(long)
  const word = words[at] ?? ''
  const place = Math.floor(next() * (word.length - 1))
  words[at] = pick([
    () => word.slice(0, place) + pick([...LETTERS]) + word.slice(place + 1),
    () => word.slice(0, place) + word.slice(place + 1),
    () => word.slice(0, place) + pick([...LETTERS]) + word.slice(place),
    () => word.slice(0, place) + (word[place + 1] ?? '') + (word[place] ?? '') + word.slice(place + 2),
  ])()
  return words.join(' ')
}

const SHORTS: readonly (readonly [string, string])[] = [
  ['benh vien da khoa', 'bvdk'],
  ['benh vien', 'bv'],
  ['trung tam y te', 'ttyt'],
  ['phong kham da khoa', 'pkdk'],
  ['phong kham', 'pk'],
  ['tram y te', 'tyt'],
  ['thanh pho', 'tp'],
  ['thi tran', 'tt'],
  ['thi xa', 'tx'],
  ['quan', 'q.'],
  ['phuong', 'p.'],
]
const shorten = (folded: string): string =>
  SHORTS.reduce((text, [phrase, short]) => text.replaceAll(new RegExp(String.raw`\b${phrase}\b`, 'gu'), short), folded)

/** Hoà ↔ Hòa, Thuý ↔ Thúy: the tone on the other vowel. */
const TONES: readonly (readonly [string, string])[] = [
  'oà òa',
  'oá óa',
  'oả ỏa',
  'oã õa',
  'oạ ọa',
  'uý úy',
  'uỳ ùy',
  'uỷ ủy',
  'uỵ ụy',
  'oè òe',
  'oẻ ỏe',
].map((pair) => pair.split(' ') as [string, string])
const moveTone = (text: string): string | null => {
  const lower = text.toLowerCase()
  for (const [one, other] of TONES) {
    if (lower.includes(one)) return lower.replaceAll(one, other)
    if (lower.includes(other)) return lower.replaceAll(other, one)
  }
  return null
}

const bare = (name: string): string => name.replace(/^(?:Thành phố|Tỉnh|Quận|Huyện|Thị xã|Thị trấn|Phường|Xã|Đặc khu) /u, '')

type Lists = { facilities: Csv[]; wards: Csv[]; mapping: Csv[]; provinces: Map<string, string>; oldProvinces: Map<string, string> }

export const readLists = (directory: string): Lists => ({
  facilities: readRows(directory, 'health_facilities_bhyt_2026.csv'),
  wards: readRows(directory, 'wards_3321.csv'),
  mapping: readRows(directory, 'ward_mapping_2025.csv'),
  provinces: new Map(readRows(directory, 'provinces_34.csv').map((row) => [row['code'] ?? '', row['name'] ?? ''])),
  oldProvinces: new Map(readRows(directory, 'provinces_63_old.csv').map((row) => [row['code'] ?? '', bare(row['full_name'] ?? '')])),
})

const group = (rows: readonly Csv[], keyOf: (row: Csv) => string): Map<string, Csv[]> => {
  const groups = new Map<string, Csv[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return groups
}
const idsOf = (rows: readonly Csv[], column = 'code'): Set<string> => new Set(rows.map((row) => row[column] ?? ''))

/** A facility by its name, worn as people wear it; one of several of the same name together with its province, of today or of before. */
function makeFacilityQuery(random: Random, lists: Lists, byName: Map<string, Csv[]>): LabelledQuery {
  const facility = random.pick(lists.facilities)
  const name = facility['name'] ?? ''
  const same = byName.get(foldText(name)) ?? []
  const isOld = random.next() < 0.5
  const column = isOld ? 'old_province_code' : 'new_province_code'
  const province = (isOld ? lists.oldProvinces : lists.provinces).get(facility[column] ?? '') ?? ''
  const right = same.length > 1 ? same.filter((row) => row[column] === facility[column]) : same
  const full = same.length > 1 ? `${name} ${province}` : name
  const way = random.pick(['accents-off', 'slip', 'abbreviation', 'abbreviation-slip', 'tone'] as const)
  const typed = {
    'accents-off': () => foldText(full),
    slip: () => slip(random, foldText(full)),
    abbreviation: () => shorten(foldText(full)),
    'abbreviation-slip': () => slip(random, shorten(foldText(full))),
    tone: () => moveTone(full) ?? full.toLowerCase(),
  }[way]()
  return { kind: 'facilities', typed, right: idsOf(right), way: same.length > 1 && isOld ? `${way}, old province` : way }
}

function makeWardQuery(random: Random, lists: Lists): LabelledQuery {
  const ward = random.pick(lists.wards)
  const province = lists.provinces.get(ward['province_code'] ?? '') ?? ''
  const full = `${ward['full_name'] ?? ''} ${province}`
  const alike = lists.wards.filter(
    (row) => foldText(row['full_name'] ?? '') === foldText(ward['full_name'] ?? '') && row['province_code'] === ward['province_code'],
  )
  const way = random.pick(['ward', 'ward-slip'] as const)
  const typed = way === 'ward' ? foldText(full) : slip(random, foldText(full))
  return { kind: 'units', typed, right: new Set(alike.map((row) => `ward-${row['code'] ?? ''}`)), way }
}

/** A ward of before, as its people still call it; it is found by itself or by what it became. */
function makeOldWardQuery(random: Random, lists: Lists): LabelledQuery {
  const old = random.pick(lists.mapping.filter((row) => row['old_ward_code'] !== ''))
  const named = `${old['old_ward_name'] ?? ''} ${bare(old['old_district_name'] ?? '')} ${bare(old['old_province_name'] ?? '')}`
  const rows = lists.mapping.filter((row) => row['old_ward_code'] === old['old_ward_code'])
  const right = new Set(rows.flatMap((row) => [`old-ward-${row['old_ward_code'] ?? ''}`, `ward-${row['new_ward_code'] ?? ''}`]))
  const way = random.pick(['old-ward', 'old-ward-slip', 'old-ward-short'] as const)
  const folded = foldText(named)
  return {
    kind: 'units',
    typed: way === 'old-ward' ? folded : way === 'old-ward-slip' ? slip(random, folded) : shorten(folded),
    right,
    way,
  }
}

/** `count` queries of one seed: two thirds facilities, the rest wards of today and of before. */
export function makeLookupQueries(lists: Lists, seed: number, count: number): LabelledQuery[] {
  const random = makeRandom(seed)
  const byName = group(lists.facilities, (row) => foldText(row['name'] ?? ''))
  return Array.from({ length: count }, () => {
    const share = random.next()
    if (share < 0.66) return makeFacilityQuery(random, lists, byName)
    return share < 0.78 ? makeWardQuery(random, lists) : makeOldWardQuery(random, lists)
  })
}
