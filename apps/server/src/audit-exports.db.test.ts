import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sealWaitingLines, verifyExport } from './audit/index.ts'
import { currentTotp } from './staff/index.ts'
import { type HoldersFixture, openHolders } from './holders-fixture.ts'

const STEP_MS = 30_000

describe('the inspector’s export', () => {
  let fixture: HoldersFixture
  const today = new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' })
  beforeAll(async () => void (fixture = await openHolders()))
  afterAll(() => fixture.close())
  /** The authenticator's next code: that of the sign-in is spent. */
  const freshCode = (): string => currentTotp(fixture.lastSecret, new Date(Date.now() + STEP_MS))
  const ask = async (change: object = {}) => {
    const client = await fixture.hire('supervisor')
    const order = { fromOn: today, toOn: today, officeId: null, format: 'jsonl', code: freshCode(), ...change }
    return client.post('/api/counter/audit-exports', order)
  }

  it('holds what staff of the office did, with seals, without names, and is proved with the key alone', async () => {
    const holder = await fixture.openHolder()
    await fixture.clerk.post('/api/counter/account-lookups', { number: holder.login, reason: 'holder-present' })
    for (let sealed: number | null = 1; sealed !== null && sealed > 0;) sealed = await sealWaitingLines(fixture.platform)
    const { body, statusCode } = await ask()
    expect(statusCode).toBe(200)
    expect(body).toContain('account-looked-up')
    for (const name of ['Trần', 'Quầy', holder.login, holder.phone]) expect(body).not.toContain(name)
    const { keyring } = fixture.platform
    expect(verifyExport(keyring, body)).toMatchObject({ finding: null })
    const lines = body.trimEnd().split('\n')
    const id = (JSON.parse(lines[1] ?? '{}') as { lineId: number }).lineId
    const changed = [lines[0], (lines[1] ?? '').replace('"actorKind":"staff"', '"actorKind":"system"'), ...lines.slice(2)].join('\n')
    expect(verifyExport(keyring, changed).finding).toBe(`line ${id} is not as it was written`)
    expect(verifyExport(keyring, lines.toSpliced(1, 1).join('\n')).finding).toContain('taken out')
    expect(verifyExport(keyring, lines.slice(0, -1).join('\n')).finding).not.toBeNull()
  })
  it('is for the own offices and for days that were', async () => {
    expect((await ask({ officeId: 99 })).json()).toMatchObject({ code: 'post-out-of-reach' })
    expect((await ask({ toOn: '2100-01-01' })).json()).toMatchObject({ code: 'audit-days-wrong' })
    expect(
      (await fixture.clerk.post('/api/counter/audit-exports', { fromOn: today, toOn: today, officeId: null, format: 'csv', code: '1' }))
        .statusCode,
    ).toBe(403)
  })
  it('is a table too, with the same lines, none of which a table program would run', async () => {
    const { body, headers } = await ask({ format: 'csv' })
    expect(headers['content-disposition']).toContain('.csv')
    const [head = '', ...lines] = body.replace('\uFEFF', '').trimEnd().split('\n')
    expect(head).toBe('lineId,at,actorKind,actorId,action,personId,registrationId,reasonCode,requestId,details')
    expect(lines.some((line) => line.includes('account-looked-up'))).toBe(true)
    expect(lines.filter((line) => /(?:^|,)[=+\-@]/u.test(line))).toStrictEqual([])
  })
  it('asks for the second factor once more: no wrong code, and none that was used', async () => {
    expect((await ask({ code: '000000' })).json()).toMatchObject({ code: 'factor-wrong' })
    expect((await ask({ code: currentTotp(fixture.lastSecret) })).json()).toMatchObject({ code: 'factor-wrong' })
  })
  it('finds its lines by an index, whatever lies in the record', async () => {
    const plan = await fixture.platform.sql.begin(async (sql) => {
      await sql`SET LOCAL enable_seqscan = off`
      return sql`EXPLAIN SELECT FROM audit_lines l WHERE l.actor_kind = 'staff' AND l.actor_id IN ('1', '2') AND l.at >= now() - interval '1 day'`
    })
    expect(JSON.stringify(plan)).toContain('audit_lines_by_staff')
  })
})
