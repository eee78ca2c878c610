import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Consent, DataExport } from '@an-sinh/contract'
import { CONSENT_PURPOSES, currentConsentText } from '@an-sinh/domain'
import { openAccount, prepareFirstPassword } from '../accounts/index.ts'
import { stopDocumentThreads } from '../documents/index.ts'
import type { Server } from '../platform/add-route.ts'
import { makeServer } from '../platform/make-server.ts'
import { hashPassword } from '../platform/passwords.ts'
import { TestClient } from '../platform/test-client.ts'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { openStatementChecks, registerStatements } from '../statements/index.ts'
import { copyTwoPeople } from './people-fixture.ts'
import { eraseDataExports } from './erase-data-exports-job.ts'
import { registerOwnData } from './index.ts'
import { makeDataExport } from './make-data-export-job.ts'

const PASSWORD = 'cơn mưa chiều nay đi đâu'
let platform: TestPlatform
let owner: number
let neighbour: number
let asOwner: Server
let asNeighbour: Server

const serverOf = async (personId: number): Promise<Server> => {
  const nobody = async () => null
  const citizen = async () => ({ kind: 'citizen', personId, sessionHash: Buffer.alloc(32) }) as const
  const server = await makeServer(platform, 'citizen', { applicant: nobody, citizen, staff: nobody, employer: nobody })
  registerOwnData(server, platform)
  registerStatements(server, platform)
  return server
}

beforeAll(async () => {
  platform = await openTestPlatform()
  ;[owner = 0, neighbour = 0] = await copyTwoPeople(platform.sql)
  const { hash } = await prepareFirstPassword()
  await inTransaction(platform, (transaction) =>
    openAccount(transaction, {
      personId: owner,
      phone: '0950000400',
      email: null,
      registrationId: randomUUID(),
      firstPasswordHash: hash,
      heldUntil: new Date(Date.now() - 1000),
    }),
  )
  await platform.sql`UPDATE accounts SET password_hash = ${await hashPassword(PASSWORD)} WHERE person_id = ${owner}`
  asOwner = await serverOf(owner)
  asNeighbour = await serverOf(neighbour)
})
afterAll(async () => {
  await asOwner.fastify.close()
  await asNeighbour.fastify.close()
  await stopDocumentThreads()
  await platform.drop()
})

const order = (exportId: string, password = PASSWORD) => new TestClient(asOwner).post('/api/me/data-exports', { exportId, password })
const list = async (server = asOwner): Promise<DataExport[]> =>
  (await new TestClient(server).get('/api/me/data-exports')).json<{ exports: DataExport[] }>().exports
const find = async (exportId: string): Promise<DataExport> => {
  const found = (await list()).find((one) => one.exportId === exportId)
  if (found === undefined) throw new Error('the copy is not in the list')
  return found
}
const fetchFile = (exportId: string, format: string, server = asOwner) =>
  new TestClient(server).get(`/api/me/data-exports/${exportId}/file?format=${format}`)
const check = async (code: string | null, sha256: string) => openStatementChecks(platform)({ code: code ?? '', sha256 })
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

describe('a copy of everything', () => {
  const exportId = randomUUID()

  it('is not ordered with another password, and is ordered once with the right one', async () => {
    expect((await order(exportId, 'không phải mật khẩu')).json<{ code: string }>().code).toBe('current-password-wrong')
    expect((await order(exportId)).json<DataExport>()).toMatchObject({ exportId, state: 'waiting', files: [] })
    expect((await order(exportId)).statusCode).toBe(201)
    expect((await order(randomUUID())).json<{ code: string }>().code).toBe('export-open-already')
    expect((await fetchFile(exportId, 'json')).json<{ code: string }>().code).toBe('export-not-ready')
    expect(await list()).toHaveLength(1)
  })
  it('is made by the job, once, and says how far it was', async () => {
    await makeDataExport(platform, { personId: owner, exportId })
    const made = await find(exportId)
    expect(made.state).toBe('ready')
    expect(made.sectionsDone).toBe(made.sectionsTotal)
    expect(made.sectionsTotal).toBeGreaterThan(20)
    await makeDataExport(platform, { personId: owner, exportId })
    expect(await find(exportId)).toEqual(made)
  })
  it('holds every table that is cut up by person, and nobody else’s rows', async () => {
    const file = (await fetchFile(exportId, 'json')).json<{ sections: { table: string; rows: { person_id?: number }[] }[] }>()
    const tables = await platform.sql<{ name: string }[]>`
      SELECT c.relname AS name FROM pg_partitioned_table t JOIN pg_class c ON c.oid = t.partrelid
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = t.partattrs[0] AND a.attname = 'person_id'`
    expect(file.sections.map(({ table }) => table).toSorted()).toEqual(
      [...tables.map(({ name }) => name), 'registrations', 'tickets', 'accesses', 'photos'].toSorted(),
    )
    const foreign = file.sections.flatMap(({ rows }) => rows).filter((row) => row.person_id !== undefined && row.person_id !== owner)
    expect(foreign).toEqual([])
    expect(file.sections.find(({ table }) => table === 'participation_spells')?.rows).toHaveLength(5)
  })
  it('lets no password, no key and no encrypted part out', async () => {
    const text = (await fetchFile(exportId, 'json')).body
    expect(text).not.toMatch(/\$argon2|\$scrypt|password_hash|sealed_|_hmac|_encrypted|staff_id/u)
    expect(text).toContain('Trần Thị Mẫu Sao')
  })
  it('is a PDF too, and anybody who has the code learns whether a file is unchanged, and no name', async () => {
    const { code } = await find(exportId)
    const [json, pdf] = [(await fetchFile(exportId, 'json')).rawPayload, (await fetchFile(exportId, 'pdf')).rawPayload]
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(await check(code, hashOf(json))).toMatchObject({ state: 'valid', file: 'unchanged' })
    const told = await check(code, hashOf(pdf))
    expect(told).toMatchObject({ state: 'valid', file: 'unchanged' })
    expect(JSON.stringify(told)).not.toMatch(/Mẫu Sao|9900000400/u)
    expect(JSON.stringify(told).replaceAll(' ', '')).toContain(hashOf(json))
    expect(await check(code, hashOf(Buffer.concat([json, Buffer.from(' ')])))).toMatchObject({ state: 'valid', file: 'other' })
  })
  it('is nobody else’s to see or to fetch, and no statement of the list', async () => {
    expect(await list(asNeighbour)).toEqual([])
    expect((await fetchFile(exportId, 'pdf', asNeighbour)).statusCode).toBe(404)
    expect((await new TestClient(asOwner).get('/api/me/statements')).json<{ statements: unknown[] }>().statements).toEqual([])
    expect((await new TestClient(asOwner).get(`/api/me/statements/${exportId}/file`)).statusCode).toBe(404)
  })
  it('lies encrypted', async () => {
    const rows = await platform.sql<{ sealed: Buffer }[]>`SELECT sealed FROM data_export_files WHERE person_id = ${owner}`
    expect(rows.map(({ sealed }) => sealed.includes('Mẫu Sao') || sealed.includes('%PDF'))).toEqual([false, false])
  })
  it('is there for seven days, is then refused at once, and is erased by the next job; the check goes on', async () => {
    const { code } = await find(exportId)
    const { sha256 = '' } = (await find(exportId)).files[0] ?? {}
    await platform.moveClock('6 days 23 hours')
    expect(await eraseDataExports(platform)).toEqual({ erased: 0, forgotten: 0 })
    expect((await fetchFile(exportId, 'json')).statusCode).toBe(200)
    await platform.moveClock('7 days 1 minute')
    expect((await fetchFile(exportId, 'json')).json<{ code: string }>().code).toBe('export-erased')
    expect(await eraseDataExports(platform)).toEqual({ erased: 1, forgotten: 0 })
    expect(await platform.sql`SELECT 1 FROM data_export_files WHERE person_id = ${owner}`).toHaveLength(0)
    expect(await find(exportId)).toMatchObject({ state: 'erased', files: [] })
    expect(await check(code, sha256)).toMatchObject({ state: 'valid', file: 'unchanged' })
    await platform.moveClock('0')
  })
  it('that nobody made in an hour is told as failed, and may be asked for anew', async () => {
    const forgotten = randomUUID()
    await order(forgotten)
    await platform.moveClock('61 minutes')
    expect(await eraseDataExports(platform)).toEqual({ erased: 0, forgotten: 1 })
    await platform.moveClock('0')
    expect((await find(forgotten)).state).toBe('failed')
    expect((await order(randomUUID())).statusCode).toBe(201)
  })
})

describe('consents', () => {
  const read = async (): Promise<Consent[]> =>
    (await new TestClient(asOwner).get('/api/me/consents')).json<{ consents: Consent[] }>().consents
  const decide = (purpose: string, decision: string, textVersion: string) =>
    new TestClient(asOwner).post('/api/me/consents', { purpose, decision, textVersion })
  const { version } = currentConsentText('survey')

  it('stand for nothing until somebody decides', async () => {
    expect((await read()).map(({ purpose, stands, decisions }) => [purpose, stands, decisions.length])).toEqual(
      CONSENT_PURPOSES.map((purpose) => [purpose, false, 0]),
    )
  })
  it('are given to the wording that was read, withdrawn as easily, and every decision stays', async () => {
    expect((await decide('survey', 'given', 'survey-0')).json<{ code: string }>().code).toBe('consent-text-changed')
    for (const decision of ['given', 'given', 'withdrawn', 'withdrawn', 'given', 'withdrawn']) await decide('survey', decision, version)
    const [survey] = await read()
    expect(survey?.stands).toBe(false)
    expect(survey?.decisions.map(({ decision }) => decision)).toEqual(['withdrawn', 'given', 'withdrawn', 'given'])
    expect(survey?.decisions[0]).toMatchObject({ textVersion: version, text: currentConsentText('survey').text })
  })
  it('cannot be changed afterwards, not even by the program', async () => {
    await expect(platform.sql`UPDATE consent_decisions SET decision = 'given' WHERE person_id = ${owner}`).rejects.toThrow(
      /permission denied/u,
    )
    await expect(platform.sql`DELETE FROM consent_decisions WHERE person_id = ${owner}`).rejects.toThrow(/permission denied/u)
  })
})
