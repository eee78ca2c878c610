import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { IssuedStatement, StatementOrder, StatementPreview } from '@an-sinh/contract'
import { copyBenefits } from '../benefits/index.ts'
import { copyParticipation } from '../contributions/index.ts'
import { stopDocumentThreads } from '../documents/index.ts'
import type { Server } from '../platform/add-route.ts'
import { makeServer } from '../platform/make-server.ts'
import { TestClient } from '../platform/test-client.ts'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { openStatementChecks } from './check-statement.ts'
import { eraseStatements } from './erase-statements-job.ts'
import { registerStatements } from './index.ts'
import { copyTwoPeople, pensionOf, spellOf } from './statements-fixture.ts'

const NAME = 'Trần Thị Mẫu Giấy'
const CODE = /^[0-9A-HJKMNP-TV-Z]{12}$/u
let platform: TestPlatform
let worker: number
let neighbour: number
let asWorker: Server
let asNeighbour: Server

const serverOf = async (personId: number): Promise<Server> => {
  const nobody = async () => null
  const citizen = async () => ({ kind: 'citizen', personId, sessionHash: Buffer.alloc(32) }) as const
  const server = await makeServer(platform, 'citizen', { applicant: nobody, citizen, staff: nobody, employer: nobody })
  registerStatements(server, platform)
  return server
}
const moveTo = async (instant: string): Promise<void> => {
  const [now] = await platform.sql<{ offset: string }[]>`SELECT (${instant}::timestamptz - now())::text AS offset`
  await platform.moveClock(now?.offset ?? '0')
}

beforeAll(async () => {
  platform = await openTestPlatform()
  await moveTo('2026-11-15 12:00+07')
  ;[worker = 0, neighbour = 0] = await copyTwoPeople(platform.sql, NAME)
  asWorker = await serverOf(worker)
  asNeighbour = await serverOf(neighbour)
})
afterAll(async () => {
  await asWorker.fastify.close()
  await asNeighbour.fastify.close()
  await stopDocumentThreads()
  await platform.drop()
})

const letter = (fields: StatementOrder['fields'], validDays = 30): StatementOrder => ({
  kind: 'confirmation',
  year: null,
  fields,
  validDays,
})
const NOTICE: StatementOrder = { kind: 'yearly-notice', year: 2026, fields: [], validDays: null }
const BOOK: StatementOrder = { kind: 'participation-book', year: null, fields: ['total-time'], validDays: null }

const issue = async (order: StatementOrder): Promise<IssuedStatement> => {
  const answer = await new TestClient(asWorker).post('/api/me/statements', { statementId: randomUUID(), ...order })
  expect(answer.statusCode).toBe(201)
  return answer.json<IssuedStatement>()
}
const check = async (code: string, sha256?: string) => {
  const found = await openStatementChecks(platform)({ code, sha256 })
  if (found === null) throw new Error(`no statement under ${code}`)
  return found
}
const preview = async (order: StatementOrder): Promise<StatementPreview> =>
  (await new TestClient(asWorker).post('/api/me/statement-previews', order)).json<StatementPreview>()
const download = async ({ statementId }: IssuedStatement): Promise<Buffer> => {
  const answer = await new TestClient(asWorker).get(`/api/me/statements/${statementId}/file`)
  expect(answer.statusCode).toBe(200)
  return answer.rawPayload
}
const valuesOf = (lines: StatementPreview['lines']): string[] => lines.map(({ value }) => value.vi)

describe('a letter', () => {
  it('says what was ticked and nothing else, on paper and on the check page alike', async () => {
    const { lines, shared } = await preview(letter(['current-employer', 'insurance-number-masked']))
    expect(valuesOf(lines)).toEqual(['T. T. M. G.', '••••••0300', 'Công ty Kiểm Thử'])
    expect(shared).toEqual(lines)
    const issued = await issue(letter(['current-employer', 'insurance-number-masked']))
    expect(issued).toMatchObject({ state: 'valid', validUntil: '2026-12-15', code: expect.stringMatching(CODE) as string })
    expect(await check(issued.code)).toMatchObject({ state: 'valid', shared: lines, file: 'not-asked' })
  })
  it('tells participation, time, card and salaries in words', async () => {
    expect(
      valuesOf((await preview(letter(['full-name', 'current-participation', 'total-time', 'health-card', 'recent-salaries']))).lines),
    ).toEqual([
      NAME,
      'BHXH, BHTN, BHTNLĐ-BNN, BHYT',
      '6 năm 11 tháng',
      '11 tháng',
      '11 tháng',
      '11 tháng',
      'Có giá trị từ 01/01/2026 đến 31/12/2026',
      '8.000.000 đ/tháng',
    ])
  })
  it('lists what was granted, or says that nothing was', async () => {
    const lines = (await preview(letter(['benefits-received']))).lines
    expect(lines.map(({ label, value }) => `${label.vi}: ${value.vi}`)).toEqual([
      'Chữ cái đầu của họ tên: T. T. M. G.',
      'Chế độ hưởng: Chưa hưởng chế độ nào',
    ])
    await copyBenefits(platform.sql, [pensionOf(worker)], 'test')
    expect((await preview(letter(['benefits-received']))).lines.at(-1)).toMatchObject({
      label: { vi: 'Chế độ hưởng: Lương hưu' },
      value: { vi: '4.500.000 đ/tháng, từ 01/05/2026', en: '4.500.000 VND a month, from 1 May 2026' },
    })
  })
  it.each([
    ['without anything to confirm', letter(['full-name', 'insurance-number']), 'statement-fields-missing'],
    ['with a validity that is not offered', letter(['total-time'], 31), 'statement-validity'],
    ['a notice of a year without participation', { ...NOTICE, year: 2019 }, 'statement-year'],
    ['a notice with salaries for everybody to read', { ...NOTICE, fields: ['recent-salaries'] }, 'statement-field'],
  ] as const)('is refused: %s', async (_name, order, code) => {
    const answer = await new TestClient(asWorker).post('/api/me/statements', { statementId: randomUUID(), ...order })
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([400, code])
  })
})

describe('an issued statement', () => {
  it('is issued once, however often the button is pressed', async () => {
    const order = { statementId: randomUUID(), ...BOOK }
    const answers = await Promise.all([1, 2, 3].map(() => new TestClient(asWorker).post('/api/me/statements', order)))
    expect(new Set(answers.map((answer) => answer.json<IssuedStatement>().code)).size).toBe(1)
    expect([...(await platform.sql`SELECT FROM statement_codes WHERE statement_id = ${order.statementId}`)]).toHaveLength(1)
  })
  it('stays as it was after a correction; a new one tells the new state', async () => {
    const before = await issue(letter(['current-employer']))
    const file = await download(before)
    const [wrong] = await platform.sql<
      { id: string }[]
    >`SELECT spell_id AS id FROM participation_spells WHERE person_id = ${worker} AND branch = 'social' AND to_month IS NULL`
    await platform.sql`INSERT INTO participation_spell_endings (person_id, spell_id, kind, source) VALUES (${worker}, ${wrong?.id ?? ''}, 'correction', 'test')`
    await copyParticipation(
      platform.sql,
      [spellOf(worker, 'social', '2026-01', null, { employerName: 'Công ty Đã Sửa', lateMonths: 2 })],
      'test',
    )
    expect(valuesOf((await check(before.code)).shared)).toContain('Công ty Kiểm Thử')
    expect((await download(before)).equals(file)).toBe(true)
    expect(valuesOf((await check((await issue(letter(['current-employer']))).code)).shared)).toContain('Công ty Đã Sửa')
  })
  it('is told from a changed file by its hash', async () => {
    const issued = await issue(NOTICE)
    const file = await download(issued)
    const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
    expect((await check(issued.code, hashOf(file))).file).toBe('unchanged')
    expect((await check(issued.code, hashOf(Buffer.concat([file, Buffer.from(' ')])))).file).toBe('other')
  })
  it('is nobody else’s: not to be read, withdrawn, or guessed by its id', async () => {
    const { statementId } = await issue(BOOK)
    const other = new TestClient(asNeighbour)
    expect((await other.get(`/api/me/statements/${statementId}/file`)).statusCode).toBe(404)
    expect((await other.post(`/api/me/statements/${statementId}/withdrawal`)).statusCode).toBe(404)
    expect((await other.get('/api/me/statements')).json()).toEqual({ statements: [], years: [] })
  })
  it('rests encrypted: neither name nor code is in the tables', async () => {
    const { code, statementId } = await issue(letter(['full-name', 'total-time']))
    const [row] = await platform.sql<{ text: string }[]>`SELECT encode(sealed_content || sealed_code, 'escape') AS text FROM statements
      WHERE statement_id = ${statementId}`
    const [codes] = await platform.sql<
      { text: string }[]
    >`SELECT encode(code_hmac, 'escape') AS text FROM statement_codes WHERE statement_id = ${statementId}`
    expect(row?.text.length).toBeGreaterThan(500)
    for (const secret of [NAME, code, 'Tổng thời gian']) expect((row?.text ?? '') + (codes?.text ?? '')).not.toContain(secret)
  })
  it('cannot be rewritten by the program', async () => {
    await expect(platform.sql`UPDATE statements SET sealed_content = ''`).rejects.toThrow('permission denied')
    await expect(platform.sql`UPDATE statement_codes SET person_id = 1`).rejects.toThrow('permission denied')
  })
})

describe('the check', () => {
  it('shares the initials alone when nothing was ticked', async () => {
    expect(valuesOf((await check((await issue(NOTICE)).code)).shared)).toEqual(['T. T. M. G.'])
  })
  it('says withdrawn, and shows nothing any more; the paper is not printed again', async () => {
    const { code, statementId } = await issue(letter(['full-name', 'total-time']))
    const client = new TestClient(asWorker)
    for (let time = 0; time < 2; time += 1)
      expect((await client.post(`/api/me/statements/${statementId}/withdrawal`)).json<IssuedStatement>().state).toBe('withdrawn')
    expect(await check(code)).toMatchObject({ state: 'withdrawn', shared: [] })
    expect((await client.get(`/api/me/statements/${statementId}/file`)).json()).toMatchObject({ code: 'statement-withdrawn' })
    expect([...(await platform.sql`SELECT FROM audit_lines WHERE action = 'statement-withdrawn' AND person_id = ${worker}`)]).toHaveLength(
      1,
    )
  })
  it('finds nothing under a code that leads nowhere', async () => {
    expect(await openStatementChecks(platform)({ code: '000000000000' })).toBeNull()
  })
  it('says run out on the day after the last one', async () => {
    const { code } = await issue(letter(['full-name', 'total-time']))
    await moveTo('2026-12-15 23:00+07')
    expect((await check(code)).state).toBe('valid')
    await moveTo('2026-12-16 00:30+07')
    expect(await check(code)).toMatchObject({ state: 'expired', validUntil: '2026-12-15', shared: [] })
  })
})

describe('a statement kept long enough', () => {
  it('loses its words and its file, and its code says so instead of nothing', async () => {
    await moveTo('2026-11-15 12:00+07')
    const old = await issue(letter(['total-time']))
    await moveTo('2031-11-14 12:00+07')
    const young = await issue(BOOK)
    expect(await eraseStatements(platform)).toBe(0)
    await moveTo('2031-11-16 12:00+07')
    expect(await eraseStatements(platform)).toBeGreaterThan(0)
    expect(await check(old.code)).toMatchObject({ state: 'erased', shared: [], file: 'not-asked' })
    expect(await check(young.code)).toMatchObject({ state: 'valid' })
    const client = new TestClient(asWorker)
    expect((await client.get(`/api/me/statements/${old.statementId}/file`)).statusCode).toBe(404)
    const { statements } = (await client.get('/api/me/statements')).json<{ statements: IssuedStatement[] }>()
    expect(statements.map(({ statementId }) => statementId)).not.toContain(old.statementId)
    const [row] =
      await platform.sql`SELECT length(sealed_content) AS content, length(sealed_code) AS code FROM statements WHERE statement_id = ${old.statementId}`
    expect(row).toEqual({ content: 0, code: 0 })
  })
})
