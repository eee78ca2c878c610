import type { AnswerOf, Batch, HandInBatch, HandIns, makeHandInBatchRoute, tickFormRoute } from '@an-sinh/contract'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EmployerDesk, type Enrolled, openEmployerDesk, SEWING, WOOD } from './employer-desk-fixture.ts'
import type { TestClient } from './platform/test-client.ts'
import { inEmployerTransaction } from './platform/transaction.ts'

const codeOf = (answer: { json: () => unknown; statusCode: number }): string =>
  (answer.json() as { code?: string }).code ?? String(answer.statusCode)
type Ticked = AnswerOf<typeof tickFormRoute>
type Made = AnswerOf<typeof makeHandInBatchRoute>

describe('forms an employer hands in', () => {
  let desk: EmployerDesk
  let officer: TestClient
  let clerk: TestClient
  beforeAll(async () => {
    desk = await openEmployerDesk()
    officer = await desk.officer()
    clerk = await desk.desk.hire()
  })
  afterAll(() => desk.close())

  const tick = (code: string | null, entryId: string | null = null, who = officer) =>
    who.post('/api/employer/hand-ins/ticks', { code, entryId })
  const ticked = async (code: string) => (await tick(code)).json<Ticked>().ticked
  const read = async (who = officer) => (await who.get('/api/employer/hand-ins')).json<HandIns>()
  const make = async () => {
    const answer = await officer.post('/api/employer/hand-in-batches')
    if (answer.statusCode !== 201) throw new Error(answer.body)
    return answer.json<Made>()
  }
  const batchOf = async (batchId: string, who = officer) => (await who.get(`/api/employer/hand-in-batches/${batchId}`)).json<HandInBatch>()
  const scan = async (batchId: string, code: string, who = clerk) =>
    (await who.post(`/api/counter/batches/${batchId}/forms`, { scanId: randomUUID(), code })).json<{ outcome: string }>()
  const handOver = (batchId: string) => clerk.post(`/api/counter/batches/${batchId}/hand-over`)
  const enrol = async (count: number): Promise<Enrolled[]> => {
    const people: Enrolled[] = []
    for (let at = 0; at < count; at += 1) people.push(await desk.enrol())
    return people
  }

  it('are ticked by the scanned address, the code, its last four signs, or by the person, each once', async () => {
    const [one, two, three, four] = await enrol(4)
    if (one === undefined || two === undefined || three === undefined || four === undefined) throw new Error('too few')
    expect(await ticked(`https://an-sinh.example.invalid/to-khai#${one.formCode}`)).toMatchObject({ entryId: one.entryId, before: false })
    expect(await ticked(one.formCode)).toMatchObject({ entryId: one.entryId, before: true })
    expect(await ticked(two.formCode)).toMatchObject({ entryId: two.entryId })
    expect(await ticked(three.formCode.slice(-4).toLowerCase())).toMatchObject({ entryId: three.entryId })
    expect((await tick(null, four.entryId)).json<Ticked>().ticked).toMatchObject({ entryId: four.entryId })
    const { ready, waiting } = await read()
    expect(ready.map(({ how }) => how).toSorted()).toStrictEqual(['by-hand', 'scanned', 'scanned', 'typed'])
    expect(waiting.map(({ entryId }) => entryId)).not.toContain(one.entryId)
  })

  it('of another employer’s people, of nobody, or of somebody who left are not told from one another', async () => {
    const stranger = await desk.enrol({ employerId: WOOD })
    const left = await desk.enrol()
    await desk.platform.sql`UPDATE roster_entries SET left_on = ansinh_today() WHERE entry_id = ${left.entryId}`
    const answers = [
      await tick(stranger.formCode),
      await tick(left.formCode),
      await tick('7K3M9PQ2VX'),
      await tick('xyz'),
      await tick(null, stranger.entryId),
      await officer.post(`/api/employer/hand-ins/${stranger.entryId}/put-aside`, { reason: 'other' }),
    ]
    expect(answers.map(codeOf)).toStrictEqual(answers.map(() => 'form-not-listed'))
  })

  it('signed by the wrong person are put aside with the reason and go into no batch until they are scanned again', async () => {
    const [good, wrong] = await enrol(2)
    if (good === undefined || wrong === undefined) throw new Error('too few')
    await tick(good.formCode)
    await tick(wrong.formCode)
    expect((await officer.post(`/api/employer/hand-ins/${wrong.entryId}/put-aside`, { reason: 'wrong-signer' })).statusCode).toBe(204)
    expect((await read()).putAside).toContainEqual(expect.objectContaining({ entryId: wrong.entryId, reason: 'wrong-signer' }))
    const { batches } = await make()
    const names = await batchOf(batches[0]?.batchId ?? '')
    expect(names.forms.some(({ codeTail }) => codeTail === good.formCode.slice(-4))).toBe(true)
    expect(names.forms.some(({ codeTail }) => codeTail === wrong.formCode.slice(-4))).toBe(false)
    expect(codeOf(await officer.post(`/api/employer/hand-ins/${good.entryId}/put-aside`, { reason: 'other' }))).toBe('form-in-batch')
    expect(codeOf(await tick(good.formCode))).toBe('form-in-batch')
    await tick(wrong.formCode)
    expect((await read()).ready.map(({ entryId }) => entryId)).toContain(wrong.entryId)
    await officer.post(`/api/employer/hand-ins/${wrong.entryId}/put-aside`, { reason: null })
    expect((await read()).putAside.map(({ entryId }) => entryId)).not.toContain(wrong.entryId)
  })

  it('go as a batch to each office that awaits them; the clerk’s cover sheet, receipt and differences stand with both', async () => {
    const far = desk.desk.applicants.officeIds[1] ?? 0
    const [first, second, third] = await enrol(3)
    const away = await desk.enrol({}, { officeId: far })
    if (first === undefined || second === undefined || third === undefined) throw new Error('too few')
    for (const { formCode } of [first, second, third, away]) await tick(formCode)
    const { batches } = await make()
    expect(batches.map(({ expected }) => expected).toSorted((a, b) => a - b)).toStrictEqual([1, 3])
    const own = batches.find(({ expected }) => expected === 3)
    const other = batches.find(({ expected }) => expected === 1)
    if (own === undefined || other === undefined) throw new Error('no batch')
    expect(codeOf(await officer.post('/api/employer/hand-in-batches'))).toBe('no-form-ready')
    const cover = await officer.get(`/api/employer/hand-in-batches/${own.batchId}/cover-sheet`)
    expect(cover.headers['content-type']).toBe('application/pdf')
    expect((await officer.get(`/api/employer/hand-in-batches/${own.batchId}/receipt`)).statusCode).toBe(404)
    const delivered = (await officer.post(`/api/employer/hand-in-batches/${own.batchId}/delivery`)).json<HandInBatch>()
    expect((await officer.post(`/api/employer/hand-in-batches/${own.batchId}/delivery`)).json<HandInBatch>().deliveredAt).toBe(
      delivered.deliveredAt,
    )
    // Brought to the wrong office, scanned there, and copied: nothing happens to it.
    expect(codeOf(await clerk.get(`/api/counter/batches/${other.batchId}`))).toBe('case-elsewhere')
    for (let at = 0; at < 2; at += 1)
      expect((await clerk.post('/api/counter/batch-lookups', { code: own.batchNumber })).json<Batch>()).toMatchObject({
        batchId: own.batchId,
        expected: 3,
      })
    await scan(own.batchId, first.formCode)
    expect(await scan(own.batchId, first.formCode)).toMatchObject({ outcome: 'odd' })
    await scan(own.batchId, away.formCode)
    await desk.platform.sql`UPDATE registrations SET state = 'withdrawn' WHERE registration_id = ${third.registrationId}`
    await scan(own.batchId, third.formCode)
    await handOver(own.batchId)
    await handOver(own.batchId)
    const shown = await batchOf(own.batchId)
    expect(shown).toMatchObject({ expected: 3, received: 1, odd: 3 })
    expect(shown.odds.map(({ sentence }) => sentence.vi).join(' ')).not.toMatch(/trả lại hoặc đã có kết quả|từ chối|gian lận/u)
    expect(shown.forms.every(({ fullName }) => fullName !== '')).toBe(true)
    const receipt = await officer.get(`/api/employer/hand-in-batches/${own.batchId}/receipt`)
    expect(receipt.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    // In two parts: what was not received is ready again, what no office awaits any more is told.
    const { ready } = await read()
    expect(ready.find(({ entryId }) => entryId === second.entryId)).toMatchObject({ missedIn: own.batchNumber })
    const next = await make()
    expect(next.left.map(({ entryId }) => entryId)).toStrictEqual([third.entryId])
    expect(next.batches.map(({ expected }) => expected)).toStrictEqual([1])
    expect(await scan(next.batches[0]?.batchId ?? '', second.formCode)).toMatchObject({ outcome: 'received' })
  })

  it('two officers make one batch of a form', async () => {
    const [one] = await enrol(1)
    await tick(one?.formCode ?? '')
    const colleague = await desk.officer()
    const answers = await Promise.all([officer.post('/api/employer/hand-in-batches'), colleague.post('/api/employer/hand-in-batches')])
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toStrictEqual([201, 409])
  })

  it('belong to their employer, also after it was renamed or merged', async () => {
    const [one] = await enrol(1)
    await tick(one?.formCode ?? '')
    const batchId = (await make()).batches[0]?.batchId ?? ''
    const stranger = await desk.officer(WOOD)
    for (const [method, path] of [
      ['GET', ''],
      ['GET', '/cover-sheet'],
      ['GET', '/receipt'],
      ['POST', '/delivery'],
    ] as const)
      expect(codeOf(await stranger.send(method, `/api/employer/hand-in-batches/${batchId}${path}`))).toBe('batch-unknown')
    await desk.platform.sql`UPDATE employers SET name = 'Công ty May Tên Mới' WHERE employer_id = ${SEWING}`
    expect((await batchOf(batchId)).employerName).toBe('Công ty May Mẫu')
    await desk.platform.sql`UPDATE employers SET successor_code = 'TZ9101B', valid_to = ansinh_today() - 1 WHERE employer_id = ${SEWING}`
    expect((await batchOf(batchId, stranger)).batchId).toBe(batchId)
    expect((await read(stranger)).batches.map((batch) => batch.batchId)).toContain(batchId)
    await desk.platform
      .sql`UPDATE employers SET successor_code = NULL, valid_to = NULL, name = 'Công ty May Mẫu' WHERE employer_id = ${SEWING}`
    await expect(inEmployerTransaction(desk.platform, (sql) => sql`SELECT registration_id FROM signed_forms`)).rejects.toThrow(
      /permission denied/u,
    )
    await expect(inEmployerTransaction(desk.platform, (sql) => sql`SELECT code_encrypted FROM hand_in_batches`)).rejects.toThrow(
      /permission denied/u,
    )
  })
})
