import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAccessFixture } from './access-fixture.ts'
import { createApp } from './app.ts'
import { csv, HEAD, importText, nextNumber, randomName } from './import-fixture.ts'
import { IMPORT_KINDS } from './import-kinds.ts'
import { eraseBatchFile, processImport, startUndo } from './imports/index.ts'
import { findPersonByLogin, personImport } from './persons/index.ts'
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
})
afterAll(async () => {
  await server.fastify.close()
  await platform.drop()
})

type Listed = { decidable: boolean; mayBeOther: boolean; waiting: number; rows: { rowNo: number; person: { insuranceNumber: string } }[] }
type Decided = { waiting: number; writtenByImportId: string | null }

const send = (rows: string[][]) => importText(platform, IMPORT_KINDS, { kind: 'persons', content: csv([HEAD, ...rows]) })
const list = async (importId: string): Promise<Listed> => (await operator.get(`/api/imports/${importId}/close-matches`)).json<Listed>()
const decide = (importId: string, rowNos: number[], verdict: string) =>
  operator.post(`/api/imports/${importId}/close-matches/decision`, { rowNos, verdict })

/** Somebody in the register, and a file with the same person born on another day and a namesake under another number. */
const openCase = async () => {
  const [number, other] = [nextNumber(), nextNumber()]
  const name = `Trần Mẫu ${randomName()}`
  await send([[number, name, '05/03/1980', 'Nữ', '', 'Số 1']])
  const batch = await send([
    [number, name, '06/03/1980', 'Nữ', '', 'Số 2'],
    [other, name, '05/03/1980', 'Nữ', '', 'Số 3'],
  ])
  return { number, other, name, batch }
}

describe('a row that is like somebody of the register', () => {
  it('waits for a person, beside what the register says, and whoever is shown sees it in their record', async () => {
    const { number, batch } = await openCase()
    expect(batch).toMatchObject({ state: 'partly', groupCounts: { 'close-match': 2 }, appliedCounts: { written: 0 } })
    const listed = await list(batch.batchId)
    expect(listed).toMatchObject({ decidable: true, mayBeOther: true, waiting: 2 })
    expect(listed.rows.map(({ person }) => person.insuranceNumber)).toEqual([number, number])
    const person = await findPersonByLogin(platform.sql, number)
    const lines = await platform.sql`SELECT FROM audit_lines WHERE action = 'close-match-read' AND person_id = ${person?.personId ?? 0}`
    expect(lines).toHaveLength(2)
  })

  it('is written as the file says when it is the same person, and that is undone like any import', async () => {
    const { number, batch } = await openCase()
    const { waiting, writtenByImportId } = (await decide(batch.batchId, [2], 'same')).json<Decided>()
    expect(waiting).toBe(1)
    expect(await findPersonByLogin(platform.sql, number)).toMatchObject({ bornOn: '1980-03-06', address: 'Số 2' })
    const written = (await operator.get(`/api/imports/${writtenByImportId}`)).json()
    expect(written).toMatchObject({ state: 'applied', decidesImportId: batch.batchId, appliedCounts: { written: 1, ended: 1 } })
    const undo = await startUndo(platform, personImport, writtenByImportId ?? '', { kind: 'system', job: 'test' })
    expect(await processImport(platform, IMPORT_KINDS, undo)).toMatchObject({ state: 'applied' })
    expect(await findPersonByLogin(platform.sql, number)).toMatchObject({ bornOn: '1980-03-05', address: 'Số 1' })
  })

  it('is added when it is somebody else, and told as moved when its number is taken meanwhile', async () => {
    const { number, other, name, batch } = await openCase()
    expect((await decide(batch.batchId, [2], 'other')).json()).toMatchObject({ code: 'close-match-moved' })
    expect((await decide(batch.batchId, [3], 'other')).json()).toMatchObject({ waiting: 1 })
    const added = await findPersonByLogin(platform.sql, other)
    expect(added).toMatchObject({ fullName: name, address: 'Số 3' })
    expect(added?.personId).not.toBe((await findPersonByLogin(platform.sql, number))?.personId)
  })

  it('is decided once, by whoever it was; nothing of a row denied is written', async () => {
    const { other, batch } = await openCase()
    expect((await decide(batch.batchId, [2, 3], 'neither')).json()).toEqual({ waiting: 0, writtenByImportId: null })
    expect((await decide(batch.batchId, [3], 'other')).json()).toMatchObject({ code: 'import-move' })
    expect(await findPersonByLogin(platform.sql, other)).toBeNull()
    const lines = await platform.sql<{ verdict: string }[]>`SELECT details ->> 'verdict' AS verdict FROM audit_lines
      WHERE action = 'close-match-decided' AND details ->> 'batchId' = ${batch.batchId}`
    expect(lines.map(({ verdict }) => verdict)).toEqual(['neither', 'neither'])
  })

  it('is forgotten with the file', async () => {
    const { batch } = await openCase()
    await eraseBatchFile(platform, batch.batchId)
    expect(await list(batch.batchId)).toMatchObject({ waiting: 0, rows: [] })
  })
})
