import type { CorrectionRequest, RequestCase } from '@an-sinh/contract'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { OWN_PASSWORD } from './access-fixture.ts'
import type { TestClient } from './platform/test-client.ts'
import { codeOf, decide, findOwn, NINE_MILLION, openRequestDesk, type RequestDesk, see } from './request-desk-fixture.ts'
import { settleRequestDecisions } from './requests/index.ts'

let desk: RequestDesk
let clerk: TestClient
beforeAll(async () => {
  desk = await openRequestDesk()
  clerk = await desk.hire()
})
afterEach(() => desk.platform.moveClock('0'))
afterAll(() => desk.close())

/** The undo time passes and the worker comes by. */
const release = async (): Promise<void> => {
  await desk.platform.moveClock('1 minute')
  expect(await settleRequestDecisions(desk.platform)).toBe(0)
}
const queue = async (who: TestClient, name: string, fileNumber?: string) =>
  (await who.post('/api/counter/request-queue', { queue: name, ...(fileNumber === undefined ? {} : { fileNumber }) })).json<{
    counts: Record<string, number>
    items: { requestId: string }[]
  }>()
describe('undo', () => {
  it('takes all back within its time, by who decided or a supervisor, and never after', async () => {
    const { holder, requestId } = await desk.askAboutSpell()
    const first = (await decide(clerk, requestId, NINE_MILLION)).json<RequestCase>().decision?.decisionId
    const undo = (who: TestClient, decisionId: string | undefined) =>
      who.post(`/api/counter/requests/${requestId}/decision-undo`, { decisionId })
    expect(codeOf(await undo(await desk.hire(), first))).toBe('not-allowed')
    expect((await undo(await desk.hire({ role: 'supervisor' }), first)).statusCode).toBe(200)
    expect((await undo(clerk, first)).statusCode).toBe(200)
    await release()
    expect((await findOwn(holder, requestId))?.state).toBe('in-review')
    expect(await desk.noticesOf(holder.personId)).not.toContainEqual(expect.objectContaining({ event: 'correction-decided' }))
    await desk.platform.moveClock('0')
    const second = (await decide(clerk, requestId, NINE_MILLION)).json<RequestCase>().decision?.decisionId
    await release()
    expect(codeOf(await undo(clerk, second))).toBe('undo-too-late')
  })
  it('a request withdrawn within the undo time is not decided', async () => {
    const { holder, requestId } = await desk.askAboutSpell()
    await decide(clerk, requestId, NINE_MILLION)
    expect((await holder.client.post(`/api/me/correction-requests/${requestId}/withdrawal`)).statusCode).toBe(200)
    await release()
    expect((await findOwn(holder, requestId))?.state).toBe('withdrawn')
    expect((await see(clerk, requestId)).decision).toMatchObject({ undoneWhy: 'request-closed' })
  })
})

describe('refusing and asking', () => {
  it('needs a reason of its kind, which the person reads with the next step, in the app and in the message', async () => {
    const { holder, requestId } = await desk.askAboutSpell()
    expect(codeOf(await decide(clerk, requestId, { kind: 'refuse' }))).toBe('reason-missing')
    expect(codeOf(await decide(clerk, requestId, { kind: 'refuse', reasonCode: 'say-more' }))).toBe('reason-missing')
    await decide(clerk, requestId, { kind: 'refuse', reasonCode: 'employer-must-declare', said: 'Đã gọi cho công ty ngày 25/11.' })
    await release()
    const request = await findOwn(holder, requestId)
    expect(request?.state).toBe('kept')
    expect(request?.moves.at(-1)).toMatchObject({
      said: 'Đã gọi cho công ty ngày 25/11.',
      reason: { nextStep: { vi: expect.stringContaining('Đề nghị đơn vị') as string } },
    })
    const told = (await desk.noticesOf(holder.personId)).find(({ event }) => event === 'correction-decided')
    expect(told?.body).toContain('phải do đơn vị điều chỉnh')
  })
  it('stops the clock while the person is asked, and goes on with the days that were left', async () => {
    const { holder, requestId } = await desk.askAboutSpell()
    const due = (await findOwn(holder, requestId))?.dueOn ?? ''
    await decide(clerk, requestId, { kind: 'ask', reasonCode: 'paper-missing' })
    await release()
    expect(await findOwn(holder, requestId)).toMatchObject({ state: 'waiting', isOpen: true })
    expect((await queue(clerk, 'waiting')).items.map((item) => item.requestId)).toContain(requestId)
    expect(codeOf(await decide(clerk, requestId, NINE_MILLION))).toBe('move-not-allowed')
    await desk.platform.moveClock('30 days')
    const signedIn = await holder.client.post('/api/sessions', { login: holder.insuranceNumber, password: OWN_PASSWORD })
    expect(signedIn.statusCode).toBe(201)
    const later = await desk.hire()
    const answer = await holder.client.post(`/api/me/correction-requests/${requestId}/additions`, { what: 'Đây là hợp đồng của tôi.' })
    expect(answer.statusCode).toBe(201)
    const request = answer.json<CorrectionRequest>()
    expect(request.state).toBe('in-review')
    expect(request.dueOn > due).toBe(true)
    expect((await see(later, requestId)).history.at(-1)).toMatchObject({ said: 'Đây là hợp đồng của tôi.' })
    expect((await see(later, requestId)).dueOn).toBe(request.dueOn)
    const again = await holder.client.post(`/api/me/correction-requests/${requestId}/additions`, { what: 'Đây là hợp đồng của tôi.' })
    expect(again.json<CorrectionRequest>()).toEqual(request)
    expect(codeOf(await holder.client.post(`/api/me/correction-requests/${requestId}/additions`, { what: 'nữa' }))).toBe(
      'correction-closed',
    )
  })
})

describe('the record', () => {
  it('of moves and facts is never changed by the product', async () => {
    for (const table of ['correction_request_moves', 'person_versions', 'participation_spell_endings', 'request_decisions'])
      await expect(desk.platform.sql.unsafe(`DELETE FROM ${table}`)).rejects.toThrow('permission denied')
  })
})
