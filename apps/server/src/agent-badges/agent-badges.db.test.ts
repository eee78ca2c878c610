import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { seedReference } from '../reference/index.ts'
import { badgeCodeOf } from './badge-code.ts'
import { insertWithdrawal, listBadgeTimes } from './badge-queries.ts'
import { checkAgentBadge } from './check-agent-badge.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
  await seedReference(platform.sql)
})
afterAll(() => platform.drop())

const newest = async (pointCode: string) => {
  const [row] = await listBadgeTimes(platform.sql, pointCode)
  if (row === undefined) throw new Error(`no point ${pointCode}`)
  return row
}
const codeOf = async (pointCode: string): Promise<string> => {
  const row = await newest(pointCode)
  return badgeCodeOf(platform.keyring, row, row.serial)
}
const check = (code: string) => checkAgentBadge(platform, code)

describe('a collection agent’s badge', () => {
  it('is valid and names its point', async () => {
    expect(await check(await codeOf('MAU-DT-0101'))).toMatchObject({ state: 'valid', badge: { pointCode: 'MAU-DT-0101' } })
  })
  it('cannot be altered: another point, another letter, or nothing of ours', async () => {
    const code = await codeOf('MAU-DT-0101')
    const [, seal = ''] = code.split('~')
    for (const altered of [`MAU-DT-0102~${seal}`, code.replace(/.$/u, (last) => (last === '0' ? '1' : '0'))])
      expect(await check(altered)).toEqual({ state: 'altered', badge: null })
    for (const foreign of ['x', "'; --", `${code}~`, `KHONG-CO~${seal}`])
      expect(await check(foreign)).toEqual({ state: 'unknown', badge: null })
  })
  it('that was taken back no longer counts, and the next one does', async () => {
    const before = await codeOf('MAU-DT-0103')
    const { pointCode, agentCode, authorityNumber } = await newest('MAU-DT-0103')
    const badge = {
      pointCode,
      agentCode,
      authorityNumber: authorityNumber ?? '',
      serial: 1,
      reason: 'lost',
      note: null,
      staffId: 1,
    } as const
    expect([await insertWithdrawal(platform.sql, badge), await insertWithdrawal(platform.sql, badge)]).toEqual([true, false])
    expect((await check(before)).state).toBe('withdrawn')
    const after = await codeOf('MAU-DT-0103')
    expect(after).not.toBe(before)
    expect((await check(after)).state).toBe('valid')
  })
  it('of an agent whose contract ended yesterday says so, with the last day', async () => {
    const code = await codeOf('MAU-DT-7901')
    await platform.sql`UPDATE collection_agents SET valid_to = ansinh_today() - 1 WHERE agent_code = 'MAU-DL-02'`
    const [row] = await platform.sql<{ yesterday: string }[]>`SELECT ansinh_today() - 1 AS yesterday`
    expect(await check(code)).toMatchObject({ state: 'expired', badge: { validTo: row?.yesterday } })
  })
  it('of two agents under one authorisation holds for neither until the agency cleared it', async () => {
    const code = await codeOf('MAU-DT-0102')
    await platform.sql`INSERT INTO collection_agents (agent_code, name, authority_number, province_code, valid_from, source)
      VALUES ('MAU-DL-03', 'Tổ chức Trùng Số', 'MẪU-01/2026', '01', '2026-01-01', 'test')`
    expect(await check(code)).toMatchObject({ state: 'disputed' })
  })
})
