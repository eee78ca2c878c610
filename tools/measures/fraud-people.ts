import { type CardPrint, type Shot } from './fraud-pictures.ts'
import { type Draw, drawing } from './spoil-facts.ts'

/*
 * 5,000 registrations, 200 of them false in six ways, and among the honest the ones that look alike: made here by hand, with nothing of
 * the product's rules.
 */

export type FraudKind =
  | 'shared-portrait'
  | 'altered-card'
  | 'strangers-on-one-phone-or-device'
  | 'hasty-clerk'
  | 'no-such-address'
  | 'the-dead'
export type DecoyKind = 'family-of-five' | 'dormitory' | 'factory' | 'twins' | 'again' | 'plain'
export type Registrant = {
  label: FraudKind | DecoyKind
  false: boolean
  /** Two registrations of one person carry one. */
  person: number
  fullName: string
  bornOn: string
  sex: 'male' | 'female'
  nationalId: string
  insuranceNumber: string
  household: number | null
  dead: boolean
  phone: string
  device: number
  street: string
  /** Of the list of wards; −1: a code that no ward has, −2: a ward of another province. */
  ward: number
  portrait: Shot
  card: { print: CardPrint; shot: Shot }
  /** Which clerk approved it, at which second of which day; null: not decided. */
  approved: { clerk: number; day: number; second: number } | null
}

const FAMILIES = 'Nguyễn Trần Lê Phạm Hoàng Phan Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh'.split(' ')
const MIDDLES = 'Văn Thị Hữu Đức Minh Ngọc Thu Quốc Gia Thanh Kim Xuân'.split(' ')
const GIVEN =
  'Hòa Thúy Hùng Lan Ánh Đạt Dũng Huệ Hằng Quân Tuấn Trang Ngân Yến Sơn Thủy Hoài Loan Đào Bích Nhung Cường Thảo Uyên Toàn Nghĩa Hiếu Phước'.split(
    ' ',
  )
/** As people write where they live, in towns, villages, lots and highlands. */
const STREETS = [
  'Số {n} ngõ {m} phố Mẫu',
  '{n} Nguyễn Trãi',
  '{n}/{m} đường số {k}',
  'Thôn {k}',
  'Ấp {k}',
  'Xóm Đình',
  'Tổ {k}, khu phố {m}',
  'Bản Nậm {k}',
  'Buôn Kbu',
  'Plei Krông',
  'P{n} CT{k} KĐT Mẫu',
  'Lô {n} KDC Bình An',
  'Đội {k}',
  '{n}',
  'Chung cư Sunrise, tầng {k}',
  'Vinhomes S{k}.{n}',
  'QL1A, km {n}',
  'Nhà ông Tám, ấp Chợ',
  'Hẻm {n} Lê Văn Sỹ',
  'Khu tập thể nhà máy in',
  'Số {n} Westlake',
  'Bon Bu Prăng',
  'Xóm {k}, làng Vòng',
  '{n} D{k} KDC Phú Mỹ',
  'Cụm {k}',
]
const INVENTED = [
  (at: number) => 'asdfghjklqwertyuiop'.slice(at % 6, (at % 6) + 6),
  (at: number) => 'xzqvk'.charAt(at % 5).repeat(5 + (at % 3)),
  (at: number) => ['không có', 'không biết', 'test', 'abc', 'N/A', '...', 'chưa rõ', '---'][at % 8] ?? '',
  (at: number) => `Số ${100_000 + at * 777} đường Mẫu`,
  (at: number) => ['bcdfg hjklm', 'sdkjfh lksdj', 'qwrtp', 'dfgdfg hjkhjk'][at % 4] ?? '',
]

const COUNTS = { portraits: 10, timesEach: 4, cards: 15, phones: 3, devices: 2, circle: 8, hasty: 40, addresses: 25, dead: 25 } as const
const TOTAL = 5000
const DAY_BEGINS = 7.5 * 3600

type Add = (label: Registrant['label'], change?: Partial<Registrant>) => Registrant
type Made = { draw: Draw; made: Registrant[]; add: Add; bad: Add; streetOf: () => string }

const birthdayOf = (draw: Draw): string =>
  `${1955 + draw.below(50)}-${String(1 + draw.below(12)).padStart(2, '0')}-${String(1 + draw.below(28)).padStart(2, '0')}`

function openList(seed: number): Made {
  const draw = drawing(seed)
  const made: Registrant[] = []
  const streetOf = (): string =>
    draw
      .of(STREETS)
      .replace('{n}', String(1 + draw.below(400)))
      .replace('{m}', String(1 + draw.below(60)))
      .replace('{k}', String(1 + draw.below(12)))
  const add: Add = (label, change = {}) => {
    const at = made.length + 1
    const sex = draw.below(2) === 0 ? 'male' : 'female'
    const bornOn = change.bornOn ?? birthdayOf(draw)
    const digits = String(at).padStart(6, '0')
    const fullName = change.fullName ?? `${draw.of(FAMILIES)} ${draw.of(MIDDLES)} ${draw.of(GIVEN)}`
    const nationalId = `099${sex === 'male' ? 0 : 1}${bornOn.slice(2, 4)}${digits}`
    const street = change.street ?? streetOf()
    const portrait = { face: 1000 + at, shot: 5000 + at * 3, written: 0 }
    const print = { number: nationalId, name: fullName, bornOn, address: street }
    const one: Registrant = {
      label,
      false: false,
      person: at,
      fullName,
      bornOn,
      sex,
      nationalId,
      insuranceNumber: `99${String(40_000_000 + at * 41).padStart(8, '0')}`,
      household: null,
      dead: false,
      phone: `+84957${digits}`,
      device: at,
      street,
      ward: draw.below(3000),
      portrait,
      card: { print, shot: { ...portrait, shot: 9000 + at * 3 } },
      approved: null,
      ...change,
    }
    made.push(one)
    return one
  }
  return { draw, made, add, streetOf, bad: (label, change) => add(label, { ...change, false: true }) }
}

const times = (count: number, work: (at: number) => void): void => {
  for (let at = 0; at < count; at += 1) work(at)
}

const addFalsePictures = ({ bad }: Made): void => {
  times(COUNTS.portraits, (at) =>
    times(COUNTS.timesEach, (written) => void bad('shared-portrait', { portrait: { face: 100_000 + at, shot: 200_000 + at, written } })),
  )
  times(COUNTS.cards, (at) => {
    const first = bad('altered-card')
    const second = bad('altered-card', { fullName: first.fullName, bornOn: first.bornOn })
    const digits = `${first.nationalId.slice(0, 8)}${second.nationalId.slice(8)}`
    // The same photo of a card with its last digits painted over and written anew.
    second.card = { print: { ...first.card.print, number: digits }, shot: { ...first.card.shot, written: 3 + at } }
    second.nationalId = digits
  })
}

const addFalseOthers = ({ bad }: Made): void => {
  times(COUNTS.phones, (at) => times(COUNTS.circle, () => void bad('strangers-on-one-phone-or-device', { phone: `+8495600000${at}` })))
  times(COUNTS.devices, (at) => times(COUNTS.circle, () => void bad('strangers-on-one-phone-or-device', { device: 900_000 + at })))
  times(COUNTS.hasty, (at) => void bad('hasty-clerk', { approved: { clerk: 0, day: 0, second: DAY_BEGINS + 1800 + at * (3 + (at % 5)) } }))
  times(COUNTS.addresses, (at) => {
    const street = INVENTED[at % INVENTED.length]?.(at) ?? ''
    bad('no-such-address', at < 15 ? { street } : { ward: at % 2 === 0 ? -1 : -2 })
  })
  times(COUNTS.dead, () => void bad('the-dead', { dead: true }))
}

const addDecoys = ({ draw, add, streetOf }: Made): void => {
  // Families of five on one phone: every other one is a household of the register, the others are known as five people.
  times(60, (family) => {
    const household = family % 2 === 0 ? 1 + family : null
    const shared = { street: streetOf(), ward: draw.below(3000), device: 800_000 + family, household }
    times(5, () => void add('family-of-five', { ...shared, phone: `+849551${String(family).padStart(5, '0')}` }))
  })
  times(2, (house) =>
    times(200, () => void add('dormitory', { street: `KTX khu ${house === 0 ? 'A' : 'B'}, đường Mẫu`, ward: 100 + house })),
  )
  times(2, (factory) =>
    times(150, () => void add('factory', { street: `Cty TNHH Mẫu ${factory + 1}, KCN Thăng Long`, ward: 200 + factory })),
  )
  times(40, (pair) => {
    const { portrait, bornOn, street, ward, phone, household, fullName } = add('twins', { household: 1000 + pair })
    // One head, two photos; one street, one birthday, one phone.
    const shot = { ...portrait, shot: portrait.shot + 100_000 }
    const shared = { bornOn, street, ward, phone, household, portrait: shot }
    const second = add('twins', { ...shared, fullName: fullName.replace(/\S+$/u, draw.of(GIVEN)) })
    second.card = { print: second.card.print, shot: { ...shot, shot: shot.shot + 1 } }
  })
  times(60, (at) => {
    const first = add('again')
    add('again', { ...first, portrait: { ...first.portrait, written: 5 + at } })
  })
}

/** The false, those who look false and are not, and plain people up to 5,000. */
export function makeRegistrants(seed: number): { registrants: Registrant[]; clerks: number } {
  const list = openList(seed)
  addFalsePictures(list)
  addFalseOthers(list)
  addDecoys(list)
  while (list.made.length < TOTAL) list.add('plain')
  return { registrants: list.made, clerks: approveHonestly(list.made, list.draw) }
}

/** Eleven ordinary clerks over five days, one diligent one with three times the usual who looks at each case, and one who is quick on a short day. */
function approveHonestly(made: readonly Registrant[], draw: Draw): number {
  const honest = made.filter((one) => one.approved === null && !one.false)
  let next = 0
  const approve = (clerk: number, day: number, count: number, pause: () => number): void => {
    let second = DAY_BEGINS
    for (let at = 0; at < count; at += 1) {
      const one = honest[next]
      next += 1
      if (one === undefined) return
      second += pause()
      one.approved = { clerk, day, second }
    }
  }
  for (let clerk = 1; clerk <= 11; clerk += 1)
    for (let day = 0; day < 3; day += 1) approve(clerk, day, 9 + draw.below(5), () => 45 + draw.below(400))
  approve(12, 0, 120, () => 40 + draw.below(60))
  approve(13, 1, 12, () => 5 + draw.below(6))
  return 14
}
