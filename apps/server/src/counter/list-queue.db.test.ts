import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AnswerOf, listQueueRoute } from '@an-sinh/contract'
import { caseOf, type Clerk, codeOf, type Desk, openDesk } from './desk-fixture.ts'

type Queue = AnswerOf<typeof listQueueRoute>

describe('the queue of an office', () => {
  let desk: Desk
  let clerk: Clerk
  const ask = async (query: Record<string, string> = {}, who = clerk): Promise<Queue> =>
    (await who.client.post('/api/counter/queue', query)).json()
  beforeAll(async () => {
    desk = await openDesk()
    clerk = await desk.hire()
  })
  afterAll(() => desk.close())

  it('has exact counts of every queue, of the own office alone', async () => {
    const other = desk.officeIds[1] ?? 0
    const waiting = [await desk.submit(), await desk.submit(), await desk.submit()]
    await desk.submit({ officeId: other })
    const { row, personId } = await desk.receive(clerk)
    const { row: returned } = await desk.receive(clerk)
    await desk.receive(clerk)
    await desk.at(clerk, row.registrationId).decide({ kind: 'approve', personId })
    await desk.at(clerk, returned.registrationId).decide({ kind: 'return', reasonCodes: ['unsigned'] })
    await desk.platform
      .sql`UPDATE registrations SET due_on = ansinh_today() + 1, grace_ends_on = ansinh_today() + 6 WHERE registration_id = ${waiting[0]?.row.registrationId ?? ''}`
    await desk.platform
      .sql`UPDATE registrations SET due_on = ansinh_today() - 1, grace_ends_on = ansinh_today() + 4 WHERE registration_id = ${waiting[1]?.row.registrationId ?? ''}`
    const { counts } = await ask()
    expect(counts).toStrictEqual({
      'awaiting-visit': 3,
      received: 1,
      returned: 1,
      'near-deadline': 1,
      'in-grace': 1,
      decided: 1,
      expired: 0,
    })
    for (const [queue, count] of Object.entries(counts)) expect((await ask({ queue })).items).toHaveLength(count)
    const elsewhere = await desk.hire({ officeId: other })
    expect((await ask({}, elsewhere)).counts['awaiting-visit']).toBe(1)
  })

  it('is searched by name without accents or order of typing, by file number and by the phone’s tail', async () => {
    const { row, phone } = await desk.submit({ fullName: 'Đặng Thị Ngọc Ánh' })
    for (const q of ['dang thi', 'Ngọc ánh', 'NGOC', row.fileNumber ?? '', (row.fileNumber ?? '').slice(-5), phone.slice(-6)]) {
      expect((await ask({ q })).items.map((item) => item.registrationId)).toContain(row.registrationId)
    }
    expect((await ask({ q: 'không ai tên thế' })).items).toHaveLength(0)
    expect((await ask({ q: '%' })).items).toHaveLength(0)
  })

  it('shows who has a case open', async () => {
    const { row } = await desk.submit({ fullName: 'Phạm Khoá Mềm' })
    await desk.at(clerk, row.registrationId).lock()
    const colleague = await desk.hire()
    const mine = (await ask({ q: 'pham khoa mem' })).items[0]?.lock
    const theirs = (await ask({ q: 'pham khoa mem' }, colleague)).items[0]?.lock
    expect([mine?.mine, theirs?.mine, theirs?.staffName === mine?.staffName]).toStrictEqual([true, false, true])
  })

  it('is paged by key: every case once, also while others are added and decided', async () => {
    const office = desk.officeIds[2] ?? 0
    const there = await desk.hire({ officeId: office })
    const made = []
    for (let at = 0; at < 120; at += 1) made.push((await desk.submit({ officeId: office })).row.registrationId)
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: Queue = await ask({ queue: 'awaiting-visit', ...(cursor === null ? {} : { cursor }) }, there)
      seen.push(...page.items.map((item) => item.registrationId))
      cursor = page.nextCursor
      await desk.submit({ officeId: office })
      expect(seen.length).toBeLessThan(200)
    } while (cursor !== null)
    expect(new Set(seen).size).toBe(seen.length)
    for (const registrationId of made) expect(seen).toContain(registrationId)
  }, 60_000)

  it('records who read it and how it was asked, without what was searched for', async () => {
    await ask({ q: 'tên bí mật' })
    const [line] = await desk.platform
      .sql`SELECT details FROM audit_lines WHERE action = 'queue-read' AND actor_id = ${String(clerk.staffId)} ORDER BY line_id DESC LIMIT 1`
    expect(line).toMatchObject({ details: { searched: true, rows: 0 } })
    expect(JSON.stringify(line)).not.toContain('bí mật')
  })
})

describe('an office that was replaced', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk()
  })
  afterAll(() => desk.close())

  it('leaves its running cases with its successor: in the queue, readable, decided there; its own clerks go on at that desk', async () => {
    const [replaced = 0, successor = 0, third = 0] = desk.officeIds
    const { row, personId } = await desk.submit({ officeId: replaced })
    const clerk = await desk.hire({ officeId: successor })
    const before = await desk.hire({ officeId: replaced })
    const stranger = await desk.hire({ officeId: third })
    const shown = async (who: Clerk): Promise<string[]> => {
      const queue: Queue = (await who.client.post('/api/counter/queue', {})).json()
      return queue.items.map(({ registrationId }) => registrationId)
    }
    expect(await shown(clerk)).toEqual([])
    await desk.platform.sql`UPDATE offices SET valid_to = ansinh_today() - 1 WHERE office_id = ${replaced}`
    await desk.platform.sql`
      UPDATE offices SET valid_from = ansinh_today(), replaces_folded = ARRAY(SELECT fold_place(o.name) FROM offices o WHERE o.office_id = ${replaced})
      WHERE office_id = ${successor}`
    expect([await shown(clerk), await shown(before), await shown(stranger)]).toEqual([[row.registrationId], [row.registrationId], []])
    const opened = caseOf(await desk.at(clerk, row.registrationId).see())
    expect([opened.elsewhere, opened.office.officeId]).toEqual([false, successor])
    expect(codeOf(await desk.at(stranger, row.registrationId).see())).toBe('case-elsewhere')
    await desk.at(clerk, row.registrationId).lock()
    expect(caseOf(await desk.at(clerk, row.registrationId).receive()).state).toBe('received')
    expect(caseOf(await desk.at(clerk, row.registrationId).decide({ kind: 'approve', personId })).state).toBe('approved')
  })
})
