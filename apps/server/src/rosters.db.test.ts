import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { csv, sheetBytes } from './import-fixture.ts'
import { WORKER_IMPORT_KINDS } from './import-kinds.ts'
import { type BatchRow, listFaults, processImport, startUndo } from './imports/index.ts'
import { openTestPlatform, type TestPlatform } from './platform/test-platform.ts'
import {
  confirmRoster,
  copyEmployees,
  declareAt,
  type Employee,
  employee,
  makeEmployers,
  previewRoster,
  ROSTER_HEAD,
  rosterLine,
} from './roster-fixture.ts'
import { countRosterBatch, decideRosterBatch } from './rosters/index.ts'

const STAFF = Array.from({ length: 10 }, (_, at) => employee(at))
const [FIRST, SECOND, THIRD] = [STAFF[0] as Employee, STAFF[1] as Employee, STAFF[2] as Employee]
const GUESTS = [20, 21, 22, 23].map(employee)
const DEAD = { ...employee(30), diedOn: '2024-05-01' }

let platform: TestPlatform
let [employerId, otherId] = [0, 0]
beforeAll(async () => {
  platform = await openTestPlatform({ works: true })
  ;[employerId, otherId] = await makeEmployers(platform.sql)
  const ids = await copyEmployees(platform.sql, [...STAFF, ...GUESTS, DEAD])
  await declareAt(platform.sql, employerId, ids.slice(0, 10))
  await declareAt(platform.sql, otherId, ids.slice(10, 14))
})
afterAll(() => platform.drop())
beforeEach(async () => {
  const owner = postgres(platform.migratorUrl, { max: 1, onnotice: () => undefined })
  await owner`TRUNCATE roster_entries, roster_changes, roster_missing, roster_batches, roster_headings, rollout_counts, import_rows, import_row_faults, import_close_matches, import_batches CASCADE`
  await owner.end()
})

const table = (people: readonly Employee[]): string => csv([ROSTER_HEAD, ...people.map(rosterLine)])
const send = (people: readonly Employee[], covers: 'whole' | 'part' = 'whole') =>
  previewRoster(platform, employerId, { content: table(people), covers })
const faultsOf = async ({ batchId }: BatchRow): Promise<string[]> =>
  (await listFaults(platform.sql, batchId, 0, 100)).map(({ rowNo, column, code }) => `${rowNo} ${column} ${code}`)
const lines = async (): Promise<string[]> =>
  (
    await platform.sql<
      { line: string }[]
    >`SELECT full_name || ' ' || department AS line FROM roster_entries WHERE employer_id = ${employerId} AND left_on IS NULL ORDER BY insurance_number`
  ).map(({ line }) => line)

describe('a list of everybody', () => {
  it('shows who is new and writes nothing before a yes', async () => {
    const batch = await send(STAFF)
    expect(batch).toMatchObject({ state: 'preview', groupCounts: { new: 10 } })
    expect(await lines()).toEqual([])
    expect(await confirmRoster(platform, batch)).toMatchObject({ state: 'applied', appliedCounts: { written: 10 } })
    expect(await lines()).toHaveLength(10)
  })

  it('knows people again, sees who changed department or shift and who is missing, and ends nobody by itself', async () => {
    await confirmRoster(platform, await send(STAFF))
    const next = [{ ...FIRST, department: 'Kho' }, ...STAFF.slice(1, 9)]
    const batch = await send(next)
    expect(batch.groupCounts).toEqual({ moved: 1, known: 8 })
    expect(await countRosterBatch(platform.sql, { batchId: batch.batchId, employerId })).toMatchObject({ missing: 1 })
    expect(await countRosterBatch(platform.sql, { batchId: batch.batchId, employerId: otherId })).toBeNull()
    await confirmRoster(platform, batch)
    expect(await lines()).toHaveLength(10)
    expect((await lines())[0]).toBe(`${FIRST.name} Kho`)
  })

  it('ends the lines of missing people when an officer says so, and an undo brings all of it back', async () => {
    await confirmRoster(platform, await send(STAFF))
    const before = await lines()
    const batch = await send([{ ...FIRST, department: 'Kho' }, ...STAFF.slice(1, 9)])
    await decideRosterBatch(platform.sql, { batchId: batch.batchId, employerId, endsMissing: true, includedRows: [] })
    expect(await confirmRoster(platform, batch)).toMatchObject({ appliedCounts: { written: 1, ended: 1 } })
    expect(await lines()).toHaveLength(9)
    const undo = await startUndo(platform, WORKER_IMPORT_KINDS.find(({ name }) => name === 'roster') ?? expect.fail(), batch.batchId, {
      kind: 'system',
      job: 'test',
    })
    expect(await processImport(platform, WORKER_IMPORT_KINDS, undo)).toMatchObject({ state: 'applied' })
    expect(await lines()).toEqual(before)
  })

  it('proposes nobody as left when the file holds corrected rows alone', async () => {
    await confirmRoster(platform, await send(STAFF.slice(0, 8)))
    const batch = await send(STAFF.slice(8), 'part')
    expect(batch.groupCounts).toEqual({ new: 2 })
    expect(await countRosterBatch(platform.sql, { batchId: batch.batchId, employerId })).toMatchObject({ missing: 0 })
  })

  it('undoes a list of new people: their lines end', async () => {
    const batch = await send(STAFF)
    await confirmRoster(platform, batch)
    const undo = await startUndo(platform, WORKER_IMPORT_KINDS.find(({ name }) => name === 'roster') ?? expect.fail(), batch.batchId, {
      kind: 'system',
      job: 'test',
    })
    await processImport(platform, WORKER_IMPORT_KINDS, undo)
    expect(await lines()).toEqual([])
    expect(await platform.sql`SELECT sum(people)::integer AS people FROM rollout_counts WHERE employer_id = ${employerId}`).toEqual([
      { people: 0 },
    ])
  })
})

describe('what the register confirms and what it does not say', () => {
  it('reads alike for a number nobody has, somebody else’s number and a wrong birth date', async () => {
    const stranger = { ...employee(500), id: '' }
    const borrowed = { ...THIRD, name: 'Đỗ Văn Khác', id: '', born: '01/01/1980' }
    const wrongBirth = { ...SECOND, id: '', born: '09/09/1981' }
    const batch = await send([FIRST, ...STAFF.slice(3), stranger, borrowed, wrongBirth])
    const faults = (await listFaults(platform.sql, batch.batchId, 0, 100)).map(({ column, code }) => `${column} ${code}`)
    expect(faults).toEqual(['insuranceNumber not-confirmed', 'insuranceNumber not-confirmed', 'insuranceNumber not-confirmed'])
    expect(batch.groupCounts).toEqual({ new: 8, rejected: 3 })
  })

  it('one number stands for one try: of several rows with it none is matched', async () => {
    const batch = await send([...STAFF.slice(1), FIRST, { ...FIRST, born: '02/02/1979' }])
    expect(await faultsOf(batch)).toEqual(['11 insuranceNumber listed-twice', '12 insuranceNumber listed-twice'])
  })

  it('where one birth date is written month first, others that may be are asked about their order', async () => {
    const american = ({ born, ...person }: Employee): Employee => {
      const [day, month, year] = born.split('/')
      return { ...person, born: `${month}/${day}/${year}` }
    }
    const doubtful = { ...employee(50), born: '02/03/1990', id: '' }
    await copyEmployees(platform.sql, [{ ...doubtful, born: '03/02/1990', id: '099090000050' }])
    const batch = await send([...STAFF.slice(0, 9), american({ ...(STAFF[9] as Employee), born: '25/03/1979' }), doubtful])
    expect(await faultsOf(batch)).toEqual(['11 bornOn not-a-date', '12 bornOn date-order-mixed'])
  })

  it('a year alone confirms nobody whose birthday the register knows', async () => {
    const batch = await send([...STAFF.slice(1), { ...FIRST, born: '1970' }])
    expect(await faultsOf(batch)).toEqual(['11 insuranceNumber not-confirmed'])
  })

  it('a file of which less than 70 of 100 rows agree is given back whole', async () => {
    const strangers = [600, 601, 602, 603, 604].map(employee)
    expect(await send([...STAFF.slice(0, 5), ...strangers])).toMatchObject({ state: 'refused', refusedCode: 'import-matches-too-few' })
  })

  it('people whom another employer declares wait for a yes of their own', async () => {
    const batch = await send([...STAFF, ...GUESTS])
    expect(batch.groupCounts).toEqual({ new: 10, 'close-match': 4 })
    expect(await countRosterBatch(platform.sql, { batchId: batch.batchId, employerId })).toMatchObject({ elsewhere: 4 })
    await decideRosterBatch(platform.sql, { batchId: batch.batchId, employerId, endsMissing: false, includedRows: [12] })
    expect(await confirmRoster(platform, batch)).toMatchObject({ state: 'partly', appliedCounts: { written: 11 } })
    expect(await lines()).toContain(`${GUESTS[0]?.name} ${GUESTS[0]?.department}`)
  })

  it('dead people and children are turned down with what to do; a school lists children', async () => {
    const child = { ...employee(40), born: '01/01/2018', id: '', number: '9900599999' }
    const batch = await send([...STAFF, DEAD, child])
    expect(await faultsOf(batch)).toEqual(['12 fullName employee-dead', '13 bornOn too-young'])
    await copyEmployees(platform.sql, [{ ...child, id: '099218999999' }])
    const pupils = await previewRoster(platform, otherId, { content: table([{ ...child, sex: 'Nam' }]), entryKind: 'pupil' })
    expect(pupils.groupCounts).toEqual({ new: 1 })
  })

  it('names in capitals without accents are not written; with accents they are, as names are written', async () => {
    const plain = { ...FIRST, name: 'NGUYEN VAN MAU ANH' }
    const loud = { ...SECOND, name: SECOND.name.toUpperCase() }
    const batch = await send([plain, loud, ...STAFF.slice(2)])
    expect(await faultsOf(batch)).toEqual(['2 fullName name-without-accents'])
    await confirmRoster(platform, batch)
    expect(await lines()).toContain(`${SECOND.name} ${SECOND.department}`)
  })

  it('somebody nearly on the roster already is shown and left alone', async () => {
    await confirmRoster(platform, await send(STAFF))
    const batch = await send([{ ...FIRST, number: SECOND.number, id: '' }, ...STAFF.slice(2)], 'part')
    expect(await faultsOf(batch)).toEqual(['2 insuranceNumber like-own-line'])
  })
})

describe('the portal’s own layouts', () => {
  it('FileMau-D02LT_v2: sheet DuLieu behind another sheet, heading of two rows, data from row 5', async () => {
    const bytes = await sheetBytes((first) => {
      first.addRow(['Hướng dẫn'])
      const sheet = first.workbook.addWorksheet('DuLieu')
      sheet.addRow(['DANH SÁCH LAO ĐỘNG THAM GIA BHXH, BHYT, BHTN'])
      sheet.addRow([
        'STT',
        'Họ và tên',
        'Mã số BHXH',
        'Loại',
        '',
        'Phương án',
        '',
        'Loại ngày sinh',
        'Ngày sinh',
        'Giới tính',
        'Số CCCD',
        'Chức danh',
        'Phòng ban',
      ])
      sheet.addRow([])
      sheet.addRow(['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)', '(9)', '(10)', '(11)', '(12)', '(13)'])
      for (const { name, number, born, sex, id, department } of STAFF)
        sheet.addRow([1, name, number, 'Tăng lao động', '', 'TM-Tăng mới', '', 0, born, sex === 'Nam' ? 1 : 0, id, 'Công nhân', department])
    })
    const batch = await previewRoster(platform, employerId, { content: bytes, format: 'xlsx', covers: 'part' })
    expect(batch).toMatchObject({ state: 'preview', groupCounts: { new: 10 } })
  })

  it('flat D02-LT: who leaves under GH ends on the last day before the month declared', async () => {
    await confirmRoster(platform, await send(STAFF))
    const head = [
      'STT',
      'Họ và tên',
      'Mã số BHXH',
      'Loại phương án',
      'Mã loại PA',
      'Loại ngày sinh',
      'Ngày Sinh',
      'Giới tính',
      'Số CMND/ CCCD/Hộ chiếu',
      'Phòng ban làm việc',
      'Phương án điều chỉnh',
      'Mã PA',
      'Tháng/ năm bắt đầu',
    ]
    const { name, number, born, sex, id, department } = FIRST
    const person = [name, number, 'Giảm lao động', '2', '0', born, sex === 'Nam' ? '1' : '2', id, department]
    const row = ['1', ...person, 'GH-Giảm hẳn', 'GH', '04/2026']
    const batch = await previewRoster(platform, employerId, { content: csv([head, row]) })
    expect(batch.groupCounts).toEqual({ moved: 1 })
    await confirmRoster(platform, batch)
    expect(await lines()).toHaveLength(9)
    expect(await platform.sql`SELECT left_on AS "leftOn" FROM roster_entries WHERE left_on IS NOT NULL`).toEqual([{ leftOn: '2026-03-31' }])
  })
})

describe('two employers', () => {
  it('send the same bytes and get each a batch of its own', async () => {
    const own = await send(STAFF)
    const other = await previewRoster(platform, otherId, { content: table(STAFF) })
    expect(other.batchId).not.toBe(own.batchId)
    expect(other.employerId).toBe(otherId)
  })
})
