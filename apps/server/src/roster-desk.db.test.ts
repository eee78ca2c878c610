import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAccessFixture } from './access-fixture.ts'
import { createApp } from './app.ts'
import { csv } from './import-fixture.ts'
import { WORKER_IMPORT_KINDS } from './import-kinds.ts'
import { startImportJobs } from './imports/index.ts'
import type { Server } from './platform/add-route.ts'
import type { TestClient } from './platform/test-client.ts'
import { openTestPlatform, type TestPlatform } from './platform/test-platform.ts'
import { copyEmployees, declareAt, employee, ROSTER_HEAD, rosterLine } from './roster-fixture.ts'

const EMPLOYER = 9_000_001
const STAFF = Array.from({ length: 8 }, (_, at) => employee(at + 100))

let platform: TestPlatform
let server: Server
let officer: TestClient
let stranger: TestClient
let operator: TestClient
beforeAll(async () => {
  platform = await openTestPlatform({ works: true })
  server = await createApp(platform, 'both')
  await server.fastify.ready()
  const { clients } = await openAccessFixture(platform, server)
  const find = (name: Parameters<typeof clients.get>[0]): TestClient => clients.get(name) ?? expect.fail()
  ;[officer, stranger, operator] = [find('employer officer'), find('officer of another employer'), find('operator')]
  await startImportJobs(platform, WORKER_IMPORT_KINDS)
  await declareAt(platform.sql, EMPLOYER, await copyEmployees(platform.sql, STAFF))
})
afterAll(async () => {
  await server.fastify.close()
  await platform.drop()
})

type Sent = {
  importId: string
  state: string
  previewedAt: string
  groups: Record<string, number> | null
  refusal: { code: string } | null
  mapping: { column: string }[]
}
type Fault = { rowNo: number; code: string; column: string; value: string | null }
const IMPORTS = '/api/employer/roster-imports'

const rest = async (importId: string): Promise<Sent> => {
  for (let round = 0; round < 200; round += 1) {
    const sent = (await officer.get(`${IMPORTS}/${importId}`)).json<Sent>()
    if (['preview', 'refused', 'applied', 'partly', 'undone'].includes(sent.state)) return sent
    await pause(100)
  }
  throw new Error('it never rests')
}
const send = async (content: string | Buffer, covers: 'whole' | 'part' = 'whole'): Promise<Sent> => {
  const bytes = Buffer.from(content)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const started = await officer.post(IMPORTS, { fileName: 'danh-sach.csv', fileFormat: 'csv', sizeBytes: bytes.length, sha256, covers })
  expect(started.statusCode).toBe(201)
  const { importId } = started.json<{ import: Sent }>().import
  await officer.send('PATCH', `${IMPORTS}/${importId}/file`, bytes, { 'content-type': 'application/octet-stream', 'upload-offset': '0' })
  await officer.post(`${IMPORTS}/${importId}/completion`)
  return rest(importId)
}
const confirm = async ({ importId, previewedAt }: Sent, more: object = {}): Promise<Sent> => {
  const answer = await officer.post(`${IMPORTS}/${importId}/confirmation`, { previewedAt, endsMissing: false, includedRows: [], ...more })
  expect(answer.statusCode).toBe(200)
  return rest(importId)
}
const table = (people = STAFF, head = ROSTER_HEAD): string => csv([head, ...people.map(rosterLine)])
const typed = (more: Record<string, string> = {}) => ({
  fullName: 'Đỗ Thị Tay',
  bornOn: '05/03/1990',
  sex: 'Nữ',
  nationalId: '',
  idExpiresOn: '',
  insuranceNumber: '',
  employeeNumber: '',
  department: 'Kho',
  shift: '',
  workPhone: '',
  workEmail: '',
  joinedOn: '',
  ...more,
})
type Page = { total: number; lines: { entryId: string; fullName: string; department: string; insuranceNumber: string | null }[] }
const page = async (query = ''): Promise<Page> => (await officer.get(`/api/employer/roster${query}`)).json<Page>()

describe('a list through the office app', () => {
  it('in the employer’s own headings: refused until somebody says what they mean, and remembered for the next file', async () => {
    const head = ['Nhân sự', 'Sinh', ...ROSTER_HEAD.slice(2)]
    const refused = await send(table(STAFF, head))
    expect(refused).toMatchObject({ state: 'refused', refusal: { code: 'import-header' }, groups: null })
    const { headings } = (await officer.get(`${IMPORTS}/${refused.importId}/headings`)).json<{
      headings: { heading: string; column: string | null; values: string[] }[]
    }>()
    expect(headings[0]).toEqual({ heading: 'Nhân sự', column: null, values: STAFF.slice(0, 3).map(({ name }) => name) })
    const chosen = [
      { heading: 'Nhân sự', column: 'fullName' },
      { heading: 'Sinh', column: 'bornOn' },
    ]
    expect((await officer.send('PUT', `${IMPORTS}/${refused.importId}/headings`, { headings: chosen })).statusCode).toBe(200)
    expect(await rest(refused.importId)).toMatchObject({ state: 'preview', groups: { new: 8 } })
    const next = await send(`${table(STAFF, head)}\r\n`)
    expect(next).toMatchObject({ state: 'preview', groups: { new: 8 } })
    await officer.post(`${IMPORTS}/${next.importId}/discarding`)
    await officer.post(`${IMPORTS}/${refused.importId}/discarding`)
  })

  it('is shown, written after a yes, and undone', async () => {
    const shown = await send(table())
    expect(shown).toMatchObject({ state: 'preview', groups: { new: 8, rejected: 0, elsewhere: 0 } })
    expect(await page()).toMatchObject({ total: 0 })
    const { rows } = (await officer.get(`${IMPORTS}/${shown.importId}/groups/new`)).json<{ rows: unknown[] }>()
    expect(rows).toHaveLength(8)
    expect(await confirm(shown)).toMatchObject({ state: 'applied' })
    expect(await page('?q=nguyen')).toMatchObject({ total: 8 })
    const undo = (await officer.post(`${IMPORTS}/${shown.importId}/undo`)).json<Sent>()
    await rest(undo.importId)
    expect(await page()).toMatchObject({ total: 0 })
  })

  it('comes back with one column more, whole or only the rows to mend, and these alone are read again', async () => {
    const [first, second, ...others] = STAFF
    if (first === undefined || second === undefined) throw new Error('no staff')
    const shown = await send(table([{ ...first, number: first.number.slice(1) }, second, ...others]))
    const faults = (await officer.get(`${IMPORTS}/${shown.importId}/faults/0`)).json<{ faults: Fault[] }>().faults
    expect(faults).toMatchObject([{ rowNo: 2, column: 'insuranceNumber', code: 'lost-zeros', value: first.number.slice(1) }])
    await confirm(shown)
    const whole = (await officer.get(`${IMPORTS}/${shown.importId}/error-file`)).body.trim().split('\r\n')
    const only = (await officer.get(`${IMPORTS}/${shown.importId}/error-file?only=true`)).body.trim().split('\r\n')
    expect([whole.length, only.length]).toEqual([9, 2])
    expect(only[1]).toContain('Số này có vẻ đã mất các số 0 ở đầu.')
    const mended = await send(only.join('\r\n').replace(`,${first.number.slice(1)},`, `,${first.number},`), 'part')
    expect(mended).toMatchObject({ state: 'preview', groups: { new: 1, missing: 0 } })
    await confirm(mended)
    expect(await page()).toMatchObject({ total: 8 })
  })

  it('given back as a whole tells no row that agrees from one that does not', async () => {
    const strangers = [700, 701, 702, 703, 704, 705].map(employee)
    // Two of them stand on no roster but in the register.
    await copyEmployees(platform.sql, [706, 707].map(employee))
    const shown = await send(table([...[706, 707].map(employee), ...strangers]))
    expect(shown).toMatchObject({ state: 'refused', groups: null, refusal: { code: 'import-matches-too-few' } })
    const faults = (await officer.get(`${IMPORTS}/${shown.importId}/faults/0`)).json<{ faults: Fault[] }>().faults
    expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(['file-not-confirmed']))
    expect(faults).toHaveLength(8)
    const lines = (await officer.get(`${IMPORTS}/${shown.importId}/error-file`)).body.trim().split('\r\n').slice(1)
    expect(new Set(lines.map((line) => line.slice(line.lastIndexOf(',') + 1))).size).toBe(1)
    expect((await officer.get(`${IMPORTS}/${shown.importId}/groups/new`)).json<{ rows: unknown[] }>().rows).toEqual([])
  })

  it('starts from whom the employer declares: name, birth date, number and id, nothing else', async () => {
    const started = await officer.post(`${IMPORTS}/from-register`)
    expect(started.statusCode).toBe(201)
    const shown = await rest(started.json<Sent>().importId)
    expect(shown).toMatchObject({ state: 'preview', groups: { known: 8, new: 0 } })
    expect(shown.mapping.map(({ column }) => column).toSorted()).toEqual(['bornOn', 'fullName', 'insuranceNumber', 'nationalId'])
  })

  it('has a template with a sheet of notes', async () => {
    const answer = await officer.get('/api/employer/roster/templates/xlsx')
    expect(answer.rawPayload.subarray(0, 2).toString()).toBe('PK')
    expect((await officer.get('/api/employer/roster/templates/csv')).body).toContain('Họ và tên,Ngày sinh')
  })
})

describe('one person by hand', () => {
  it('is added, changed and ended, each undone while nothing was built upon it', async () => {
    const added = await officer.post('/api/employer/roster/lines', typed())
    expect(added.statusCode).toBe(201)
    const { line, changeId } = added.json<{ line: { entryId: string }; changeId: string }>()
    const changed = await officer.send('PUT', `/api/employer/roster/lines/${line.entryId}`, typed({ department: 'Văn phòng' }))
    expect(changed.json()).toMatchObject({ line: { department: 'Văn phòng' } })
    expect((await officer.post(`/api/employer/roster/changes/${changeId}/undo`)).json()).toMatchObject({ code: 'roster-change-built-upon' })
    const ended = (await officer.post(`/api/employer/roster/lines/${line.entryId}/end`, { leftOn: '2026-01-31' })).json<{
      changeId: string
    }>()
    expect((await page('?q=tay')).lines).toEqual([])
    await officer.post(`/api/employer/roster/changes/${ended.changeId}/undo`)
    await officer.post(`/api/employer/roster/changes/${changed.json<{ changeId: string }>().changeId}/undo`)
    expect((await page('?q=tay')).lines).toMatchObject([{ department: 'Kho' }])
    await officer.post(`/api/employer/roster/changes/${changeId}/undo`)
    expect((await page('?q=tay')).lines).toEqual([])
  })

  it('answers alike whether the register knows the number or not', async () => {
    const known = await officer.post('/api/employer/roster/lines', typed({ insuranceNumber: employee(706).number }))
    const unknown = await officer.post('/api/employer/roster/lines', typed({ insuranceNumber: '9900777777', fullName: 'Đỗ Thị Chân' }))
    expect([known.statusCode, unknown.statusCode]).toEqual([201, 201])
    expect(Object.keys(known.json<object>())).toEqual(Object.keys(unknown.json<object>()))
  })

  it('is turned down with the field that is wrong, and when the number stands on the roster already', async () => {
    const wrong = (await officer.post('/api/employer/roster/lines', typed({ bornOn: '31/02/1990', insuranceNumber: '12345678' }))).json<{
      code: string
      fields: { field: string }[]
    }>()
    expect(wrong.code).toBe('roster-line-wrong')
    expect(wrong.fields.map(({ field }) => field)).toEqual(['bornOn', 'insuranceNumber'])
    const twice = await officer.post('/api/employer/roster/lines', typed({ insuranceNumber: STAFF[0]?.number ?? '' }))
    expect(twice.json()).toMatchObject({ code: 'roster-line-known' })
  })
})

describe('nobody else', () => {
  it('another employer’s officer and an operator get what a wrong address gets', async () => {
    const [latest] = (await officer.get(IMPORTS)).json<{ imports: Sent[] }>().imports
    const { lines } = await page()
    const ids = [latest?.importId ?? '', lines[0]?.entryId ?? '']
    expect(ids.every((id) => id !== '')).toBe(true)
    for (const [path, unknown] of [
      [`${IMPORTS}/${ids[0]}`, `${IMPORTS}/${randomUUID()}`],
      [`${IMPORTS}/${ids[0]}/faults/0`, `${IMPORTS}/${randomUUID()}/faults/0`],
      [`${IMPORTS}/${ids[0]}/headings`, `${IMPORTS}/${randomUUID()}/headings`],
    ] as const)
      expect((await stranger.get(path)).json<{ code: string }>().code).toBe((await stranger.get(unknown)).json<{ code: string }>().code)
    expect((await stranger.send('PUT', `/api/employer/roster/lines/${ids[1]}`, typed())).json()).toMatchObject({ code: 'not-found' })
    expect((await stranger.get('/api/employer/roster')).json()).toMatchObject({ total: 0 })
    const seen = (await operator.get('/api/imports')).json<{ imports: { kind: string }[] }>().imports
    expect(seen.filter(({ kind }) => kind === 'roster')).toEqual([])
    expect((await operator.get(`/api/imports/${ids[0]}`)).json()).toMatchObject({ code: 'not-found' })
    expect((await operator.get(`/api/imports/${ids[0]}/groups/new`)).json()).toMatchObject({ code: 'not-found' })
  })
})

const directory = process.env['ANSINH_REFERENCE_DIR'] ?? ''
describe.skipIf(directory === '')('the flat layout of the vectors', () => {
  it('is read: two people, one who leaves and one without a number', async () => {
    const shown = await send(readFileSync(join(directory, 'domain/vectors/d02lt-sample.csv')), 'part')
    expect(shown.mapping.map(({ column }) => column)).toEqual(
      expect.arrayContaining(['fullName', 'insuranceNumber', 'bornOn', 'sex', 'nationalId', 'department', 'methodCode', 'fromMonth']),
    )
  })
})
