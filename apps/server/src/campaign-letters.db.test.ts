import { randomUUID } from 'node:crypto'
import type { AnswerOf, EmployerLetter, listEmployerMessagesRoute, previewLetterRoute } from '@an-sinh/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sendLettersOfMinute } from './campaign-letters/index.ts'
import { countRollout } from './campaigns/index.ts'
import { copyEmployers } from './employers/index.ts'
import { openEmployerOfficers } from './employer-officers-fixture.ts'
import { codeOf, type Colleague, must, type OfficeFixture, openOfficeFixture } from './office-fixture.ts'
import type { TestClient } from './platform/test-client.ts'

type Preview = AnswerOf<typeof previewLetterRoute>
type Inbox = AnswerOf<typeof listEmployerMessagesRoute>
const [A, B] = [4_200_001, 4_200_002]

describe('a letter to employers', () => {
  let office: OfficeFixture
  let supervisor: Colleague
  let elsewhere: Colleague
  let officer: TestClient
  let stranger: TestClient
  beforeAll(async () => {
    office = await openOfficeFixture()
    const [, first = 0, second = 0] = office.officeIds
    const place = { address: 'Số 1 phố Mẫu', wardCode: null }
    await copyEmployers(
      office.platform.sql,
      [
        { employerId: A, employerCode: 'TZ0421A', name: 'Công ty Đông Á', officeId: first, ...place },
        { employerId: B, employerCode: 'TZ0422B', name: 'Công ty Bắc Á', officeId: second, ...place },
        { employerId: 4_200_003, employerCode: 'TZ0423C', name: 'Công ty Tây Á', officeId: first, ...place },
        { employerId: 4_200_004, employerCode: 'TZ0424D', name: 'Công ty Đã Sáp Nhập', officeId: first, ...place },
      ],
      'test',
    )
    await office.platform.sql`UPDATE employers SET valid_to = ansinh_today() - 1 WHERE employer_id = 4200004`
    await countRollout(office.platform, { whole: false })
    supervisor = await office.hire({ role: 'supervisor', officeId: first })
    elsewhere = await office.hire({ role: 'supervisor', officeId: second })
    ;[officer, stranger] = await openEmployerOfficers(office, [A, B])
  })
  afterAll(() => office.close())

  const order = {
    standing: 'no-roster',
    filter: {},
    title: 'triển khai ứng dụng',
    words: 'Kính đề nghị {don-vi} ({ma-don-vi}) triển khai. {khac}\n\nTrân trọng./.',
  }
  const inbox = async (client: TestClient): Promise<Inbox> => must<Inbox>(await client.get('/api/employer/messages'))
  const preview = async (): Promise<Preview> => must<Preview>(await supervisor.client.post('/api/campaigns/letter-previews', order))
  const send = (letterId: string, more: object = {}, who = supervisor) =>
    who.client.post('/api/campaigns/letters', { letterId, ...order, ...more })

  it('is previewed: how many, who can be reached on paper alone, and the first as it reads; one that is no more gets none', async () => {
    expect(await preview()).toMatchObject({
      employers: 2,
      recent: 0,
      withoutOfficer: 1,
      sample: {
        employer: 'Công ty Đông Á',
        words: expect.stringContaining('Kính đề nghị Công ty Đông Á (TZ0421A) triển khai. {khac}') as string,
      },
    })
    expect((await inbox(officer)).messages).toStrictEqual([])
  })

  it('waits for its minute, and never leaves when it was stopped before', async () => {
    const letterId = randomUUID()
    expect(must<EmployerLetter>(await send(letterId))).toMatchObject({ state: 'sending', employers: 2, sent: 0 })
    expect((await inbox(officer)).messages).toStrictEqual([])
    expect(codeOf(await elsewhere.client.post(`/api/campaigns/letters/${letterId}/stop`))).toBe('not-found')
    expect(must<EmployerLetter>(await supervisor.client.post(`/api/campaigns/letters/${letterId}/stop`)).state).toBe('stopped')
    await sendLettersOfMinute(office.platform)
    expect((await inbox(officer)).messages).toStrictEqual([])
  })

  const letterId = randomUUID()
  it('sent twice is one, is read by the officers of its employer alone, and is not followed by another within a week', async () => {
    must(await send(letterId))
    expect(must<EmployerLetter>(await send(letterId)).employers).toBe(2)
    await Promise.all([sendLettersOfMinute(office.platform), sendLettersOfMinute(office.platform)])
    const { messages, unread } = await inbox(officer)
    expect([messages.length, unread]).toStrictEqual([1, 1])
    expect(messages[0]?.words).toContain('Công ty Đông Á')
    expect((await inbox(stranger)).messages).toStrictEqual([])
    const path = `/api/employer/messages/${messages[0]?.messageId ?? ''}/read`
    expect(codeOf(await stranger.post(path))).toBe('not-found')
    must(await officer.post(path))
    expect((await inbox(officer)).unread).toBe(0)
    expect(await preview()).toMatchObject({ employers: 0, recent: 2, sample: null })
    expect(codeOf(await send(randomUUID()))).toBe('letter-nobody')
    const { letters } = must<{ letters: EmployerLetter[] }>(await supervisor.client.get('/api/campaigns/letters'))
    expect(letters.find((letter) => letter.letterId === letterId)).toMatchObject({ state: 'sent', sent: 2, read: 1, pdfParts: 1 })
  })

  it('is printed as one PDF, for the offices in view', async () => {
    const pdf = await supervisor.client.get(`/api/campaigns/letters/${letterId}/pdf/1`)
    expect(pdf.headers['content-type']).toBe('application/pdf')
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect(codeOf(await supervisor.client.get(`/api/campaigns/letters/${letterId}/pdf/2`))).toBe('not-found')
    expect(codeOf(await elsewhere.client.get(`/api/campaigns/letters/${letterId}/pdf/1`))).toBe('not-found')
  })

  it('needs a title and words', async () => {
    expect(codeOf(await send(randomUUID(), { words: ' ' }))).toBe('letter-words')
  })
})
