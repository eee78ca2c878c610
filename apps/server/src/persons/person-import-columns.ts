import {
  type CellParser,
  choiceCell,
  codeCell,
  dateCell,
  insuranceNumberCell,
  nameCell,
  nationalIdCell,
  parsePhone,
  partialDateCell,
  sexCell,
  textCell,
} from '@an-sinh/domain'
import type { ImportColumn } from '../platform/import-kind.ts'

const countryWord = choiceCell({ 'Việt Nam': 'VN' })
const countryCode = codeCell(/^[A-Z]{2}$/u)
const nationalityCell: CellParser = (cell) => {
  const word = countryWord(cell)
  return word.ok ? word : countryCode(cell)
}

const phoneText = textCell(20)
/** A mobile number becomes +84…; any other number that an office noted stays as written. */
const phoneCell: CellParser = (cell) => {
  const mobile = parsePhone(cell)
  return mobile.ok ? { ok: true, text: mobile.phone } : phoneText(cell)
}

/** What a file of insured persons may tell. */
export const personColumns: readonly ImportColumn[] = [
  {
    name: 'insuranceNumber',
    title: { vi: 'Mã số BHXH', en: 'Insurance number' },
    headers: ['Mã số BHXH', 'Mã BHXH', 'Số BHXH', 'Số sổ BHXH', 'ma_so_bhxh', 'insurance number'],
    required: 'file',
    parse: insuranceNumberCell,
    type: 'text',
  },
  {
    name: 'fullName',
    title: { vi: 'Họ và tên', en: 'Full name' },
    headers: ['Họ và tên', 'Họ tên', 'Họ, chữ đệm và tên', 'ho_ten', 'full name'],
    required: 'file',
    parse: nameCell,
    type: 'text',
  },
  {
    name: 'bornOn',
    title: { vi: 'Ngày sinh', en: 'Born on' },
    headers: ['Ngày sinh', 'Ngày, tháng, năm sinh', 'Năm sinh', 'ngay_sinh', 'born on', 'birth date'],
    required: 'file',
    parse: partialDateCell,
    type: 'text',
  },
  {
    name: 'sex',
    title: { vi: 'Giới tính', en: 'Sex' },
    headers: ['Giới tính', 'Phái', 'gioi_tinh', 'sex'],
    required: 'file',
    parse: sexCell(),
    type: 'text',
  },
  {
    name: 'nationalId',
    title: { vi: 'Số định danh/CCCD', en: 'National id' },
    headers: ['Số định danh', 'Số CCCD', 'CCCD', 'Số định danh cá nhân', 'Số ĐDCN/CCCD', 'Số định danh/CCCD', 'so_cccd', 'national id'],
    required: 'none',
    parse: nationalIdCell,
    type: 'text',
  },
  {
    name: 'legacyId',
    title: { vi: 'Số CMND', en: 'Old ID card number' },
    headers: ['Số CMND', 'CMND', 'so_cmnd', 'legacy id'],
    required: 'none',
    parse: codeCell(/^\d{9}$/u, 'lost-zeros'),
    type: 'text',
  },
  {
    name: 'passportNumber',
    title: { vi: 'Số hộ chiếu', en: 'Passport number' },
    headers: ['Số hộ chiếu', 'Hộ chiếu', 'so_ho_chieu', 'passport number'],
    required: 'none',
    parse: codeCell(/^[A-Z0-9]{5,20}$/u),
    type: 'text',
  },
  {
    name: 'nationality',
    title: { vi: 'Quốc tịch', en: 'Nationality' },
    headers: ['Quốc tịch', 'ma_quoc_tich', 'nationality'],
    required: 'none',
    parse: nationalityCell,
    type: 'text',
  },
  {
    name: 'wardCode',
    title: { vi: 'Mã xã/phường', en: 'Ward code' },
    headers: ['Mã xã/phường', 'Mã xã', 'Mã phường xã', 'ma_xa', 'ward code'],
    required: 'none',
    parse: codeCell(/^\d{5}$/u, 'lost-zeros'),
    type: 'text',
  },
  {
    name: 'address',
    title: { vi: 'Địa chỉ', en: 'Address' },
    headers: ['Địa chỉ', 'Địa chỉ liên hệ', 'Nơi cư trú', 'dia_chi', 'address'],
    required: 'none',
    parse: textCell(300),
    type: 'text',
  },
  {
    name: 'phone',
    title: { vi: 'Số điện thoại', en: 'Phone' },
    headers: ['Số điện thoại', 'Điện thoại', 'SĐT', 'dien_thoai', 'phone'],
    required: 'none',
    parse: phoneCell,
    type: 'text',
  },
  {
    name: 'diedOn',
    title: { vi: 'Ngày chết', en: 'Died on' },
    headers: ['Ngày chết', 'Ngày mất', 'ngay_mat', 'died on'],
    required: 'none',
    parse: dateCell,
    type: 'date',
  },
]
