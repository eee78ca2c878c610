import { getPerson } from '../persons/index.ts'
import type { Queryable } from '../platform/sql.ts'
import { findWard, listReceivingOffices, type OfficeRow } from '../reference/index.ts'

/**
 * Who answers a person's request: the office of the ward on file, else the nearest of the province, else the first in the country.
 * Territory binds nobody (Decree 164/2025/ND-CP): any office could, this one knows the files.
 */
export async function chooseOffice(sql: Queryable, personId: number): Promise<OfficeRow> {
  const { wardCode } = await getPerson(sql, personId)
  const offices = await listReceivingOffices(sql)
  const ward = wardCode === null ? null : await findWard(sql, wardCode)
  const serving = offices.find((office) => wardCode !== null && office.wardCodes.includes(wardCode))
  const near = offices.find((office) => ward !== null && office.provinceCode === ward.provinceCode)
  const office = serving ?? near ?? offices[0]
  if (office === undefined) throw new Error('no office takes requests')
  return office
}
