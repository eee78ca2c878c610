import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sealWaitingLines, verifyExport } from './audit/index.ts'
import { type HoldersFixture, openHolders } from './holders-fixture.ts'

describe('the inspector’s export', () => {
  let fixture: HoldersFixture
  const today = new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' })
  beforeAll(async () => void (fixture = await openHolders()))
  afterAll(() => fixture.close())
  const ask = async (change: object = {}) =>
    (await fixture.hire('supervisor')).post('/api/counter/audit-exports', { fromOn: today, toOn: today, officeId: null, ...change })

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
    expect((await fixture.clerk.post('/api/counter/audit-exports', { fromOn: today, toOn: today, officeId: null })).statusCode).toBe(403)
  })
})
