import { randomUUID } from 'node:crypto'
import type { Figures } from '@an-sinh/contract'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, type Colleague, type MadeCase, must, type OfficeFixture, openOfficeFixture } from './office-fixture.ts'

let fixture: OfficeFixture
let clerk: Colleague
beforeAll(async () => {
  fixture = await openOfficeFixture()
  clerk = await fixture.hire()
  const kinds = [...Array.from({ length: 6 }, () => 'return' as const), ...Array.from({ length: 5 }, () => 'approve' as const)]
  for (const [at, kind] of kinds.entries()) await decide(await fixture.submit(), kind, at + 10)
  await fixture.submit()
  await fixture.submit({ officeId: fixture.officeIds[1] ?? 0 })
})
afterAll(() => fixture.close())

/** Received so many minutes ago, decided now. The first six returns have one reason in common, one of them a second. */
const decide = async ({ row: { registrationId }, personId }: MadeCase, kind: 'approve' | 'return', minutes: number): Promise<void> => {
  const url = `/api/counter/registrations/${registrationId}`
  const { sql } = fixture.platform
  must(await clerk.client.post(`${url}/receipt`, { version: (await fixture.load(registrationId)).version }))
  await sql`UPDATE registration_moves SET moved_at = ansinh_now() - make_interval(mins => ${minutes}) WHERE registration_id = ${registrationId} AND move = 'receive'`
  must(
    await clerk.client.post(`${url}/decision`, {
      decisionId: randomUUID(),
      version: (await fixture.load(registrationId)).version,
      kind,
      personId: kind === 'approve' ? personId : null,
      documentKind: 'cccd-chip',
      checklist: ['original-seen', 'face-matches', 'signature-present', 'data-matches'],
      reasonCodes: kind === 'approve' ? [] : ['unsigned', ...(minutes === 10 ? ['photo-blurred'] : [])],
    }),
  )
}
const get = async (who = clerk): Promise<Figures> => must(await who.client.get('/api/counter/figures'))

describe('the figures of an office', () => {
  it('count what came in and what was decided, of the own office alone, and name nobody', async () => {
    const figures = await get()
    expect(figures.today).toStrictEqual({ intake: 12, received: 11, approved: 5, returned: 6, refused: 0, medianWaitMinutes: 15 })
    expect(figures.month).toStrictEqual(figures.today)
    expect([figures.open, figures.days.at(-1)]).toStrictEqual([7, { on: figures.todayOn, intake: 12, decided: 11 }])
    expect(figures.weeks.at(-1)).toMatchObject({ cases: 11, medianMinutes: 15 })
    expect(JSON.stringify(figures)).not.toContain(clerk.fullName)
    expect(JSON.stringify(figures)).not.toContain('Nguyễn')
    const elsewhere = await get(await fixture.hire({ officeId: fixture.officeIds[1] ?? 0 }))
    expect(elsewhere.today).toMatchObject({ intake: 1, received: 0, medianWaitMinutes: null })
  })

  it('hide a group of fewer than five, and say that of a reason', async () => {
    const { reasons } = await get()
    expect(reasons.map(({ code, cases }) => [code, cases])).toStrictEqual([
      ['unsigned', 6],
      ['photo-blurred', null],
    ])
  })

  it('a decision taken back counts no more', async () => {
    const one = await fixture.submit()
    await decide(one, 'return', 30)
    await fixture.platform.sql`UPDATE decisions SET undone_at = ansinh_now() WHERE registration_id = ${one.row.registrationId}`
    expect((await get()).today.returned).toBe(6)
  })

  it('leave as CSV and as a workbook with the same numbers; what a table program would run is text; each is an audit line', async () => {
    await fixture.platform.sql`UPDATE offices SET name = '=HYPERLINK("http://x")' WHERE office_id = ${fixture.office}`
    const csv = await clerk.client.get('/api/counter/figures/csv')
    const xlsx = await clerk.client.get('/api/counter/figures/xlsx')
    expect(csv.headers['content-disposition']).toMatch(/^attachment; filename="so-lieu-\d{4}-\d{2}-\d{2}\.csv"$/u)
    expect(csv.body.startsWith('\uFEFF')).toBe(true)
    expect(csv.body).toContain(`"'=HYPERLINK(""http://x"")"`)
    expect(csv.body).toContain('Đã trả lại,6,6')
    expect(csv.body).toContain('dưới 5')
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(xlsx.rawPayload as unknown as ArrayBuffer)
    const sheet = book.worksheets[0]
    const rows = (sheet?.getSheetValues() ?? []) as unknown[][]
    expect(rows.some((row) => row?.includes('Đã trả lại') && row.includes(6))).toBe(true)
    expect(JSON.stringify(rows)).toContain("'=HYPERLINK")
    expect(await fixture.platform.sql`SELECT 1 FROM audit_lines WHERE action = 'figures-exported'`).toHaveLength(2)
    expect(codeOf(await clerk.client.get('/api/counter/figures/pdf'))).toBe('bad-request')
  })
})
