import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import type postgres from 'postgres'

/** People numbered from 99 10 000 000 on; born 1990, so that every month below is inside a working life. */
const FIRST_NUMBER = 9_910_000_000
const FIRST_ID = 50_000_000
const EMPLOYERS = 500
const PIECE_ROWS = 500

export const insertPeople = async (owner: postgres.Sql, count: number): Promise<void> => {
  await owner`INSERT INTO persons (person_id, full_name, born_on_partial, born_on, birth_year, sex, insurance_number, source)
    SELECT ${FIRST_ID}::bigint + n, 'Nguyễn Thị Mẫu', '1990-03-05', '1990-03-05', 1990, 'female', (${FIRST_NUMBER}::bigint + n)::text, 'measure' FROM generate_series(0, ${count - 1}::integer) n
    ON CONFLICT DO NOTHING`
  await owner`INSERT INTO insurance_numbers SELECT (${FIRST_NUMBER}::bigint + n)::text, ${FIRST_ID}::bigint + n FROM generate_series(0, ${count - 1}::integer) n ON CONFLICT DO NOTHING`
  await owner`ANALYZE persons, insurance_numbers`
}

export type Shape = { rows: number; monthsAPerson: number }
type Row = {
  at: number
  person: number
  year: number
  month: number
  code: string
  employer: string
  job: string
  wage: number
  late: boolean
}

const pad = (value: number): string => String(value).padStart(2, '0')

/** Months of a person in a row, the wage of a person raised in July, one person in fifty not paid for in the last month. */
function* rowsOf({ rows, monthsAPerson }: Shape): Generator<Row> {
  for (let at = 0; at < rows; at += 1) {
    const person = Math.floor(at / monthsAPerson)
    const place = at % monthsAPerson
    const employer = person % EMPLOYERS
    yield {
      at,
      person,
      year: 2025,
      month: (place % 12) + 1,
      code: `YN${String(1000 + employer)}A`,
      employer: `Công ty TNHH Sản xuất và Thương mại Mẫu số ${employer}`,
      job: person % 3 === 0 ? 'Công nhân may' : 'Nhân viên kế toán',
      wage: 6_000_000 + (person % 40) * 150_000 + (place >= 6 ? 500_000 : 0),
      late: person % 50 === 0 && place === monthsAPerson - 1,
    }
  }
}

/** One row in a hundred is faulty, in four ways in turn: month, number of nobody, another name, malformed employer code. */
const csvLine = ({ at, person, year, month, code, employer, job, wage, late }: Row): string => {
  const fault = at % 100 === 99 ? Math.floor(at / 100) % 4 : null
  const number = fault === 1 ? 9_999_000_000 + at : FIRST_NUMBER + person
  return `${number},${fault === 2 ? 'Lê Văn Khác' : 'Nguyễn Thị Mẫu'},05/03/1990,BHXH,Bắt buộc,${fault === 0 ? '13' : pad(month)}/${year},${fault === 3 ? 'Y1' : code},${employer},${job},Khu công nghiệp Mẫu,${wage},500000,${late ? 'có' : 'không'}\n`
}
const HEADER =
  'Mã số BHXH,Họ và tên,Ngày sinh,Loại bảo hiểm,Hình thức,Tháng,Mã đơn vị,Tên đơn vị,Chức danh nghề,Nơi làm việc,Mức lương,Phụ cấp lương,Chậm đóng\n'

const BATCH = '00000000-0000-4000-8000-000000000000'
export const COPY_COLUMNS =
  'person_id, spell_id, branch, scheme, from_month, to_month, employer_code, employer_name, job_title, workplace, contributory_salary_vnd, wage_parts, late_months, import_batch_id, source'
const copyLine = ({ at, person, year, month, code, employer, job, wage, late }: Row): string => {
  const spell = `${((at * 2_654_435_761) % 4_294_967_296).toString(16).padStart(8, '0')}-0000-4000-8000-${at.toString(16).padStart(12, '0')}`
  const on = `${year}-${pad(month)}-01`
  return `${FIRST_ID + person}\t${spell}\tsocial\tcompulsory\t${on}\t${on}\t${code}\t${employer}\t${job}\tKhu công nghiệp Mẫu\t${wage + 500_000}\t{"baseVnd": ${wage}, "wageAllowanceVnd": 500000}\t${late ? 1 : 0}\t${BATCH}\tmeasure\n`
}

function* pieces(shape: Shape, header: string, line: (row: Row) => string): Generator<string> {
  let piece = header
  for (const row of rowsOf(shape)) {
    piece += line(row)
    if (row.at % PIECE_ROWS !== PIECE_ROWS - 1) continue
    yield piece
    piece = ''
  }
  yield piece
}

/** The same months twice: as the file that an employer's office would send, and as one-month spells for COPY. */
export const writeFiles = async (shape: Shape, csvPath: string, copyPath: string): Promise<void> => {
  await pipeline(Readable.from(pieces(shape, HEADER, csvLine)), createWriteStream(csvPath))
  await pipeline(Readable.from(pieces(shape, '', copyLine)), createWriteStream(copyPath))
}
