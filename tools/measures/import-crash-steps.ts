import { writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** One thing that is done with a file: import it, or undo the batch that it made. */
export type Step = { kind: 'persons' | 'participation-months'; path: string; undo: boolean }

export const fileOf = ({ path }: Step): string => basename(path)

const PERSONS = 3000
const WORKERS = 1000
const MONTHS = 12
const LETTERS = 'abcdeghikl'

const numberOf = (prefix: string, round: number, at: number): string => `${prefix}${String(round * PERSONS + at).padStart(6, '0')}`
/** A name of one's own: namesakes with one birth date are like each other to an import and wait for a person's word. */
const nameOf = (round: number, at: number): string =>
  `Trần Văn ${[...String(round * PERSONS + at)].map((digit) => LETTERS[Number(digit)]).join('')}`

const personsFile = (prefix: string, round: number, street: string): string[] => [
  'Mã số BHXH,Họ và tên,Ngày sinh,Giới tính,Địa chỉ',
  ...Array.from({ length: PERSONS }, (_one, at) => `${numberOf(prefix, round, at)},${nameOf(round, at)},05/03/1990,Nam,${street} ${at}`),
]

const monthsFile = (prefix: string, round: number, wage: number): string[] => [
  'Mã số BHXH,Họ và tên,Ngày sinh,Loại bảo hiểm,Hình thức,Tháng,Mã đơn vị,Tên đơn vị,Mức lương',
  ...Array.from({ length: WORKERS * MONTHS }, (_one, row) => {
    const [at, month] = [Math.floor(row / MONTHS), (row % MONTHS) + 1]
    const paid = wage + at * 1000 + (month > 6 ? 500_000 : 0)
    return `${numberOf(prefix, round, at)},${nameOf(round, at)},05/03/1990,BHXH,Bắt buộc,${String(month).padStart(2, '0')}/2025,YN1001A,Công ty Mẫu,${paid}`
  }),
]

/** A round: people come, move house, the move is undone; months come, are undone, and come with other wages. Files hold numbers of one `prefix`. */
export const writeRound = (folder: string, prefix: string, round: number): Step[] => {
  const write = (name: string, lines: readonly string[]): string => {
    const path = join(folder, `${round}-${name}.csv`)
    writeFileSync(path, `${lines.join('\r\n')}\r\n`)
    return path
  }
  const people = write('people', personsFile(prefix, round, 'Số'))
  const moved = write('moved', personsFile(prefix, round, 'Ngõ'))
  const wrong = write('wrong-months', monthsFile(prefix, round, 6_000_000))
  const months = write('months', monthsFile(prefix, round, 7_000_000))
  return [
    { kind: 'persons', path: people, undo: false },
    { kind: 'persons', path: moved, undo: false },
    { kind: 'persons', path: moved, undo: true },
    { kind: 'participation-months', path: wrong, undo: false },
    { kind: 'participation-months', path: wrong, undo: true },
    { kind: 'participation-months', path: months, undo: false },
  ]
}
