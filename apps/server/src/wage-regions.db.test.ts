import { listParticipationNotices } from '@an-sinh/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyParticipation, readKnownHistory } from './contributions/index.ts'
import { importText } from './import-fixture.ts'
import { IMPORT_KINDS } from './import-kinds.ts'
import { processImport, startUndo } from './imports/index.ts'
import { findPersonByLogin } from './persons/index.ts'
import { openTestPlatform, type TestPlatform } from './platform/test-platform.ts'
import { listReceivingOffices, seedReference } from './reference/index.ts'
import { REFERENCE_IMPORTS } from './reference-lists/index.ts'

let platform: TestPlatform
let personId = 0
let wardCode = ''
beforeAll(async () => {
  platform = await openTestPlatform({ works: true })
  await seedReference(platform.sql)
  const [office] = await listReceivingOffices(platform.sql)
  const [ward] = await platform.sql<
    { code: string }[]
  >`SELECT unit_code AS code FROM administrative_units WHERE unit_level = 'ward' ORDER BY 1 LIMIT 1`
  wardCode = ward?.code ?? ''
  await importText(platform, IMPORT_KINDS, {
    kind: 'persons',
    content: 'Mã số BHXH,Họ và tên,Ngày sinh,Giới tính\r\n9900300001,Trần Mẫu Vùng,05/03/1990,Nữ\r\n',
  })
  personId = (await findPersonByLogin(platform.sql, '9900300001'))?.personId ?? 0
  const [employer] = await platform.sql<{ employerId: number }[]>`
    INSERT INTO employers (employer_code, name, address, ward_code, office_id, source) VALUES ('YN9001A', 'Công ty Mẫu Vùng', 'Số 1', ${wardCode}, ${office?.officeId ?? 0}, 'test')
    RETURNING employer_id AS "employerId"`
  const spell = {
    personId,
    branch: 'social',
    scheme: 'compulsory',
    fromMonth: '2026-01',
    toMonth: '2026-06',
    employerId: employer?.employerId ?? null,
    employerName: 'Công ty Mẫu Vùng',
    jobTitle: null,
    workplace: null,
    contributorySalaryVnd: 5_000_000,
    wageParts: {},
    lateMonths: 0,
  } as const
  await copyParticipation(platform.sql, [spell], 'test')
})
afterAll(() => platform.drop())

const lowWages = async (): Promise<string[]> => {
  const { spells, throughMonth } = await readKnownHistory(platform.sql, personId, undefined)
  return listParticipationNotices('social', spells, throughMonth).flatMap(({ code, means }) => (code === 'low-wage' ? [means.vi] : []))
}
const send = (line: string) =>
  importText(platform, IMPORT_KINDS, { kind: 'wage-regions', content: `Mã xã,Vùng,Đã đối chiếu,Hiệu lực từ\r\n${line}\r\n` })

describe('the wage region of an employer’s ward', () => {
  it('comes as a file, decides which minimum a salary is measured by, and is taken back with its file', async () => {
    expect(await lowWages()).toEqual([])
    const batch = await send(`${wardCode},I,,01/01/2026`)
    expect(batch).toMatchObject({ state: 'applied', appliedCounts: { written: 1 } })
    const [told] = await lowWages()
    expect(told).toContain('mức tối thiểu vùng I, nơi đơn vị đặt trụ sở, lúc đó là 5.310.000 đồng')
    expect(told).toContain('chưa được đối chiếu')
    await send(`${wardCode},I,có,01/01/2026`)
    expect((await lowWages())[0]).not.toContain('chưa được đối chiếu')
    const other = await send(`${wardCode},III,có,01/02/2026`)
    expect(await lowWages()).toHaveLength(1)
    const kind = REFERENCE_IMPORTS.find(({ name }) => name === 'wage-regions')
    if (kind === undefined) throw new Error('no kind')
    const undo = await startUndo(platform, kind, other.batchId, { kind: 'system', job: 'test' })
    expect(await processImport(platform, IMPORT_KINDS, undo)).toMatchObject({ state: 'applied' })
    expect((await lowWages())[0]).toContain('vùng I,')
  })
  it('is refused row by row for a ward or a region that nobody knows', async () => {
    const batch = await send(`99998,I,,01/01/2026\r\n${wardCode},V,,01/01/2026`)
    expect(batch.groupCounts).toMatchObject({ rejected: 2 })
  })
})
