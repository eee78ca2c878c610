import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { undoImportCommand } from './import-commands/index.ts'
import { importText } from './import-fixture.ts'
import { IMPORT_KINDS } from './import-kinds.ts'
import { findPersonByLogin } from './persons/index.ts'
import { openTestPlatform, type TestPlatform } from './platform/test-platform.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform({ works: true })
})
afterAll(() => platform.drop())

const HEAD = 'Mã số BHXH,Họ và tên,Ngày sinh,Giới tính,Số CCCD,Địa chỉ'
const csv = (...rows: string[]): string => [HEAD, ...rows, ''].join('\r\n')
const send = (content: string, confirms = true) => importText(platform, IMPORT_KINDS, { kind: 'persons', content, confirms })

describe('a file of persons', () => {
  it('adds who is new and counts who is known, changed, nearly the same or wrong', async () => {
    const first = await send(csv('9900000101,Trần Thị Mẫu,05/03/1980,Nữ,099180000101,Số 1', '9900000102,Lê Văn Ví Dụ,1990,Nam,,Số 2'))
    expect(first).toMatchObject({ state: 'applied', groupCounts: { new: 2 }, appliedCounts: { written: 2, ended: 0, unchanged: 0 } })
    const second = await send(
      csv(
        '9900000101,TRẦN THỊ MẪU,05/03/1980,2,099180000101,Số 1',
        '9900000102,Lê Văn Ví Dụ,02/1990,Nam,,Số 9 đường Mới',
        '9900000103,Trần Thị Mẫu,05/03/1980,Nữ,,',
        '9900000104,Phạm Thử,31/02/1990,Nam,,',
        '9900000105,Phạm Thử,01/02/1990,Nam,099180000101,',
      ),
    )
    expect(second).toMatchObject({ state: 'partly', groupCounts: { moved: 2, 'close-match': 1, rejected: 2 } })
    expect(await findPersonByLogin(platform.sql, '9900000102')).toMatchObject({ address: 'Số 9 đường Mới', bornOn: '1990-02' })
    const versions = await platform.sql`SELECT kind, address FROM person_versions WHERE insurance_number = '9900000102'`
    expect([...versions]).toEqual([{ kind: 'correction', address: 'Số 2' }])
  })
  it('keeps the names to search by in step with the people: added, corrected, taken back', async () => {
    const differing = async (): Promise<unknown[]> => [
      ...(await platform.sql`SELECT p.person_id, n.person_id AS named FROM persons p FULL JOIN person_names n USING (person_id)
        WHERE (p.name_folded, p.birth_year, p.born_on) IS DISTINCT FROM (n.name_folded, n.birth_year, n.born_on)`),
    ]
    const foldedOf = async (number: string): Promise<unknown[]> => [
      ...(await platform.sql`SELECT name_folded AS name, born_on AS "bornOn" FROM person_names JOIN insurance_numbers USING (person_id) WHERE insurance_number = ${number}`),
    ]
    await send(csv('9900000201,Đỗ Thị Y,1971,Nữ,,'))
    expect(await foldedOf('9900000201')).toEqual([{ name: 'do thi y', bornOn: null }])
    const changed = await send(csv('9900000201,Đỗ Thị Ỷ,07/08/1971,Nữ,,', '9900000202,Đỗ Văn Mới,07/08/1971,Nam,,'))
    expect(await foldedOf('9900000201')).toEqual([{ name: 'do thi y', bornOn: '1971-08-07' }])
    expect(await differing()).toEqual([])
    expect(await undoImportCommand(platform, IMPORT_KINDS, changed.batchId, () => undefined)).toBe(0)
    expect(await foldedOf('9900000201')).toEqual([{ name: 'do thi y', bornOn: null }])
    expect(await platform.sql`SELECT FROM person_names WHERE name_folded = 'do van moi'`).toHaveLength(0)
    expect(await differing()).toEqual([])
  })
})
