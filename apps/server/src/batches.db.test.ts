import { randomUUID } from 'node:crypto'
import type { AnswerOf, Batch, scanBatchFormRoute } from '@an-sinh/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findHandOver, makeBatch } from './batches/index.ts'
import { type CounterDesk, openCounterDesk } from './counter-desk-fixture.ts'
import type { Platform } from './platform/platform.ts'
import type { TestClient } from './platform/test-client.ts'

type Form = { registrationId: string; formCode: string }
const codeOf = (answer: { json: () => unknown; statusCode: number }): string =>
  (answer.json() as { code?: string }).code ?? String(answer.statusCode)
type Scan = AnswerOf<typeof scanBatchFormRoute>

describe('a batch of forms', () => {
  let desk: CounterDesk
  let platform: Platform
  let clerk: TestClient
  let colleague: TestClient
  beforeAll(async () => {
    desk = await openCounterDesk()
    platform = desk.applicants.platform
    ;[clerk, colleague] = [await desk.hire(), await desk.hire()]
  })
  afterAll(() => desk.close())

  const submit = async (officeId = desk.officeId): Promise<Form> => {
    const { receipt } = await desk.submit({ officeId })
    return { registrationId: receipt.registrationId, formCode: receipt.formCode ?? '' }
  }
  const submitMany = async (count: number): Promise<Form[]> => {
    const list: Form[] = []
    for (let at = 0; at < count; at += 1) list.push(await submit())
    return list
  }
  const toldOf = async ({ registrationId }: Form): Promise<string[]> =>
    (await platform.sql<{ event: string }[]>`SELECT event FROM messages WHERE registration_id = ${registrationId}`).map(
      ({ event }) => event,
    )
  const make = (forms: readonly Form[], more: readonly string[] = []) =>
    makeBatch(platform, {
      officeId: desk.officeId,
      employerName: 'Công ty Mẫu',
      formCodes: [...forms.map(({ formCode }) => formCode), ...more],
    })
  const scan = (batchId: string, code: string, who = clerk, scanId = randomUUID()) =>
    who.post(`/api/counter/batches/${batchId}/forms`, { scanId, code })
  const outcome = async (batchId: string, code: string, who = clerk) => (await scan(batchId, code, who)).json<Scan>()
  const read = async (batchId: string, who = clerk) => (await who.get(`/api/counter/batches/${batchId}`)).json<Batch>()

  it('has a cover sheet with a code of its own kind, which leads to it; a code that no form has is told back', async () => {
    const forms = await submitMany(3)
    const made = await make(forms, ['KHONG-CO'])
    expect(made.pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect([made.expected, made.unknown]).toStrictEqual([3, ['KHONG-CO']])
    expect(made.batchNumber).toMatch(/^\w+\/\d{4}\/BK\d{5}$/u)
    for (const code of [made.code, made.code.toLowerCase(), made.code.replaceAll('-', ''), made.batchNumber])
      expect((await clerk.post('/api/counter/batch-lookups', { code })).json()).toMatchObject({ batchId: made.batchId, expected: 3 })
    expect(codeOf(await clerk.post('/api/counter/batch-lookups', { code: forms[0]?.formCode ?? '' }))).toBe('batch-unknown')
    expect(codeOf(await clerk.post('/api/counter/registrations/find', { code: made.code }))).not.toBe('200')
  })

  it('takes each form as the counter does: received, told, counted', async () => {
    const forms = await submitMany(2)
    const { batchId } = await make(forms)
    const [first] = forms
    const answer = await outcome(batchId, first?.formCode ?? '')
    expect(answer).toMatchObject({ outcome: 'received', batch: { expected: 2, received: 1, odd: 0 } })
    const [row] = await platform.sql<
      { state: string }[]
    >`SELECT state FROM registrations WHERE registration_id = ${first?.registrationId ?? ''}`
    expect(row?.state).toBe('received')
    expect(first === undefined ? [] : await toldOf(first)).toContain('received')
  })

  it('lays what does not fit on a pile with the reason, and goes on', async () => {
    const [listed, handedIn, withdrawn, late, locked] = await submitMany(5)
    const stranger = await submit()
    const elsewhere = await submit(desk.applicants.officeIds[1] ?? 0)
    if (listed === undefined || handedIn === undefined || withdrawn === undefined || late === undefined || locked === undefined)
      throw new Error('too few')
    const { batchId } = await make([listed, handedIn, withdrawn, late, locked, elsewhere])
    const [row] = await platform.sql<
      { version: number }[]
    >`SELECT version FROM registrations WHERE registration_id = ${handedIn.registrationId}`
    await clerk.post(`/api/counter/registrations/${handedIn.registrationId}/receipt`, { version: row?.version ?? 0 })
    await platform.sql`UPDATE registrations SET state = 'withdrawn' WHERE registration_id = ${withdrawn.registrationId}`
    await platform.sql`UPDATE registrations SET due_on = due_on - 60, grace_ends_on = grace_ends_on - 60 WHERE registration_id = ${late.registrationId}`
    await colleague.send('PUT', `/api/counter/registrations/${locked.registrationId}/lock`)
    const reasons: Record<string, string> = {}
    for (const [name, code] of Object.entries({
      stranger: stranger.formCode,
      handedIn: handedIn.formCode,
      withdrawn: withdrawn.formCode,
      late: late.formCode,
      locked: locked.formCode,
      elsewhere: elsewhere.formCode,
      garbage: 'xyz',
      listed: listed.formCode,
      again: listed.formCode,
    })) {
      const { outcome: what, batch } = await outcome(batchId, code)
      reasons[name] = what === 'received' ? what : (batch.odds[0]?.reason ?? '')
    }
    expect(reasons).toStrictEqual({
      stranger: 'not-in-batch',
      handedIn: 'already-handed-in',
      withdrawn: 'not-waiting',
      late: 'expired',
      locked: 'locked',
      elsewhere: 'other-office',
      garbage: 'unknown-code',
      listed: 'received',
      again: 'already-handed-in',
    })
    expect(await read(batchId)).toMatchObject({ received: 1, odd: 8 })
  })

  it('counts a form once, whoever of two clerks was quicker, and a scan sent twice lies on the pile once', async () => {
    const forms = await submitMany(6)
    const { batchId } = await make(forms)
    await Promise.all(forms.flatMap(({ formCode }) => [scan(batchId, formCode, clerk), scan(batchId, formCode, colleague)]))
    const batch = await read(batchId)
    expect(batch).toMatchObject({ expected: 6, received: 6, odd: 6 })
    for (const form of forms) expect((await toldOf(form)).filter((event) => event === 'received')).toHaveLength(1)
    const scanId = randomUUID()
    for (let at = 0; at < 2; at += 1) await scan(batchId, 'xyz', clerk, scanId)
    expect((await read(batchId)).odd).toBe(7)
  })

  it('is closed by the hand-over, once; its receipt is checked by anybody who has it and names nobody', async () => {
    const forms = await submitMany(2)
    const { batchId, batchNumber } = await make(forms)
    await scan(batchId, forms[0]?.formCode ?? '')
    expect((await clerk.get(`/api/counter/batches/${batchId}/receipt`)).statusCode).toBe(404)
    const close = () => clerk.post(`/api/counter/batches/${batchId}/hand-over`)
    const first = (await close()).json<Batch>()
    expect((await close()).json<Batch>().handedOverAt).toBe(first.handedOverAt)
    expect(codeOf(await scan(batchId, forms[1]?.formCode ?? ''))).toBe('batch-handed-over')
    const pdf = await clerk.get(`/api/counter/batches/${batchId}/receipt`)
    expect(pdf.headers['content-type']).toBe('application/pdf')
    const [sealed] = await platform.sql<
      { receipt: Buffer }[]
    >`SELECT receipt_encrypted AS receipt FROM hand_in_batches WHERE batch_id = ${batchId}`
    const code = platform.keyring.decrypt('form-code', sealed?.receipt ?? Buffer.alloc(0), `batch-receipt/${batchId}`).toString('utf8')
    const check = await findHandOver(platform, code)
    expect(check).toMatchObject({ batchNumber, expected: 2, received: 1 })
    expect(JSON.stringify(check)).not.toContain('Công ty')
    expect(await findHandOver(platform, forms[0]?.formCode ?? '')).toBeNull()
  })

  it('belongs to its office: another one neither sees nor scans nor closes it', async () => {
    const { batchId, code } = await make(await submitMany(1))
    const far = await desk.hire(desk.applicants.officeIds[1] ?? 0)
    expect(codeOf(await far.get(`/api/counter/batches/${batchId}`))).toBe('case-elsewhere')
    expect(codeOf(await far.post('/api/counter/batch-lookups', { code }))).toBe('case-elsewhere')
    expect(codeOf(await scan(batchId, 'xyz', far))).toBe('case-elsewhere')
    expect(codeOf(await far.post(`/api/counter/batches/${batchId}/hand-over`))).toBe('case-elsewhere')
    expect((await far.get('/api/counter/batches')).body).not.toContain(batchId)
  })
})
