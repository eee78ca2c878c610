import { createHash } from 'node:crypto'
import { findFileOffset, MOST_PIECE_BYTES, openFileKey, writePiece } from './import-files/index.ts'
import { WORKER_IMPORT_KINDS } from './import-kinds.ts'
import { type BatchRow, moveBatch, processImport, settleUpload } from './imports/index.ts'
import { copyPersons, type NewPerson } from './persons/index.ts'
import type { Platform } from './platform/platform.ts'
import type { Sql } from './platform/sql.ts'
import { startRosterBatch } from './rosters/index.ts'

export const ROSTER_HEAD = ['Họ và tên', 'Ngày sinh', 'Giới tính', 'Mã số BHXH', 'Số CCCD', 'Phòng ban', 'Ca']

export type Employee = { name: string; born: string; sex: 'Nam' | 'Nữ'; number: string; id: string; department: string; shift: string }

/** Somebody number `at`, born in 1970 to 1999, whose id agrees with year and sex. */
export const employee = (at: number): Employee => {
  const year = 1970 + (at % 30)
  const male = at % 2 === 0
  return {
    name: `${['Nguyễn', 'Trần', 'Lê', 'Phạm'][at % 4]} ${male ? 'Văn' : 'Thị'} ${['Mẫu', 'Thử', 'Giả', 'Định', 'Hoà'][at % 5]} ${['Ánh', 'Bé', 'Chúc', 'Đạo', 'Én', 'Gấm', 'Hạ'][at % 7]}`,
    born: `${String((at % 28) + 1).padStart(2, '0')}/${String((at % 12) + 1).padStart(2, '0')}/${year}`,
    sex: male ? 'Nam' : 'Nữ',
    number: String(9_900_500_000 + at),
    id: `099${male ? 0 : 1}${String(year).slice(2)}${String(at).padStart(6, '0')}`,
    department: `Xưởng ${(at % 3) + 1}`,
    shift: at % 2 === 0 ? 'Ca 1' : 'Ca 2',
  }
}

export const rosterLine = ({ name, born, sex, number, id, department, shift }: Employee): string[] => [
  name,
  born,
  sex,
  number,
  id,
  department,
  shift,
]

const isoDate = (born: string): string => born.split('/').toReversed().join('-')

/** These people in the register. Answers our ids in their order. */
export const copyEmployees = (sql: Sql, people: readonly (Employee & { diedOn?: string })[]): Promise<number[]> =>
  copyPersons(
    sql,
    {
      persons: people.map(({ name, born, sex, number, id, diedOn }): NewPerson => ({
        fullName: name,
        bornOn: isoDate(born),
        sex: sex === 'Nam' ? 'male' : 'female',
        insuranceNumber: number,
        nationalId: id,
        legacyId: null,
        passportNumber: null,
        nationality: 'VN',
        wardCode: null,
        address: null,
        householdId: null,
        householdRelation: null,
        phoneOnFile: null,
        diedOn: diedOn ?? null,
        mergedIntoPersonId: null,
      })),
      households: [],
    },
    'test',
  )

/** An office of Hà Nội and two employers under it. */
export async function makeEmployers(sql: Sql): Promise<[number, number]> {
  await sql`INSERT INTO offices (office_id, provisional_code, name, office_level, province_code, address, valid_from, source)
    VALUES (71, '90071', 'BHXH Mẫu', 'grassroots', '01', 'Số 1 đường Mẫu', '2025-07-01', 'test') ON CONFLICT DO NOTHING`
  const rows = await sql<{ employerId: number }[]>`INSERT INTO employers (employer_code, name, address, office_id, source)
    VALUES ('YN7101A', 'Công ty Mẫu', 'Số 1', 71, 'test'), ('YN7102B', 'Công ty Khác', 'Số 2', 71, 'test') RETURNING employer_id AS "employerId"`
  return [rows[0]?.employerId ?? 0, rows[1]?.employerId ?? 0]
}

export const declareAt = async (
  sql: Sql,
  employerId: number,
  personIds: readonly number[],
  toMonth: string | null = null,
): Promise<void> => {
  await sql`INSERT INTO participation_spells (person_id, spell_id, branch, from_month, to_month, employer_id, employer_name, source)
    SELECT unnest(${[...personIds]}::bigint[]), gen_random_uuid(), 'social', '2024-01-01', ${toMonth}::date, ${employerId}, 'test', 'test'`
}

type Sent = {
  content: string | Uint8Array
  format?: 'csv' | 'xlsx'
  covers?: 'whole' | 'part'
  entryKind?: 'employee' | 'pupil'
  fileName?: string
}

/** Sends a roster as its employer would, to the preview (or the refusal). */
export async function previewRoster(
  platform: Platform,
  employerId: number,
  { content, format = 'csv', covers = 'whole', entryKind = 'employee', fileName }: Sent,
): Promise<BatchRow> {
  const bytes = Buffer.from(content)
  const batch = await startRosterBatch(platform, {
    employerId,
    officerId: null,
    covers,
    entryKind,
    fileName: fileName ?? `danh-sach.${format}`,
    fileFormat: format,
    fileBytes: bytes.length,
    fileSha256: createHash('sha256').update(bytes).digest(),
  })
  if (batch.state !== 'uploading' || batch.fileKeyEncrypted === null) return batch
  const file = { batchId: batch.batchId, key: openFileKey(platform, batch.batchId, batch.fileKeyEncrypted) }
  for (let at = await findFileOffset(platform, batch.batchId); at < bytes.length; at += MOST_PIECE_BYTES)
    await writePiece(platform, file, at, bytes.subarray(at, at + MOST_PIECE_BYTES))
  const settled = await settleUpload(platform, batch)
  return processImport(platform, WORKER_IMPORT_KINDS, settled.batchId)
}

export async function confirmRoster(platform: Platform, { batchId }: Pick<BatchRow, 'batchId'>): Promise<BatchRow> {
  await moveBatch(platform.sql, batchId, ['preview'], 'confirmed')
  return processImport(platform, WORKER_IMPORT_KINDS, batchId)
}
