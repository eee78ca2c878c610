import { copyPersons } from '../persons/index.ts'
import type { Sql } from '../platform/sql.ts'

/** People named Trần Văn Mẫu, born on 1 January 1990, numbered 9900100000 and on. */
export async function copyTestPersons(sql: Sql, count: number): Promise<{ personId: number; insuranceNumber: string }[]> {
  const numbers = Array.from({ length: count }, (_, at) => String(9_900_100_000 + at))
  const persons = numbers.map((insuranceNumber, at) => ({
    fullName: 'Trần Văn Mẫu',
    bornOn: '1990-01-01',
    sex: 'male' as const,
    insuranceNumber,
    nationalId: `0990900${String(at).padStart(5, '0')}`,
    legacyId: null,
    passportNumber: null,
    nationality: 'VN',
    wardCode: null,
    address: null,
    householdId: null,
    householdRelation: null,
    phoneOnFile: null,
    diedOn: null,
    mergedIntoPersonId: null,
  }))
  const ids = await copyPersons(sql, { persons, households: [] }, 'test')
  return numbers.map((insuranceNumber, at) => ({ personId: ids[at] ?? 0, insuranceNumber }))
}
