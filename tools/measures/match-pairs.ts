/*
 * Labelled pairs for the bar `match`: what people and typists do to a name, a date and a number, written down here a second time and by
 * hand. Nothing of the product is used: who makes the differences must not share a thought with who finds them.
 */

import { bare, type Draw, drawing, moveTone, spoilAccents, spoilDate, spoilLetter, spoilNumber, spoilOrder } from './spoil-facts.ts'

export type Facts = { fullName: string; bornOn: string; sex: 'male' | 'female'; insuranceNumber: string; nationalId: string; phone: string }
export type PairKind =
  | 'clean'
  | 'accents'
  | 'tone-position'
  | 'order'
  | 'letter-slip'
  | 'number-slip'
  | 'day-month'
  | 'date-slip'
  | 'twins'
  | 'same-name-and-birthday'
export type Pair = {
  kind: PairKind
  declared: Facts
  /** People of the register; the declaration means the first. */
  registered: Facts[]
  /** The field that was spoilt; null: none, or a question of who it is. */
  spoilt: 'fullName' | 'bornOn' | 'insuranceNumber' | 'nationalId' | null
}

const SHARES: readonly (readonly [PairKind, number])[] = [
  ['clean', 30],
  ['accents', 10],
  ['tone-position', 8],
  ['order', 8],
  ['letter-slip', 12],
  ['number-slip', 8],
  ['day-month', 8],
  ['date-slip', 4],
  ['twins', 6],
  ['same-name-and-birthday', 6],
]

const FAMILIES = 'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Trịnh Mai Tô Tạ Quách Thạch Kiều'.split(
  ' ',
)
const MIDDLES = 'Văn Thị Hữu Đức Minh Ngọc Thu Quốc Gia Bảo Thanh Kim Xuân Hoài Đình Tuyết Mạnh Công Phương Diệu'.split(' ')
const GIVEN =
  'Hoà Thuý Khoẻ Hùng Hưng Lan Ánh Đạt Dũng Huệ Hằng Quân Tuấn Trang Ngân Yến Mỹ Kỳ Sơn Thủy Hoài Loan Hoa Đào Bích Nhung Cường Vương Thảo Tú Tư Uyên Oanh Toàn Thoả Xoè Thuỷ Loả Quý Nghĩa Khuê Hiếu Trường Phước Thịnh'.split(
    ' ',
  )

const two = (value: number): string => String(value).padStart(2, '0')
const dateOf = (draw: Draw): string => `${1950 + draw.below(57)}-${two(1 + draw.below(12))}-${two(1 + draw.below(28))}`

const personOf = (draw: Draw, serial: number): Facts => {
  const sex = draw.below(2) === 0 ? 'male' : 'female'
  const bornOn = dateOf(draw)
  const middles = draw.below(5) === 0 ? [draw.of(MIDDLES), draw.of(MIDDLES)] : [draw.of(MIDDLES)]
  const number = String(serial).padStart(6, '0')
  // Of a chip card: 099, a digit for century and sex, the year, six digits.
  const century = (bornOn < '2000' ? 0 : 2) + (sex === 'male' ? 0 : 1)
  return {
    fullName: [draw.of(FAMILIES), ...middles, draw.of(GIVEN)].join(' '),
    bornOn,
    sex,
    insuranceNumber: `99${String(30_000_000 + serial * 37).padStart(8, '0')}`,
    nationalId: `099${century}${bornOn.slice(2, 4)}${number}`,
    phone: `+84958${number}`,
  }
}

/** How an honest person writes: capitals, small letters, two spaces, a decomposed keyboard. None of it is a difference. */
const writeFreely = (name: string, draw: Draw): string => {
  const how = draw.below(5)
  if (how === 0) return name.toUpperCase()
  if (how === 1) return name.toLowerCase()
  if (how === 2) return name.replace(' ', '  ')
  return how === 3 ? name.normalize('NFD') : name
}

const SISTERS: Readonly<Record<string, string>> = { Hùng: 'Hưng', Tú: 'Tư', Hoa: 'Hoà', Lan: 'Loan', Thuý: 'Thuỷ', Hằng: 'Hạnh' }

type Maker = (draw: Draw, person: Facts, serial: number) => Pair | null

const one = (kind: PairKind, person: Facts, declared: Partial<Facts>, spoilt: Pair['spoilt']): Pair => ({
  kind,
  spoilt,
  registered: [person],
  declared: { ...person, ...declared },
})
const renamed = (kind: PairKind, person: Facts, fullName: string | null): Pair | null =>
  fullName === null || fullName.normalize('NFC') === person.fullName ? null : one(kind, person, { fullName }, 'fullName')

/** Two people of one birthday; the first registers with the second's insurance number, as it stands on the family's papers. */
const mixedUp = (kind: PairKind, draw: Draw, person: Facts, serial: number, fullName: string): Pair => {
  const other = { ...personOf(draw, serial + 500_000), bornOn: person.bornOn, sex: person.sex, fullName }
  return { kind, spoilt: null, registered: [person, other], declared: { ...person, insuranceNumber: other.insuranceNumber } }
}

/** null: nothing of this kind can be done to this person; another is drawn. */
const MAKERS: Readonly<Record<PairKind, Maker>> = {
  clean: (draw, person) => one('clean', person, { fullName: writeFreely(person.fullName, draw) }, null),
  accents: (draw, person) => renamed('accents', person, spoilAccents(person.fullName, draw)),
  'tone-position': (_draw, person) => renamed('tone-position', person, moveTone(person.fullName)),
  order: (draw, person) => renamed('order', person, spoilOrder(person.fullName, draw)),
  'letter-slip': (draw, person) => renamed('letter-slip', person, spoilLetter(person.fullName, draw)),
  'number-slip': (draw, person) =>
    draw.below(2) === 0
      ? one('number-slip', person, { insuranceNumber: spoilNumber(person.insuranceNumber, draw) }, 'insuranceNumber')
      : one('number-slip', person, { nationalId: spoilNumber(person.nationalId, draw) }, 'nationalId'),
  'day-month': (_draw, person) => {
    const [year = '', month = '', day = ''] = person.bornOn.split('-')
    return month === day || Number(day) > 12 ? null : one('day-month', person, { bornOn: `${year}-${day}-${month}` }, 'bornOn')
  },
  'date-slip': (draw, person) => one('date-slip', person, { bornOn: spoilDate(person.bornOn, draw) }, 'bornOn'),
  twins: (draw, person, serial) => {
    const words = person.fullName.split(' ')
    const given = words.at(-1) ?? ''
    const sister = SISTERS[given] ?? draw.of(GIVEN.filter((other) => bare(other) !== bare(given)))
    return mixedUp('twins', draw, person, serial, [...words.slice(0, -1), sister].join(' '))
  },
  'same-name-and-birthday': (draw, person, serial) => mixedUp('same-name-and-birthday', draw, person, serial, person.fullName),
}

const makePair = (kind: PairKind, draw: Draw, serial: number): Pair =>
  MAKERS[kind](draw, personOf(draw, serial), serial) ?? makePair(kind, draw, serial)

/** `count` pairs of a seed, mixed; `offset` keeps the numbers of two sets apart. */
export function makePairs(count: number, seed: number, offset: number): Pair[] {
  const draw = drawing(seed)
  const kinds = SHARES.flatMap(([kind, share]) => Array.from({ length: Math.round((share * count) / 100) }, () => kind))
  return kinds.map((kind, at) => makePair(kind, draw, offset + at))
}
