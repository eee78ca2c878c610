import type { PracticeFormAnswer, PracticeOutcome } from '@an-sinh/contract'
import { makePracticeForm, PRACTICE_ANSWERS } from '@an-sinh/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Clerk, codeOf, openReviewDesk, type ReviewDesk } from './review-desk-fixture.ts'

let desk: ReviewDesk

beforeAll(async () => {
  desk = await openReviewDesk()
}, 60_000)
afterAll(() => desk.close())

const draw = async (clerk: Clerk): Promise<PracticeFormAnswer> => (await clerk.client.post('/api/practice/forms')).json()
const rightOf = async (formId: string): Promise<'approve' | 'return'> => {
  const [row] = await desk.platform.sql<{ seed: number }[]>`SELECT seed FROM practice_forms WHERE form_id = ${formId}`
  return PRACTICE_ANSWERS[makePracticeForm(row?.seed ?? 0).fault].decision
}
const answer = async (clerk: Clerk, formId: string, decision: string): Promise<PracticeOutcome> =>
  (await clerk.client.post(`/api/practice/forms/${formId}/answer`, { decision })).json()

describe('practising', () => {
  it('shows a form without its fault, the same one until it is answered, and says what was right', async () => {
    const clerk = await desk.hire()
    const form = await draw(clerk)
    expect(Object.keys(form)).not.toContain('fault')
    expect((await draw(clerk)).formId).toBe(form.formId)
    const right = await rightOf(form.formId)
    expect(await answer(clerk, form.formId, right)).toMatchObject({ right: true, decision: right, summary: { answered: 1, right: 1 } })
    // The first answer counts.
    expect(await answer(clerk, form.formId, right === 'approve' ? 'return' : 'approve')).toMatchObject({
      right: true,
      summary: { answered: 1 },
    })
    expect((await draw(clerk)).formId).not.toBe(form.formId)
  })
  it('is seen by nobody else: not another’s form, not another’s count, an average of five or more only', async () => {
    const [clerk, other] = [await desk.hire(), await desk.hire()]
    const form = await draw(clerk)
    expect(codeOf(await other.client.post(`/api/practice/forms/${form.formId}/answer`, { decision: 'approve' }))).toBe('not-found')
    const wrong = (await rightOf(form.formId)) === 'approve' ? 'return' : 'approve'
    expect(await answer(clerk, form.formId, wrong)).toMatchObject({ right: false, summary: { answered: 1, right: 0, officePercent: null } })
    expect((await draw(other)).summary).toMatchObject({ answered: 0, right: 0, officePercent: null })
    for (let at = 0; at < 4; at += 1) {
      const colleague = await desk.hire()
      const { formId } = await draw(colleague)
      await answer(colleague, formId, await rightOf(formId))
    }
    expect((await draw(other)).summary.officePercent).toBeGreaterThan(0)
  })
  it('writes nothing real', async () => {
    const count = async (): Promise<number> =>
      (await desk.platform.sql`SELECT 1 FROM registrations`).length + (await desk.platform.sql`SELECT 1 FROM messages`).length
    const before = await count()
    const clerk = await desk.hire()
    const { formId } = await draw(clerk)
    await answer(clerk, formId, 'approve')
    expect(await count()).toBe(before)
  })
})
