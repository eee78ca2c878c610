import type { Adjustable, Me } from '@an-sinh/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { findEndedWard } from './reference/index.ts'
import { codeOf, type Holder, openRequestDesk, type RequestDesk } from './request-desk-fixture.ts'

let desk: RequestDesk
beforeAll(async () => {
  desk = await openRequestDesk()
  const { sql } = desk.platform
  await sql`INSERT INTO administrative_units (unit_code, unit_level, name, full_name, unit_type, parent_code, valid_from, valid_to, source) VALUES
    ('00010', 'old-ward', 'Cũ', 'Phường Cũ', 'phường', '001', '2004-07-08', '2025-06-30', 'test'),
    ('00011', 'old-ward', 'Trọn', 'Phường Trọn', 'phường', '001', '2004-07-08', '2025-06-30', 'test'),
    ('00004', 'old-ward', 'Ba Mẫu cũ', 'Phường Ba Mẫu cũ', 'phường', '001', '2004-07-08', '2025-06-30', 'test'),
    ('00020', 'ward', 'Hai', 'Phường Hai', 'phường', '01', '2025-07-01', '2026-03-31', 'test'),
    ('00021', 'ward', 'Hai Đông', 'Phường Hai Đông', 'phường', '01', '2026-04-01', NULL, 'test'),
    ('00022', 'ward', 'Hai Tây', 'Phường Hai Tây', 'phường', '01', '2026-04-01', NULL, 'test')`
  await sql`INSERT INTO administrative_successions (old_level, old_code, new_code, kind, valid_from, source) VALUES
    ('old-ward', '00010', '00004', 'split', '2025-07-01', 'test'), ('old-ward', '00010', '00020', 'split', '2025-07-01', 'test'),
    ('old-ward', '00011', '00004', 'whole', '2025-07-01', 'test'),
    ('ward', '00020', '00021', 'split', '2026-04-01', 'test'), ('ward', '00020', '00022', 'split', '2026-04-01', 'test')`
})
afterAll(() => desk.close())

const read = async ({ client }: Holder): Promise<Adjustable> => (await client.get('/api/me/adjustable')).json()
const asks = async ({ client }: Holder): Promise<boolean> => (await client.get('/api/me')).json<Me>().asksWard
const codesOf = (adjustable: Adjustable): string[] | undefined => adjustable.wardAsked?.becomes.map(({ wardCode }) => wardCode)

describe('a stored ward that was divided', () => {
  it('is asked about, over as many reorganisations as there were, and answered once', async () => {
    const holder = await desk.addHolder({ wardCode: '00010', address: 'Số 7 ngõ Chợ, Phường Cũ, Quận Mẫu, Thành phố Mẫu' })
    expect(await asks(holder)).toBe(true)
    const asked = await read(holder)
    expect(asked.ward).toBeNull()
    expect(asked.wardAsked?.endedName).toBe('Phường Cũ')
    expect(codesOf(asked)).toStrictEqual(['00004', '00021', '00022'])
    const answer = await holder.client.send('PUT', '/api/me/ward', { wardCode: '00022' })
    expect(answer.statusCode).toBe(200)
    const now = answer.json<Adjustable>()
    expect(now).toMatchObject({ ward: { wardCode: '00022', provinceCode: '01' }, wardAsked: null })
    expect(now.addresses.map(({ address }) => address)).toStrictEqual([
      'Số 7 ngõ Chợ, Phường Hai Tây, Thành phố Mẫu',
      'Số 7 ngõ Chợ, Phường Cũ, Quận Mẫu, Thành phố Mẫu',
    ])
    expect(await asks(holder)).toBe(false)
    expect((await desk.noticesOf(holder.personId)).map(({ event }) => event)).toContain('address-changed')
    expect(codeOf(await holder.client.send('PUT', '/api/me/ward', { wardCode: '00021' }))).toBe('ward-not-asked')
  })
  it('takes no ward that it did not become', async () => {
    const holder = await desk.addHolder({ wardCode: '00020' })
    expect(codesOf(await read(holder))).toStrictEqual(['00021', '00022'])
    expect(codeOf(await holder.client.send('PUT', '/api/me/ward', { wardCode: '00004' }))).toBe('ward-not-asked')
    expect(codesOf(await read(holder))).toStrictEqual(['00021', '00022'])
  })
  it('is not asked about where it went over whole, or a ward of today bears its code', async () => {
    const whole = await desk.addHolder({ wardCode: '00011' })
    expect(await read(whole)).toMatchObject({ ward: { wardCode: '00004' }, wardAsked: null })
    expect(await asks(whole)).toBe(false)
    const kept = await desk.addHolder({ wardCode: '00004' })
    expect(await read(kept)).toMatchObject({ ward: { wardCode: '00004', wardName: 'Phường Ba Mẫu' }, wardAsked: null })
    expect(await findEndedWard(desk.platform.sql, '99999')).toBeNull()
  })
})
