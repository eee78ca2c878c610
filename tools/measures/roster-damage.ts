import type { MadeEmployee } from './roster-people.ts'
import type { SheetCell } from './write-sheet.ts'

/** `damaged`: numbers of rows, as a spreadsheet counts, that must not be written. */
export type DamagedFile = {
  readonly name: string
  readonly rows: readonly (readonly SheetCell[])[]
  readonly merges?: readonly string[]
  readonly damaged: ReadonlySet<number>
  /** Good people of the file: exactly these may stand on the roster afterwards. */
  readonly good: readonly MadeEmployee[]
  readonly csv: boolean
}
export type DamagedPeople = {
  readonly own: readonly MadeEmployee[]
  readonly others: readonly MadeEmployee[]
  readonly dead: readonly MadeEmployee[]
  readonly otherCode: string
}

const HEAD = ['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Mã số BHXH', 'Số CCCD', 'Phòng ban', 'Ca']
const rowOf = ({ name, born, sex, number, id, department, shift }: MadeEmployee, at: number): string[] => [
  String(at + 1),
  name,
  born,
  sex,
  number,
  id,
  department,
  shift,
]
const EVERY = 10
const isHit = (at: number): boolean => at % EVERY === EVERY - 1
/** Data begins in row 2. */
const rowNo = (at: number): number => at + 2

/** Every tenth row spoilt by `spoil`; the others are good. */
function spoilTenth(
  name: string,
  { own }: DamagedPeople,
  spoil: (cells: string[], person: MadeEmployee, at: number) => readonly SheetCell[],
  csv = true,
): DamagedFile {
  const rows = own.map((person, at) => (isHit(at) ? spoil(rowOf(person, at), person, at) : rowOf(person, at)))
  return {
    name,
    rows: [HEAD, ...rows],
    damaged: new Set(own.flatMap((_, at) => (isHit(at) ? [rowNo(at)] : []))),
    good: own.filter((_, at) => !isHit(at)),
    csv,
  }
}

const replaced = (cells: readonly string[], at: number, cell: SheetCell): SheetCell[] =>
  cells.map((old, place) => (place === at ? cell : old))
const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F]/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .toUpperCase()

/** Two columns change places below their headings. */
function swapColumns({ own }: DamagedPeople): DamagedFile {
  const rows = own.map((person, at) => {
    const [no = '', name = '', born = '', sex = '', number = '', id = '', department = '', shift = ''] = rowOf(person, at)
    return [no, name, born, sex, id, number, department, shift]
  })
  return { name: 'swapped-columns', rows: [HEAD, ...rows], damaged: new Set(own.map((_, at) => rowNo(at))), good: [], csv: true }
}

/** Of the last fifth the numbers stand one row too low, as after a cell was pushed down. */
function shiftRows({ own }: DamagedPeople): DamagedFile {
  const from = Math.floor(own.length * 0.8)
  const rows = own.map((person, at) => {
    const cells = rowOf(person, at)
    const before = own[at - 1]
    return at < from || before === undefined ? cells : [...cells.slice(0, 4), before.number, before.id, ...cells.slice(6)]
  })
  // The first shifted row repeats the number of the row above, which therefore is one of two and in doubt as well.
  const damaged = new Set(own.flatMap((_, at) => (at >= from - 1 ? [rowNo(at)] : [])))
  return { name: 'shifted-rows', rows: [HEAD, ...rows], damaged, good: own.slice(0, from - 1), csv: true }
}

/** The list of another employer, with its code in a column. */
function takeOther({ others, otherCode }: DamagedPeople): DamagedFile {
  const rows = others.map((person, at) => [...rowOf(person, at), otherCode])
  return {
    name: 'wrong-employer',
    rows: [[...HEAD, 'Mã đơn vị'], ...rows],
    damaged: new Set(others.map((_, at) => rowNo(at))),
    good: [],
    csv: true,
  }
}

/** Every tenth person stands twice, the second time in another department. */
function repeat({ own }: DamagedPeople): DamagedFile {
  const again = own.filter((_, at) => isHit(at))
  const rows = [...own.map(rowOf), ...again.map((person, at) => rowOf({ ...person, department: 'Kho' }, own.length + at))]
  const damaged = new Set([...own.flatMap((_, at) => (isHit(at) ? [rowNo(at)] : [])), ...again.map((_, at) => rowNo(own.length + at))])
  return { name: 'duplicates', rows: [HEAD, ...rows], damaged, good: own.filter((_, at) => !isHit(at)), csv: true }
}

/** Some birth dates as an American program writes them. */
const mixDates = (people: DamagedPeople): DamagedFile => {
  const file = spoilTenth('mixed-dates', people, (cells, { born }) => {
    const [day = '', month = '', year = ''] = born.split('/')
    return replaced(cells, 2, `${month}/${day}/${year}`)
  })
  // 05/05 is the same day in both orders.
  const same = (at: number): boolean => people.own[at]?.born.slice(0, 2) === people.own[at]?.born.slice(3, 5)
  return {
    ...file,
    damaged: new Set([...file.damaged].filter((row) => !same(row - 2))),
    good: people.own.filter((_, at) => !isHit(at) || same(at)),
  }
}

/** A heading of two merged rows under a merged title, and a row of column numbers: nothing is wrong with the people. */
function mergeHeads({ own }: DamagedPeople): DamagedFile {
  const rows = [
    ['DANH SÁCH NGƯỜI LAO ĐỘNG', '', '', '', '', '', '', ''],
    ['STT', 'Thông tin cá nhân', '', '', 'Bảo hiểm', '', 'Nơi làm việc', ''],
    ['', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Mã số BHXH', 'Số CCCD', 'Phòng ban', 'Ca'],
    ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)'],
    ...own.map(rowOf),
  ]
  return { name: 'merged-headers', rows, merges: ['A1:H1', 'A2:A3', 'B2:D2', 'E2:F2', 'G2:H2'], damaged: new Set(), good: own, csv: true }
}

/** People of another place among one's own. */
function mixIn(name: string, { own }: DamagedPeople, strangers: readonly MadeEmployee[], csv = true): DamagedFile {
  const rows = [...own, ...strangers].map(rowOf)
  return { name, rows: [HEAD, ...rows], damaged: new Set(strangers.map((_, at) => rowNo(own.length + at))), good: own, csv }
}

/** Twelve kinds of damage as they come from real desks. */
export const makeDamage = (people: DamagedPeople): DamagedFile[] => [
  swapColumns(people),
  shiftRows(people),
  takeOther(people),
  repeat(people),
  // Of half the spoilt rows the id lost its zero, of the others the insurance number its front.
  spoilTenth('lost-zeros', people, (cells, { number, id }, at) =>
    at % 20 < 10 ? replaced(cells, 5, id.slice(1)) : replaced(cells, 4, number.slice(1)),
  ),
  mixDates(people),
  spoilTenth(
    'formulas',
    people,
    (cells, _person, at) =>
      at % 20 < 10
        ? replaced(cells, 4, { formula: 'VLOOKUP(B2,Sheet9!A:B,2,0)' })
        : replaced(cells, 6, '=HYPERLINK("http://example.invalid","Xưởng")'),
    false,
  ),
  mergeHeads(people),
  spoilTenth('names-without-accents', people, (cells, { name }) => replaced(cells, 1, plain(name))),
  mixIn('dead-people', people, people.dead),
  spoilTenth('children', people, (cells, _person, at) => replaced(cells, 2, `1${at % 9}/06/2018`)),
  mixIn('other-employers-people', people, people.others.slice(0, 20)),
]
