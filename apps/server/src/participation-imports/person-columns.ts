import { insuranceNumberCell, nameCell, nationalIdCell, partialDateCell } from '@an-sinh/domain'

import type { ImportColumn } from '../platform/import-kind.ts'

/** Who a row is about: by a number, checked by name and birth date. */
export const PERSON_COLUMNS = [
  {
    name: 'insuranceNumber',
    title: { vi: 'Mã số BHXH', en: 'Insurance number' },
    headers: ['Mã số BHXH', 'Mã BHXH', 'Số BHXH', 'insurance number'],
    required: 'none',
    parse: insuranceNumberCell,
    type: 'text',
  },
  {
    name: 'nationalId',
    title: { vi: 'Số định danh/CCCD', en: 'National id' },
    headers: ['Số định danh/CCCD', 'Số định danh', 'Số CCCD', 'CCCD', 'Số ĐDCN/CCCD', 'Số CMND/ CCCD/Hộ chiếu', 'national id'],
    required: 'none',
    parse: nationalIdCell,
    type: 'text',
  },
  {
    name: 'fullName',
    title: { vi: 'Họ và tên', en: 'Full name' },
    headers: ['Họ và tên', 'Họ tên', 'full name'],
    required: 'row',
    parse: nameCell,
    type: 'text',
  },
  {
    name: 'bornOn',
    title: { vi: 'Ngày sinh', en: 'Born on' },
    headers: ['Ngày sinh', 'Ngày, tháng, năm sinh', 'Năm sinh', 'born on'],
    required: 'row',
    parse: partialDateCell,
    type: 'text',
  },
] as const satisfies readonly ImportColumn[]
