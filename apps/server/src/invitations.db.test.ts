import { randomUUID } from 'node:crypto'
import type { InvitationPreview, InvitationSendings } from '@an-sinh/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from './app.ts'
import { stopDocumentThreads } from './documents/index.ts'
import { copyEmployers } from './employers/index.ts'
import { createEmployerOfficer } from './employer-officers/index.ts'
import { layInvitations } from './invitations/index.ts'
import type { Server } from './platform/add-route.ts'
import { TestClient } from './platform/test-client.ts'
import { openTestPlatform, type TestPlatform } from './platform/test-platform.ts'
import { currentTotp } from './staff/index.ts'

const PASSWORD = 'cơn mưa chiều nay đi đâu'
const INVITE = { kind: 'invitation', channel: 'sms', states: ['not-started'], department: null } as const

describe('reaching an employer’s people', () => {
  let platform: TestPlatform
  let server: Server
  let officer: TestClient
  let stranger: TestClient
  let visitor: TestClient

  const signIn = async (userName: string, employerId: number): Promise<TestClient> => {
    const order = { employerId, userName, fullName: 'Đỗ Thị Nhân Sự', role: 'officer', password: PASSWORD } as const
    const { totpSecret } = await createEmployerOfficer(platform, order)
    const client = new TestClient(server)
    await client.post('/api/staff/sessions', { userName, password: PASSWORD })
    await client.post('/api/employer/sessions/second-factor', { code: currentTotp(totpSecret) })
    return client
  }
  type Line = { phone?: string | null; email?: string | null; department?: string; state?: string; personId?: number | null }
  let count = 0
  const list = async (employerId: number, line: Line = {}): Promise<string> => {
    const entryId = randomUUID()
    count += 1
    const phone = line.phone === undefined ? `09500${String(count).padStart(5, '0')}` : line.phone
    await platform.sql`INSERT INTO roster_entries (employer_id, entry_id, full_name, born_on, national_id, department, work_phone, work_email, state, help_reason, person_id, source)
      VALUES (${employerId}, ${entryId}, ${`Nguyễn Văn Mẫu ${count}`}, '1990-05-04', ${`099${String(count).padStart(9, '0')}`}, ${line.department ?? 'Xưởng 1'}, ${phone}, ${line.email ?? null},
        ${line.state ?? 'not-started'}, ${line.state === 'needs-help' ? 'deadline-passed' : null}, ${line.personId ?? null}, 'test')`
    return entryId
  }
  const addEmployer = async (employerId: number): Promise<void> =>
    copyEmployers(
      platform.sql,
      [
        {
          employerId,
          employerCode: `TZ${String(employerId).slice(-4)}A`,
          name: `Công ty TNHH Mẫu ${employerId}`,
          address: 'Số 2 phố Mẫu',
          wardCode: null,
          officeId: 1,
        },
      ],
      'test',
    )
  const preview = async (body: object = INVITE, client = officer): Promise<InvitationPreview> =>
    (await client.post('/api/employer/invitation-previews', body)).json<InvitationPreview>()
  const send = async (body: object = INVITE, employerId = 9_000_001, client = officer) => {
    const sendingId = randomUUID()
    const answer = await client.post('/api/employer/invitations', { sendingId, ...body })
    if (answer.statusCode === 202) await layInvitations(platform, { employerId, sendingId })
    return { answer, sendingId }
  }
  const messages = async (): Promise<{ messageId: string; text: string }[]> => {
    const rows = await platform.sql<{ messageId: string; text: Buffer }[]>`
      SELECT message_id AS "messageId", text_encrypted AS text FROM messages WHERE event = 'employer-invitation' AND text_encrypted IS NOT NULL ORDER BY created_at, message_id`
    return rows.map(({ messageId, text }) => ({ messageId, text: platform.keyring.decrypt('message', text, messageId).toString('utf8') }))
  }

  beforeAll(async () => {
    platform = await openTestPlatform()
    await platform.sql`INSERT INTO offices (office_id, provisional_code, name, office_level, province_code, address, phone, valid_from, source)
      VALUES (1, '90001', 'BHXH cơ sở Mẫu', 'grassroots', '01', 'Số 1 đường Mẫu, Hà Nội', '024 0000 0000', '2025-07-01', 'test')`
    for (const employerId of [9_000_001, 9_000_002, 9_000_003]) await addEmployer(employerId)
    server = await createApp(platform, 'both')
    await server.fastify.ready()
    officer = await signIn('officer@tz0001a', 9_000_001)
    stranger = await signIn('officer@tz0002a', 9_000_002)
    visitor = new TestClient(server)
    for (let n = 0; n < 4; n += 1) await list(9_000_001)
    await list(9_000_001, { phone: '0950 000 001' })
    await list(9_000_001, { phone: null })
    await list(9_000_001, { phone: '12345' })
    await list(9_000_001, { state: 'signed-in' })
    await platform.sql`INSERT INTO accounts (person_id, state, phone) VALUES (77, 'active', '+84950000077')`
    await list(9_000_001, { personId: 77 })
    await list(9_000_001, { state: 'registered', email: 'mot@example.invalid' })
    await list(9_000_001, { state: 'needs-help', department: 'Văn phòng' })
  })
  afterAll(async () => {
    await server.fastify.close()
    await stopDocumentThreads()
    await platform.drop()
  })

  it('shows text, parts, budget and whom it leaves out, and sends nothing', async () => {
    const shown = await preview()
    expect(shown).toMatchObject({ recipients: 4, parts: 4, budget: { limit: 100, used: 0 } })
    expect(shown.texts).toHaveLength(1)
    expect(shown.texts[0]).toMatchObject({ step: 'register', parts: 1 })
    expect(shown.texts[0]?.text).not.toMatch(/:\/\/|www\.|\.vn\b/u)
    expect(shown.leftOut).toStrictEqual([
      { reason: 'has-account', people: 1 },
      { reason: 'no-address', people: 2 },
      { reason: 'told-already', people: 1 },
    ])
    expect(await messages()).toStrictEqual([])
  })

  it('refuses an invitation to who is on the way', async () => {
    expect((await officer.post('/api/employer/invitation-previews', { ...INVITE, states: ['registered'] })).json()).toMatchObject({
      code: 'invitation-not-for-state',
    })
  })

  it('the same order twice is one, another order of the same is nobody’s, and a killed job goes on without doubling', async () => {
    const sendingId = randomUUID()
    const [one, two] = await Promise.all([
      officer.post('/api/employer/invitations', { sendingId, ...INVITE }),
      officer.post('/api/employer/invitations', { sendingId, ...INVITE }),
    ])
    expect([one.statusCode, two.statusCode]).toStrictEqual([202, 202])
    await Promise.all([
      layInvitations(platform, { employerId: 9_000_001, sendingId }),
      layInvitations(platform, { employerId: 9_000_001, sendingId }),
    ])
    // As after a kill between the commit and the job's own record.
    await platform.sql`UPDATE invitation_sendings SET state = 'waiting', finished_at = NULL, done_until = '00000000-0000-0000-0000-000000000000' WHERE sending_id = ${sendingId}`
    await layInvitations(platform, { employerId: 9_000_001, sendingId })
    expect(await messages()).toHaveLength(4)
    expect((await send()).answer.json()).toMatchObject({ code: 'invitation-nobody' })
    expect((await preview()).budget.used).toBe(4)
    const { sendings } = (await officer.get('/api/employer/invitations')).json<InvitationSendings>()
    expect(sendings).toMatchObject([{ sendingId, planned: 4, laid: 4, delivered: 0, failed: 0 }])
    expect((await stranger.get('/api/employer/invitations')).json<InvitationSendings>().sendings).toStrictEqual([])
  })

  it('reminds those with a step missing, by state and department, once a week', async () => {
    const body = { kind: 'reminder', channel: 'sms', states: ['registered', 'needs-help'], department: null }
    expect((await preview(body)).texts.map(({ step }) => step)).toStrictEqual(['hand-in', 'look-again'])
    expect((await preview({ ...body, department: 'Văn phòng' })).recipients).toBe(1)
    await send(body)
    expect(await messages()).toHaveLength(6)
    expect((await preview(body)).leftOut).toStrictEqual([{ reason: 'told-already', people: 2 }])
    // Nobody's session lasts so long.
    await platform.moveClock('7 days')
    const later = await preview(body, await signIn('later@tz0001a', 9_000_001))
    await platform.moveClock('0')
    expect(later.recipients).toBe(2)
  })

  it('writes an e-mail where the list has an address', async () => {
    const body = { kind: 'reminder', channel: 'email', states: ['registered'], department: null }
    expect(await preview(body)).toMatchObject({ recipients: 1, parts: 1, texts: [{ subject: 'Nhắc việc đăng ký giao dịch BHXH điện tử' }] })
  })

  it('whoever says “không nhận nữa” with the code of a message gets none from any employer', async () => {
    const [first] = await messages()
    const code = /ma ([a-z0-9-]{14})$/u.exec(first?.text ?? '')?.[1] ?? ''
    expect(code).not.toBe('')
    await list(9_000_002, { phone: '0950000001' })
    for (let n = 1; n <= 4; n += 1) await list(9_000_002, { phone: `095000000${n}` })
    const before = (await preview(INVITE, stranger)).recipients
    expect((await visitor.post('/api/invitation-stops', { code: 'khong co ma nay' })).statusCode).toBe(204)
    expect((await preview(INVITE, stranger)).recipients).toBe(before)
    expect((await visitor.post('/api/invitation-stops', { code: ` ${code.toUpperCase()} ` })).statusCode).toBe(204)
    const byMail = (known: string) =>
      server.fastify.inject({
        method: 'POST',
        url: `/api/invitation-stops/${known}`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'List-Unsubscribe=One-Click',
      })
    for (const known of [code, 'mmmm-8888-kkkk', 'khong-co'])
      expect([(await byMail(known)).statusCode, (await byMail(known)).body]).toStrictEqual([204, ''])
    expect((await server.fastify.inject({ method: 'GET', url: `/api/invitation-stops/${code}` })).statusCode).toBe(404)
    const after = await preview(INVITE, stranger)
    expect(after.recipients).toBe(before - 1)
    expect(after.leftOut.find(({ reason }) => reason === 'wants-none')?.people).toBeGreaterThan(0)
  })

  it('never goes beyond the budget of the month, and goes on in the next', async () => {
    for (let n = 0; n < 130; n += 1) await list(9_000_003, { phone: `0951${String(n).padStart(6, '0')}` })
    // 390 parts for 130 people; most of them are used.
    await platform.sql`INSERT INTO invitations (employer_id, once_key, sending_id, entry_id, channel, parts, message_key, recipient_hmac, stop_hmac)
      SELECT 9000003, 'x/' || n, gen_random_uuid(), gen_random_uuid(), 'sms', 1, 'x/' || n, decode(md5(n::text), 'hex'), decode(md5(n::text), 'hex') FROM generate_series(1, 300) n`
    const client = await signIn('officer@tz0003a', 9_000_003)
    expect(await preview(INVITE, client)).toMatchObject({
      recipients: 90,
      budget: { limit: 390, used: 300 },
      leftOut: [{ reason: 'over-budget', people: 40 }],
    })
    await send(INVITE, 9_000_003, client)
    expect(await preview(INVITE, client)).toMatchObject({ recipients: 0, budget: { used: 390 } })
    await platform.moveClock('31 days')
    const next = await preview(INVITE, await signIn('another@tz0003a', 9_000_003))
    await platform.moveClock('0')
    expect(next).toMatchObject({ recipients: 40, budget: { used: 0 } })
  })

  it.each(['poster', 'guide'])('prints a %s of the employer, of a department, one page for each', async (kind) => {
    for (const query of ['', '?department=V%C4%83n%20ph%C3%B2ng', '?each=department']) {
      const answer = await officer.get(`/api/employer/sheets/${kind}${query}`)
      expect(answer.headers['content-type']).toBe('application/pdf')
      expect(answer.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    }
    expect((await officer.get(`/api/employer/sheets/${kind}?department=Kho`)).statusCode).toBe(400)
  })
})
