import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAccessFixture } from './access-fixture.ts'
import { createApp } from './app.ts'
import { IMPORT_KINDS } from './import-kinds.ts'
import { startImportJobs } from './imports/index.ts'
import type { Server } from './platform/add-route.ts'
import type { TestClient } from './platform/test-client.ts'
import { openTestPlatform, type TestPlatform } from './platform/test-platform.ts'

let platform: TestPlatform
let server: Server
let operator: TestClient
beforeAll(async () => {
  platform = await openTestPlatform({ works: true })
  server = await createApp(platform, 'both')
  await server.fastify.ready()
  const { clients } = await openAccessFixture(platform, server)
  const found = clients.get('operator')
  if (found === undefined) throw new Error('no operator')
  operator = found
  await startImportJobs(platform, IMPORT_KINDS)
})
afterAll(async () => {
  await server.fastify.close()
  await platform.drop()
})

type Batch = { importId: string; state: string; previewedAt: string; groupCounts: Record<string, number> }

const FILE = Buffer.from('Mã số BHXH,Họ và tên,Ngày sinh,Giới tính\r\n9900200001,Trần Mẫu,1980,Nam\r\n123,Lê Mẫu,1980,Nữ\r\n')
const announce = (bytes: Buffer) => ({
  kind: 'persons',
  fileName: 'mau.csv',
  fileFormat: 'csv',
  sizeBytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  source: '',
})
const sendPiece = (importId: string, offset: number, bytes: Buffer) =>
  operator.send('PATCH', `/api/imports/${importId}/file`, bytes, {
    'content-type': 'application/octet-stream',
    'upload-offset': String(offset),
  })

const waitFor = async (importId: string, states: readonly string[]): Promise<Batch> => {
  for (let round = 0; round < 200; round += 1) {
    const batch = (await operator.get(`/api/imports/${importId}`)).json<Batch>()
    if (states.includes(batch.state)) return batch
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`never ${states.join(' or ')}`)
}

describe('an operator who sends a file', () => {
  it('sends it in pieces, goes on after a cut, sees the preview, says yes and takes it back', async () => {
    const begun = (await operator.post('/api/imports', announce(FILE))).json<{ import: Batch; offset: number }>()
    const { importId } = begun.import
    expect(begun.offset).toBe(0)
    expect((await sendPiece(importId, 0, FILE.subarray(0, 40))).json()).toEqual({ offset: 40 })
    expect((await sendPiece(importId, 0, FILE.subarray(0, 40))).json()).toEqual({ offset: 40 })
    expect((await sendPiece(importId, 50, FILE.subarray(50))).json()).toMatchObject({ code: 'upload-offset' })
    expect((await operator.post(`/api/imports/${importId}/completion`)).json()).toMatchObject({ code: 'upload-offset' })
    expect((await operator.post('/api/imports', announce(FILE))).json()).toMatchObject({ import: { importId }, offset: 40 })
    expect((await sendPiece(importId, 40, FILE.subarray(40))).json()).toEqual({ offset: FILE.length })
    expect((await operator.post(`/api/imports/${importId}/completion`)).statusCode).toBe(200)

    const preview = await waitFor(importId, ['preview'])
    expect(preview.groupCounts).toMatchObject({ new: 1, rejected: 1 })
    const { kept, rows } = (await operator.get(`/api/imports/${importId}/groups/new`)).json<{
      kept: boolean
      rows: { rowNo: number; cells: (string | null)[] }[]
    }>()
    expect(kept).toBe(true)
    expect(rows).toMatchObject([{ rowNo: 2 }])
    // A column that the file does not have is empty, not the word for it.
    expect(rows[0]?.cells).toContain(null)
    expect(rows[0]?.cells).not.toContain('NULL')
    expect((await operator.get(`/api/imports/${importId}/faults/0`)).json()).toMatchObject({
      faults: [{ rowNo: 3, column: 'insuranceNumber' }],
    })
    expect((await operator.get(`/api/imports/${importId}/error-file`)).body).toContain('Lỗi / cách sửa')
    const [read] = await platform.sql<
      { count: number }[]
    >`SELECT count(*)::integer AS count FROM audit_lines WHERE action = 'import-read' AND actor_kind = 'staff'`
    expect(read?.count).toBe(3)

    expect((await operator.post(`/api/imports/${importId}/confirmation`, { previewedAt: '2026-01-01' })).json()).toMatchObject({
      code: 'import-move',
    })
    expect((await operator.post(`/api/imports/${importId}/confirmation`, { previewedAt: preview.previewedAt })).statusCode).toBe(200)
    expect((await waitFor(importId, ['partly', 'applied'])).state).toBe('partly')
    const undo = (await operator.post(`/api/imports/${importId}/undo`)).json<Batch>()
    await waitFor(undo.importId, ['applied'])
    expect((await operator.get(`/api/imports/${importId}`)).json()).toMatchObject({ state: 'undone', compensatedByImportId: undo.importId })
  })

  it('is told that the rows are gone when a crash took them, and may say yes all the same', async () => {
    const bytes = Buffer.from('Mã số BHXH,Họ và tên,Ngày sinh,Giới tính\r\n9900200009,Trần Mẫu Khác,1981,Nam\r\n')
    const { importId } = (await operator.post('/api/imports', announce(bytes))).json<{ import: Batch }>().import
    await sendPiece(importId, 0, bytes)
    await operator.post(`/api/imports/${importId}/completion`)
    const { previewedAt } = await waitFor(importId, ['preview'])
    await platform.sql`DELETE FROM import_rows WHERE batch_id = ${importId}`
    expect((await operator.get(`/api/imports/${importId}/groups/new`)).json()).toEqual({ kept: false, rows: [] })
    await operator.post(`/api/imports/${importId}/confirmation`, { previewedAt })
    expect(await waitFor(importId, ['applied', 'partly', 'refused'])).toMatchObject({ state: 'applied', groupCounts: { new: 1 } })
  })

  it('is told when the bytes are not those announced, and starts over', async () => {
    const bytes = Buffer.from('a,b\r\n1,2\r\n')
    const begun = (await operator.post('/api/imports', { ...announce(bytes), sha256: 'a'.repeat(64) })).json<{ import: Batch }>()
    await sendPiece(begun.import.importId, 0, bytes)
    expect((await operator.post(`/api/imports/${begun.import.importId}/completion`)).json()).toMatchObject({ code: 'upload-hash' })
    expect((await operator.post(`/api/imports/${begun.import.importId}/discarding`)).json()).toMatchObject({
      state: 'discarded',
      fileKept: false,
    })
  })

  it('finds what can be imported and takes an empty form for it', async () => {
    const { kinds } = (await operator.get('/api/import-kinds')).json<{ kinds: { name: string }[] }>()
    expect(kinds.map(({ name }) => name)).toContain('persons')
    expect((await operator.get('/api/import-kinds/persons/templates/csv')).body).toContain('Mã số BHXH,Họ và tên')
    expect((await operator.get('/api/import-kinds/persons/templates/xlsx')).rawPayload.subarray(0, 2).toString()).toBe('PK')
  })
})
