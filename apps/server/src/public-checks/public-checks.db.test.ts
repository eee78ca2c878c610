import { createHash, randomUUID } from 'node:crypto'
import type { CheckedPaper, IssuedStatement } from '@an-sinh/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyHealthCards } from '../cards/index.ts'
import { copyParticipation } from '../contributions/index.ts'
import { stopDocumentThreads } from '../documents/index.ts'
import { copyPersons } from '../persons/index.ts'
import type { Server } from '../platform/add-route.ts'
import { makeServer } from '../platform/make-server.ts'
import { makeUpDevice, postWorking } from '../platform/do-work-fixture.ts'
import { TestClient } from '../platform/test-client.ts'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { makePaperCode } from '../paper-codes/index.ts'
import { seedReference } from '../reference/index.ts'
import { registerStatements } from '../statements/index.ts'
import { registerWalletCards } from '../wallet-cards/index.ts'
import { registerPublicChecks } from './index.ts'

const NAME = 'Trần Thị Mẫu Giấy'
const CARD = '9900000777'

let platform: TestPlatform
let server: Server
let holder: TestClient
let personId = 0

const copyHolder = async (): Promise<number> => {
  const unknown = { nationalId: null, legacyId: null, passportNumber: null, wardCode: null, address: null, phoneOnFile: null, diedOn: null }
  const person = { ...unknown, fullName: NAME, bornOn: '1990-01-02', sex: 'female', insuranceNumber: CARD, nationality: 'VN' } as const
  const family = { householdId: null, householdRelation: null, mergedIntoPersonId: null }
  const [id = 0] = await copyPersons(platform.sql, { persons: [{ ...person, ...family }], households: [] }, 'test')
  const card = {
    healthCardNumber: CARD,
    legacyCardNumber: null,
    participantGroup: 'DN',
    coverageLevel: 4,
    areaCode: null,
    validTo: null,
  } as const
  const more = {
    registeredFacilityCode: '01003',
    validFrom: '2026-01-01',
    continuousSince: null,
    issuedOn: '2026-01-01',
    issuingOfficeId: null,
  }
  await copyHealthCards(platform.sql, [{ personId: id, ...card, ...more }], 'test')
  const spell = { branch: 'social', fromMonth: '2026-01', toMonth: null, scheme: 'compulsory', employerId: null, jobTitle: null } as const
  const work = {
    employerName: 'Công ty Kiểm Thử',
    workplace: null,
    contributorySalaryVnd: 8_000_000,
    wageParts: { baseVnd: 8_000_000 },
    lateMonths: 0,
  }
  await copyParticipation(platform.sql, [{ personId: id, ...spell, ...work }], 'test')
  return id
}

beforeAll(async () => {
  platform = await openTestPlatform()
  await seedReference(platform.sql)
  personId = await copyHolder()
  const nobody = async (): Promise<null> => null
  const citizen = async () => ({ kind: 'citizen', personId, sessionHash: Buffer.alloc(32) }) as const
  server = await makeServer(platform, 'citizen', { applicant: nobody, citizen, staff: nobody, employer: nobody })
  registerStatements(server, platform)
  registerWalletCards(server, platform)
  registerPublicChecks(server, platform)
  await server.fastify.ready()
  holder = new TestClient(server)
})
afterAll(async () => {
  await server.fastify.close()
  await stopDocumentThreads()
  await platform.drop()
})

const ask = (body: object, client = new TestClient(server)) => client.post('/api/paper-checks', body)
const check = async (code: string, sha256?: string): Promise<CheckedPaper> => {
  const answer = await ask({ code, ...(sha256 === undefined ? {} : { sha256 }) })
  expect(answer.statusCode).toBe(200)
  return answer.json<CheckedPaper>()
}
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
const issueLetter = async (): Promise<IssuedStatement> => {
  const order = { statementId: randomUUID(), kind: 'confirmation', year: null, fields: ['full-name', 'current-employer'], validDays: 30 }
  return (await holder.post('/api/me/statements', order)).json<IssuedStatement>()
}
/** Codes that lead to a card, newest last; the paper itself shows them, the table their keyed hashes alone. */
const printCard = async (query = ''): Promise<{ pdf: Buffer; code: string }> => {
  const answer = await holder.get(`/api/me/health-card/wallet${query}`)
  expect(answer.statusCode).toBe(200)
  return { pdf: answer.rawPayload, code: await readCode(answer.rawPayload) }
}
const readCode = async (pdf: Buffer): Promise<string> => {
  const { execFileSync } = await import('node:child_process')
  const text = execFileSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' })
  const [code = ''] = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/u.exec(text) ?? []
  return code
}
const hasPoppler = async (): Promise<boolean> => {
  const { spawnSync } = await import('node:child_process')
  return spawnSync('pdftotext', ['-v']).status === 0
}

describe('one entry for every paper', () => {
  it('asks a network that checks by the dozen without a cookie for a moment’s work, and refuses nobody', async () => {
    const { code } = await issueLetter()
    const from = () => new TestClient(server, { address: '198.51.92.5' })
    const codes: number[] = []
    for (let at = 0; at < 122; at += 1) codes.push((await ask({ code }, at % 2 === 0 ? from() : makeUpDevice(from()))).statusCode)
    expect(codes).toStrictEqual([...Array(120).fill(200), 428, 428])
    expect((await postWorking(from(), '/api/paper-checks', { code })).json()).toMatchObject({ kind: 'statement', state: 'valid' })
  })

  it('knows a letter by its code, with hyphens and by its address, and tells what its holder ticked', async () => {
    const { code, checkUrl } = await issueLetter()
    for (const typed of [code, `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`.toLowerCase(), checkUrl])
      expect(await check(typed)).toMatchObject({ kind: 'statement', state: 'valid', file: 'not-asked', sample: false })
    expect((await check(code)).shared.map(({ value }) => value.vi)).toEqual([NAME, 'Công ty Kiểm Thử'])
  })
  it('knows a badge by what its QR holds, and one that was changed', async () => {
    const { checkAgentBadge } = await import('../agent-badges/index.ts')
    expect((await checkAgentBadge(platform, 'MAU-DT-0101~00000000000000000000')).state).toBe('altered')
    expect(await check('http://localhost:4000/kiem-tra/dai-ly/MAU-DT-0101~00000000000000000000')).toMatchObject({
      kind: 'agent-badge',
      state: 'altered',
      shared: [],
    })
  })
  it('knows a receipt, and tells initials, office and day', async () => {
    const shared = [{ label: { vi: 'Người nộp', en: 'Handed in by' }, value: { vi: 'T. T. M.', en: 'T. T. M.' } }]
    const order = { kind: 'receipt', paper: 'registration/1', validUntil: null, content: { subject: null, shared } } as const
    const { check: printed } = await makePaperCode(platform, platform.sql, order)
    expect((await makePaperCode(platform, platform.sql, order)).check).toEqual(printed)
    expect(await check(printed.shown)).toMatchObject({ kind: 'receipt', state: 'valid', shared })
    const [row] = await platform.sql<{ text: string }[]>`SELECT encode(sealed_content || code_hmac, 'escape') AS text FROM paper_codes`
    for (const secret of ['T. T. M.', printed.shown, printed.shown.replaceAll('-', '')]) expect(row?.text).not.toContain(secret)
  })
  it('answers a guess of every shape alike, and looks nothing up for a slip', async () => {
    const unknown = await check('000000000000')
    expect(unknown).toMatchObject({ kind: null, state: 'unknown', shared: [], title: null, issuedAt: null })
    for (const guess of ['0000000000', 'KHONG-CO~00000000000000000000']) expect(await check(guess)).toEqual(unknown)
    for (const [slip, refusal] of [
      ['000000000001', 'statement-code-check'],
      ['xyz', 'statement-code-length'],
      ['!'.repeat(12), 'statement-code-character'],
      ['9900000777|4e677579|02/01/1990|2|', 'statement-code-length'],
    ]) {
      const answer = await ask({ code: slip })
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([400, refusal])
    }
  })
  it('is limited per browser, never per address: another browser behind the same address goes on', async () => {
    const client = new TestClient(server, { address: '198.51.93.5' })
    const neighbour = new TestClient(server, { address: '198.51.93.6' })
    for (let time = 0; time < 60; time += 1) expect((await ask({ code: '000000000000' }, client)).statusCode).toBe(200)
    expect((await ask({ code: '000000000000' }, client)).statusCode).toBe(429)
    expect((await ask({ code: '000000000000' }, neighbour)).statusCode).toBe(200)
  })
})

describe('a card printed for the wallet', () => {
  it('is told from a changed file, shows no name and no number unless its holder says so, and no longer counts once the register says otherwise', async (context) => {
    if (!(await hasPoppler())) return context.skip()
    const { pdf, code } = await printCard()
    expect(await printCard()).toEqual({ pdf, code })
    const told = await check(code, hashOf(pdf))
    expect(told).toMatchObject({ kind: 'health-card', state: 'valid', file: 'unchanged' })
    expect(told.shared.map(({ value }) => value.vi)).toEqual(['T. T. M. G.', '…0777'])
    expect(JSON.stringify(told)).not.toMatch(/Trần|9900000777/u)
    expect((await check(code, hashOf(Buffer.concat([pdf, Buffer.from(' ')])))).file).toBe('other')
    expect(await printCard('?share=initials')).toEqual({ pdf, code })
    const named = await printCard('?share=name')
    expect(named.code).not.toBe(code)
    expect((await check(named.code)).shared.map(({ value }) => value.vi).slice(0, 2)).toEqual([NAME, '…0777'])
    expect((await holder.get('/api/me/health-card/wallet?share=all')).statusCode).toBe(400)
    await platform.sql`INSERT INTO health_card_endings (person_id, card_id, kind, source)
      SELECT person_id, card_id, 'correction', 'test' FROM health_cards WHERE person_id = ${personId}`
    expect(await check(code)).toMatchObject({ state: 'withdrawn', shared: [] })
  })
})
