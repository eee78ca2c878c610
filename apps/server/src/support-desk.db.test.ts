import { randomUUID } from 'node:crypto'
import type { ErrorStory, PersonStory, RefusalAnswer, StoryLooks } from '@an-sinh/contract'
import { REFUSALS } from '@an-sinh/contract'
import { makeLocalErrorId, screenNumberOf } from '@an-sinh/domain'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type AccessFixture, type ActorName, openAccessFixture } from './access-fixture.ts'
import { createApp } from './app.ts'
import { codeOf } from './office-fixture.ts'
import type { Server } from './platform/add-route.ts'
import { TestClient } from './platform/test-client.ts'
import { openTestPlatform, type TestPlatform } from './platform/test-platform.ts'
import { eraseErrorNotes } from './support-desk/index.ts'

const NUMBER = '9900000001'
const BORN_ON = '1980-03-05'
const KEYS = [
  'about',
  'aroundAt',
  'code',
  'events',
  'fileNumber',
  'nextStep',
  'numberMasked',
  'obstacle',
  'officeName',
  'phoneMasked',
  'signedInDevices',
]

describe('the support desk', () => {
  let platform: TestPlatform
  let server: Server
  let fixture: AccessFixture
  const clientOf = (actor: ActorName): TestClient => fixture.clients.get(actor) ?? new TestClient(server)
  const lookUp = (errorId: string, actor: ActorName = 'support') => clientOf(actor).post('/api/support/error-lookups', { errorId })
  const open = (body: object, actor: ActorName = 'support') =>
    clientOf(actor).post('/api/support/story-lookups', {
      reason: 'on-the-line',
      reference: '',
      who: NUMBER,
      bornOn: null,
      phoneTail: null,
      ...body,
    })
  const storyOf = async (body: object, actor?: ActorName): Promise<PersonStory> => {
    const answer = await open(body, actor)
    expect([answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toStrictEqual([200, ''])
    return answer.json<PersonStory>()
  }
  /** The id of an error that `client` meets now. */
  const fail = async (client: TestClient, method: 'GET' | 'POST', url: string, body?: object): Promise<string> => {
    const answer = await client.send(method, url, body, { 'x-screen': `/ho-so/${randomUUID()}/in AbC-12_x` })
    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    return answer.json<RefusalAnswer>().requestId
  }
  /** Written a second later, beside the answers. */
  const errorOf = (errorId: string): Promise<ErrorStory> =>
    vi.waitFor(
      async () => {
        const answer = await lookUp(errorId, 'clerk')
        expect(answer.statusCode).toBe(200)
        return answer.json<ErrorStory>()
      },
      { timeout: 5000, interval: 300 },
    )

  beforeAll(async () => {
    platform = await openTestPlatform()
    server = await createApp(platform, 'both')
    await server.fastify.ready()
    fixture = await openAccessFixture(platform, server)
  })
  afterAll(async () => {
    await server.fastify.close()
    await platform.drop()
  })

  describe('an error’s id', () => {
    it('is readable aloud, and leads to what was asked and answered on which screen', async () => {
      const id = await fail(clientOf('citizen'), 'POST', '/api/sessions', { login: NUMBER, password: 'sai rồi' })
      expect(id).toMatch(/^[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}$/u)
      const story = await errorOf(id.toLowerCase().replaceAll('-', ' '))
      expect(story).toMatchObject({
        errorId: id,
        origin: 'server',
        screen: '/ho-so/:id/in',
        appVersion: 'AbC-12_x',
        asked: { operationId: 'signIn' },
        answered: { code: 'sign-in-wrong', sentence: { vi: REFUSALS['sign-in-wrong'].vi } },
        ready: { code: 'sign-in-wrong' },
        linked: true,
      })
      expect(JSON.stringify(story)).not.toContain(NUMBER)
    })
    it('of a page or an address that is not there has a story as well', async () => {
      const story = await errorOf(await fail(new TestClient(server), 'GET', '/api/khong-co'))
      expect(story).toMatchObject({ answered: { code: 'not-found', status: 404 }, askedBy: 'anonymous', linked: false, asked: null })
    })
    it('that a phone made by itself is read without any row', async () => {
      const minute = Math.floor(Date.now() / 60_000) - 5
      const id = makeLocalErrorId({ kind: 'offline', minute, screen: screenNumberOf('/ca-nhan/the') })
      const story = (await lookUp(id)).json<ErrorStory>()
      expect(story).toMatchObject({ origin: 'app', screen: '/ca-nhan/the', at: new Date(minute * 60_000).toISOString() })
    })
    it('with a wrong letter is no id, and one that never was is unknown', async () => {
      expect(codeOf(await lookUp('ABC-DEF-GH'))).toBe('error-id-shape')
      expect(codeOf(await lookUp('000-000-000'))).toBe('error-id-unknown')
    })
    it('holds nothing that was typed and no key to a person in the open', async () => {
      const rows = await platform.sql<{ row: string }[]>`SELECT error_notes::text AS row FROM error_notes`
      expect(rows.length).toBeGreaterThan(1)
      for (const { row } of rows) {
        expect(row).not.toMatch(/sai rồi|99\d{8}|095\d{7}|person\//u)
      }
    })
    it('is let go, counted, when more come than there is room for; no answer fails by it', async () => {
      const answers = await Promise.all(Array.from({ length: 700 }, () => new TestClient(server).get('/api/khong-co')))
      expect(new Set(answers.map(({ statusCode }) => statusCode))).toStrictEqual(new Set([404]))
      expect(server.refusals.listener?.dropped()).toBeGreaterThan(100)
      expect((await errorOf(await fail(clientOf('citizen'), 'POST', '/api/me/data-requests', { wrong: true }))).linked).toBe(true)
    })
  })

  describe('a story', () => {
    it('opens by two facts that agree, as sentences, masked, and tells nothing more', async () => {
      const story = await storyOf({ bornOn: '05/03/1980' })
      expect(Object.keys(story).toSorted()).toStrictEqual(KEYS)
      expect(story).toMatchObject({ about: 'person', numberMasked: '••••••0001', phoneMasked: '09••• ••001' })
      expect(story.events.map(({ text }) => text.vi)).toContainEqual(expect.stringContaining('Đăng nhập lần đầu'))
      expect(JSON.stringify(story)).not.toMatch(/9900000001|950000001|Trần Thị Mẫu|1980-03-05/u)
    })
    it('is the same by the end of the phone number, and by the id of an error with either', async () => {
      expect((await storyOf({ phoneTail: '0001' })).numberMasked).toBe('••••••0001')
      const id = await fail(new TestClient(server), 'POST', '/api/sessions', { login: NUMBER, password: 'vẫn sai' })
      await errorOf(id)
      const story = await storyOf({ who: id, bornOn: BORN_ON })
      expect(Date.parse(story.aroundAt ?? '')).toBeGreaterThan(Date.now() - 60_000)
      expect(story.events.some(({ isTrouble, text }) => isTrouble && text.vi.includes(REFUSALS['sign-in-wrong'].vi))).toBe(true)
    })
    it('answers one thing to a wrong fact, to nobody’s number and to an error of nobody', async () => {
      const answers = [
        await open({ bornOn: '1980-03-06' }),
        await open({ bornOn: '1980' }),
        await open({ phoneTail: '9999' }),
        await open({ who: '9999999999', bornOn: BORN_ON }),
        await open({ who: '000-000-000', bornOn: BORN_ON }),
      ]
      expect(new Set(answers.map(codeOf))).toStrictEqual(new Set(['story-unknown']))
    })
    it('needs a reason', async () => {
      expect(codeOf(await open({}))).toBe('story-reason')
      expect(codeOf(await open({ reason: 'ticket', reference: ' ' }))).toBe('story-reason')
    })
    it('of a registration that nobody has compared yet leads to that registration alone', async () => {
      const story = await storyOf({ who: '90001/2026/00001', phoneTail: '0009' })
      expect(story).toMatchObject({
        about: 'registration',
        numberMasked: null,
        fileNumber: '90001/2026/00001',
        code: 'registration-received',
      })
      expect(story.events.some(({ text }) => text.vi.includes('Đăng nhập'))).toBe(false)
    })
    it('opens for a citizen’s ticket of the own office, and for nobody’s', async () => {
      const ids = { citizen: randomUUID(), employer: randomUUID() }
      const [citizen] = await platform.sql<
        { personId: number }[]
      >`SELECT person_id AS "personId" FROM insurance_numbers WHERE insurance_number = ${NUMBER}`
      for (const [kind, id] of Object.entries(ids))
        await platform.sql`
          INSERT INTO problem_reports (report_id, report_number, asker_kind, asker_id, filed_by_kind, filed_by_id, office_id, category, department, title, words, due_at, due_rule_version)
          VALUES (${id}, ${`PA/2026/77777${kind.length}`}, ${kind}, ${citizen?.personId ?? 0}, 'asker', 1, 1, 'other', 'it', 'x', 'x', ansinh_now(), 'test')`
      const story = await storyOf({ reason: 'ticket', reference: ids.citizen, who: '' })
      expect(story.events.map(({ text }) => text.vi)).toContain('Phiếu hỗ trợ PA/2026/777777 đang chờ trả lời.')
      expect(codeOf(await open({ reason: 'ticket', reference: ids.employer }))).toBe('story-nobody')
      const callBackId = randomUUID()
      await platform.sql`
        INSERT INTO call_backs (call_back_id, report_id, office_id, window_on, starts, ends, rule_version, phone_encrypted)
        VALUES (${callBackId}, ${ids.citizen}, 1, ansinh_today() + 1, '08:00', '10:00', 'test', ${Buffer.from('x')})`
      expect((await storyOf({ reason: 'call-back', reference: callBackId, who: '' })).numberMasked).toBe('••••••0001')
      expect(codeOf(await open({ reason: 'call-back', reference: callBackId }, 'clerk of another office'))).toBe('story-ticket')
      expect(codeOf(await open({ reason: 'ticket', reference: ids.citizen }, 'clerk of another office'))).toBe('story-ticket')
      expect(codeOf(await open({ reason: 'ticket', reference: 'PA/2026/999999' }))).toBe('story-ticket')
    })
    it('opens for the ticket of any office that support answers for, and of no other province', async () => {
      const reportId = randomUUID()
      await platform.sql`
        INSERT INTO problem_reports (report_id, report_number, asker_kind, asker_id, filed_by_kind, filed_by_id, office_id, category, department, title, words, due_at, due_rule_version)
        SELECT ${reportId}, 'PA/2026/770001', 'citizen', person_id, 'asker', 1, 2, 'other', 'it', 'x', 'x', ansinh_now(), 'test' FROM insurance_numbers WHERE insurance_number = ${NUMBER}`
      const move = (officeId: number) => platform.sql`UPDATE staff_users SET office_id = ${officeId} WHERE user_name = 'support'`
      const asked = { reason: 'ticket', reference: reportId, who: '' }
      await move(3)
      expect((await storyOf(asked)).numberMasked).toBe('••••••0001')
      await move(4)
      expect(codeOf(await open(asked))).toBe('story-ticket')
      await move(1)
    })
    it('opens for a chat while one is in it, and for nobody else', async () => {
      const chatId = randomUUID()
      const [citizen] = await platform.sql<
        { personId: number }[]
      >`SELECT person_id AS "personId" FROM insurance_numbers WHERE insurance_number = ${NUMBER}`
      await platform.sql`
        INSERT INTO chats (chat_id, asker_kind, asker_id, language, category, department, state, agent_id, rule_version)
        SELECT ${chatId}, 'citizen', ${citizen?.personId ?? 0}, 'vi', 'other', 'it', 'active', staff_id, 'test' FROM staff_users WHERE user_name = 'support'`
      expect((await storyOf({ reason: 'chat', reference: chatId, who: '' })).numberMasked).toBe('••••••0001')
      expect(codeOf(await open({ reason: 'chat', reference: chatId }, 'clerk'))).toBe('story-unknown')
      await platform.sql`UPDATE chats SET state = 'ended', agent_id = NULL, ended_at = ansinh_now(), end_reason = 'answered' WHERE chat_id = ${chatId}`
      expect(codeOf(await open({ reason: 'chat', reference: chatId }))).toBe('story-unknown')
    })
    it('of one’s own family is for a colleague', async () => {
      expect(codeOf(await open({ who: fixture.number, bornOn: BORN_ON }, 'clerk about themselves'))).toBe('case-own')
    })
    it('leaves a line that the person reads, and that their supervisor sees without a name', async () => {
      const accesses = (await clientOf('citizen').get('/api/me/accesses')).json<{ accesses: { who: string; action: string }[] }>().accesses
      expect(accesses.filter(({ action }) => action.startsWith('Người hỗ trợ xem')).length).toBeGreaterThan(2)
      const looks = (await clientOf('supervisor').get('/api/support/story-looks')).json<StoryLooks>()
      expect(looks.looks.length).toBeGreaterThan(3)
      expect(looks.helpers[0]?.busiestHour).toBeGreaterThan(2)
      expect(JSON.stringify(looks)).not.toContain(NUMBER)
      const elsewhere = (await clientOf('another province').get('/api/support/story-looks')).json<StoryLooks>()
      expect(elsewhere.looks).toStrictEqual([])
    })
    it('tells the tries that failed as one sentence and says on top to stop trying', async () => {
      for (let round = 0; round < 3; round += 1)
        await errorOf(await fail(new TestClient(server), 'POST', '/api/sessions', { login: NUMBER, password: `sai ${round}` }))
      const story = await storyOf({ bornOn: BORN_ON })
      expect(story.code).toBe('many-tries')
      expect(story.events.some(({ text }) => /^Màn hình báo \d+ lần/u.test(text.vi))).toBe(true)
    })
    it('is opened forty times an hour by one helper and then not', async () => {
      const codes: string[] = []
      for (let round = 0; round < 45; round += 1) codes.push(codeOf(await open({ bornOn: '1999-01-01' }, 'province')))
      expect(codes.slice(0, 40)).toStrictEqual(Array.from({ length: 40 }, () => 'story-unknown'))
      expect(codes.slice(40)).toStrictEqual(Array.from({ length: 5 }, () => 'too-many'))
    })
  })

  it('forgets errors after thirty days', async () => {
    const { sql } = platform
    for (const [id, days] of [
      ['AAA-AAA-AAA', 31],
      ['BBB-BBB-BBB', 29],
    ] as const)
      await sql`INSERT INTO error_notes (error_id, noted_at, code, status, surface, actor_kind) VALUES (${id}, ansinh_now() - make_interval(days => ${days}), 'bug', 500, 'citizen', 'anonymous')`
    await eraseErrorNotes(platform)
    const kept = await sql<{ id: string }[]>`SELECT error_id AS id FROM error_notes WHERE error_id IN ('AAA-AAA-AAA', 'BBB-BBB-BBB')`
    expect(kept.map(({ id }) => id)).toStrictEqual(['BBB-BBB-BBB'])
  })
})
