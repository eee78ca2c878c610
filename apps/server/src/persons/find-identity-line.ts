import { type CorrectableLine, formatDateEn, formatDateVi, makeCorrectionFacts } from '@an-sinh/domain'

import type { Queryable } from '../platform/sql.ts'
import { findPerson } from './person-queries.ts'

const SEX = { male: { vi: 'Nam', en: 'Male' }, female: { vi: 'Nữ', en: 'Female' } } as const

/** One's own identity as the register has it, cell by cell; there is one such line, `own`. */
export async function findIdentityLine(sql: Queryable, personId: number, lineId: string): Promise<CorrectableLine | null> {
  const person = lineId === 'own' ? await findPerson(sql, personId) : null
  if (person === null) return null
  return {
    title: { vi: `Thông tin cá nhân: ${person.fullName}`, en: `Personal details: ${person.fullName}` },
    source: 'persons',
    facts: makeCorrectionFacts([
      ['fullName', 'Họ và tên', 'Full name', person.fullName],
      ['bornOn', 'Ngày sinh', 'Date of birth', { vi: formatDateVi(person.bornOn), en: formatDateEn(person.bornOn) }],
      ['sex', 'Giới tính', 'Sex', SEX[person.sex]],
      ['insuranceNumber', 'Mã số BHXH', 'Insurance number', person.insuranceNumber],
      ['nationalId', 'Số định danh / CCCD', '12-digit id', person.nationalId],
      ['legacyId', 'CMND 9 số', '9-digit id', person.legacyId],
      ['address', 'Địa chỉ', 'Address', person.address],
    ]),
  }
}
