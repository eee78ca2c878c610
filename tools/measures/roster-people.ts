import type { RunningSystem } from './running-system.ts'

/** Somebody whom a measure puts into the register and on a list. Dates as a person of Việt Nam writes them. */
export type MadeEmployee = {
  name: string
  born: string
  sex: 'Nam' | 'Nữ'
  number: string
  id: string
  department: string
  shift: string
}

const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Võ', 'Đặng', 'Bùi']
const GIVEN = [
  'Ánh',
  'Bích',
  'Châu',
  'Duyên',
  'Đức',
  'Hạnh',
  'Hồng',
  'Khánh',
  'Lộc',
  'Mận',
  'Ngọc',
  'Phúc',
  'Quý',
  'Sơn',
  'Thảo',
  'Tuấn',
  'Uyên',
  'Việt',
  'Xuân',
  'Yến',
]
const DAY_MS = 86_400_000
const FIRST_BIRTH = Date.UTC(1968, 0, 1)
const BIRTHDAYS = 12_000

/** The `at`th employee: no two share name and birthday, or any number. */
export function makeEmployee(at: number, first = 0): MadeEmployee {
  const index = first + at
  const male = index % 2 === 0
  const day = new Date(FIRST_BIRTH + (index % BIRTHDAYS) * DAY_MS)
  const year = day.getUTCFullYear()
  const century = (year < 2000 ? 0 : 2) + (male ? 0 : 1)
  const round = Math.floor(index / BIRTHDAYS)
  return {
    name: `${FAMILY[(index + round) % FAMILY.length]} ${male ? 'Văn' : 'Thị'} ${GIVEN[(index * 7 + round) % GIVEN.length]} ${GIVEN[(index * 3 + round * 5) % GIVEN.length]}`,
    born: `${String(day.getUTCDate()).padStart(2, '0')}/${String(day.getUTCMonth() + 1).padStart(2, '0')}/${year}`,
    sex: male ? 'Nam' : 'Nữ',
    number: String(9_930_000_000 + index),
    id: `099${century}${String(year).slice(2)}${String(index).padStart(6, '0')}`,
    department: `Xưởng ${(index % 12) + 1}`,
    shift: `Ca ${(index % 3) + 1}`,
  }
}

export const makeEmployees = (count: number, first = 0): MadeEmployee[] => Array.from({ length: count }, (_, at) => makeEmployee(at, first))

const isoDate = (born: string): string => born.split('/').toReversed().join('-')

/** These people in the register, declared at an employer since 2024. */
export async function insertEmployees(
  { owner }: RunningSystem,
  employerId: number,
  people: readonly (MadeEmployee & { diedOn?: string })[],
): Promise<void> {
  const rows = people.map(({ name, born, sex, number, id, diedOn }) => ({
    name,
    born: isoDate(born),
    sex: sex === 'Nam' ? 'male' : 'female',
    number,
    id,
    died: diedOn ?? null,
  }))
  await owner`
    WITH r AS MATERIALIZED (
      SELECT nextval('person_ids') AS person_id, x.* FROM jsonb_to_recordset(${owner.json(rows)}) AS x(name text, born text, sex text, number text, id text, died date)
    ), p AS (
      INSERT INTO persons (person_id, full_name, born_on_partial, born_on, birth_year, sex, insurance_number, national_id, died_on, source)
      SELECT person_id, name, born, born::date, left(born, 4)::smallint, sex, number, id, died, 'measure' FROM r
    ), n AS (INSERT INTO person_names (person_id, name_folded, birth_year, born_on) SELECT person_id, fold_text(name), left(born, 4)::smallint, born::date FROM r),
    i AS (INSERT INTO insurance_numbers (insurance_number, person_id) SELECT number, person_id FROM r),
    d AS (INSERT INTO national_ids (national_id, person_id) SELECT id, person_id FROM r)
    INSERT INTO participation_spells (person_id, spell_id, branch, from_month, employer_id, employer_name, source)
    SELECT person_id, gen_random_uuid(), 'social', '2024-01-01', ${employerId}, 'measure', 'measure' FROM r`
}

/** The employer whose officers the demo signs in, and another one. */
export async function findEmployers({
  owner,
}: RunningSystem): Promise<{ own: { employerId: number; code: string }; other: { employerId: number; code: string } }> {
  const [own] = await owner<{ employerId: number; code: string }[]>`SELECT o.employer_id AS "employerId", e.employer_code AS code
    FROM employer_officers o JOIN employers e ON e.employer_id = o.employer_id ORDER BY o.officer_id LIMIT 1`
  if (own === undefined) throw new Error('the demo has no officer of an employer')
  const [other] = await owner<
    { employerId: number; code: string }[]
  >`SELECT employer_id AS "employerId", employer_code AS code FROM employers
    WHERE employer_id <> ${own.employerId} AND successor_code IS NULL ORDER BY employer_id LIMIT 1`
  if (other === undefined) throw new Error('the demo has one employer only')
  return { own: { employerId: own.employerId, code: own.code }, other: { employerId: other.employerId, code: other.code } }
}
