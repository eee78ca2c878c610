import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findCanary } from '../platform/find-canary.ts'
import { eraseOutdated, findRegistration, type RegistrationRow } from './index.ts'
import { openRegistrationsFixture, type RegistrationsFixture } from './registrations-fixture.ts'

let fixture: RegistrationsFixture
beforeAll(async () => void (fixture = await openRegistrationsFixture()))
afterEach(() => fixture.platform.moveClock('0'))
afterAll(() => fixture.close())

const countFiles = (): number => {
  const folder = join(fixture.platform.settings.dataDir, 'documents')
  return existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length : 0
}
const setState = (row: { registrationId: string }, state: string): Promise<unknown> =>
  fixture.platform.sql`UPDATE registrations SET state = ${state}, state_since = ansinh_now() WHERE registration_id = ${row.registrationId}`
const isThere = async ({ registrationId }: { registrationId: string }): Promise<boolean> =>
  (await findRegistration(fixture.platform.sql, registrationId)) !== null
const afterDays = async (days: number): Promise<void> => {
  await fixture.platform.moveClock(`${days} days`)
  await eraseOutdated(fixture.platform)
}

describe('what is kept no longer', () => {
  it('a draft goes 30 days after the last touch, not before', async () => {
    const registrationId = await fixture.makeDraft()
    await afterDays(29)
    expect(await isThere({ registrationId })).toBe(true)
    await afterDays(31)
    expect(await isThere({ registrationId })).toBe(false)
  })

  it.each(['returned', 'refused', 'expired', 'withdrawn'])('a %s registration goes after 90 days', async (state) => {
    const row = await fixture.makeSubmitted()
    await setState(row, state)
    await afterDays(89)
    expect(await isThere(row)).toBe(true)
    await afterDays(91)
    expect(await isThere(row)).toBe(false)
  })

  it('one that waits, was received or approved stays', async () => {
    const rows = await Promise.all(
      ['awaiting-visit', 'received', 'checked', 'approved', 'activated', 'fraud-review'].map(async (state): Promise<RegistrationRow> => {
        const row = await fixture.makeSubmitted()
        await setState(row, state)
        return row
      }),
    )
    await afterDays(200)
    expect(await Promise.all(rows.map(isThere))).toStrictEqual(rows.map(() => true))
  })

  it('the id photos of an approved one go twelve months after the decision, the portrait stays', async () => {
    const row = await fixture.makeSubmitted()
    const { sql } = fixture.platform
    await setState(row, 'activated')
    await sql`INSERT INTO registration_moves (registration_id, move_no, move, from_state, to_state, actor_kind) VALUES (${row.registrationId}, 9, 'approve', 'received', 'approved', 'staff')`
    const kinds = async (): Promise<string[]> =>
      (
        await sql<
          { kind: string }[]
        >`SELECT kind FROM documents WHERE registration_id = ${row.registrationId} AND wrapped_key IS NOT NULL ORDER BY kind`
      ).map(({ kind }) => kind)
    await afterDays(364)
    expect(await kinds()).toStrictEqual(['id-back', 'id-front', 'portrait'])
    const before = countFiles()
    await afterDays(367)
    expect(await kinds()).toStrictEqual(['portrait'])
    expect(countFiles()).toBeLessThanOrEqual(before - 2)
  })

  it('leaves nothing of a person: no bytes, no key, no row with a fact; the audit line says that it went', async () => {
    await afterDays(1000)
    const row = await fixture.makeSubmitted(
      { fullName: 'Hoàng Yến Xoá', insuranceNumber: '9977700088', street: 'Ngõ Chim Hót 88', email: 'chim.hot@example.invalid' },
      { phone: '+84957770088' },
    )
    const files = countFiles()
    await setState(row, 'expired')
    await fixture.platform.moveClock('1300 days')
    expect(await eraseOutdated(fixture.platform)).toMatchObject({ registrations: 1 })
    expect(countFiles()).toBe(files - 3)
    const [left] = await fixture.platform.sql<{ keys: number; pieces: number; uploads: number }[]>`SELECT
      (SELECT count(*)::integer FROM documents WHERE registration_id = ${row.registrationId} AND (wrapped_key IS NOT NULL OR sealed_facts IS NOT NULL OR content_hmac IS NOT NULL)) AS keys,
      (SELECT count(*)::integer FROM upload_pieces) AS pieces, (SELECT count(*)::integer FROM uploads WHERE registration_id = ${row.registrationId}) AS uploads`
    expect(left).toStrictEqual({ keys: 0, pieces: 0, uploads: 0 })
    expect(
      await findCanary(fixture.platform.sql, [
        'Hoàng Yến Xoá',
        '9977700088',
        'Ngõ Chim Hót 88',
        'chim.hot',
        '+84957770088',
        row.fileNumber ?? '',
      ]),
    ).toStrictEqual([])
    const [line] = await fixture.platform.sql<
      { reason: string; photos: number }[]
    >`SELECT reason_code AS reason, (details ->> 'photos')::integer AS photos FROM audit_lines
      WHERE registration_id = ${row.registrationId} AND action = 'registration-erased'`
    expect(line).toStrictEqual({ reason: 'closed-registration', photos: 3 })
  })

  it('run twice, or broken off, does no harm', async () => {
    const row = await fixture.makeSubmitted()
    await setState(row, 'withdrawn')
    await fixture.platform.moveClock('91 days')
    await Promise.all([eraseOutdated(fixture.platform), eraseOutdated(fixture.platform)])
    expect(await isThere(row)).toBe(false)
    expect(await eraseOutdated(fixture.platform)).toMatchObject({ registrations: 0 })
  })
})
