import { type CivilDate, formatDateEn, formatDateVi } from '../calendar/index.ts'
import { maskInsuranceNumber, same, type StatementContent, toInitials } from '../statements/index.ts'
import { type DataSection, describeRows, SECTION_ORDER } from './data-sections.ts'

export type DataExportFacts = {
  readonly fullName: string
  readonly bornOn: string
  readonly insuranceNumber: string
  readonly today: CivilDate
  /** SHA-256 of the machine-readable file, in hexadecimal. */
  readonly fileHash: string
  readonly sections: readonly DataSection[]
}

const inOrder = (sections: readonly DataSection[]): DataSection[] =>
  SECTION_ORDER.flatMap((table) => sections.filter((section) => section.table === table))

/** Four groups of eight and so on: read aloud and compared without losing the place. */
const inGroups = (hash: string): string => (hash.match(/.{1,8}/gu) ?? []).join(' ')

/**
 * The paper of an export: who, every table that holds something and how much, and the main ones in words. What the check page repeats is
 * initials, the masked number, how much there was, and the file's hash: enough to compare, too little to learn anything.
 */
export const writeDataExport = (facts: DataExportFacts): StatementContent => {
  const rows = facts.sections.reduce((sum, section) => sum + section.rows.length, 0)
  const count = { label: { vi: 'Số dòng dữ liệu', en: 'Lines of data' }, value: same(String(rows)) }
  const hash = { label: { vi: 'SHA-256 của tệp JSON', en: 'SHA-256 of the JSON file' }, value: same(inGroups(facts.fileHash)) }
  return {
    version: 'statement-1',
    kind: 'data-export',
    title: { vi: 'Bản sao dữ liệu cá nhân', en: 'Copy of personal data' },
    period: { vi: `tính đến ngày ${formatDateVi(facts.today)}`, en: `as of ${formatDateEn(facts.today)}` },
    lines: [
      { label: { vi: 'Họ và tên', en: 'Name' }, value: same(facts.fullName) },
      { label: { vi: 'Ngày sinh', en: 'Born' }, value: { vi: formatDateVi(facts.bornOn), en: formatDateEn(facts.bornOn) } },
      { label: { vi: 'Mã số BHXH', en: 'Insurance number' }, value: same(facts.insuranceNumber) },
      count,
      hash,
    ],
    tables: [
      ...inOrder(facts.sections).flatMap((section) => describeRows(section) ?? []),
      {
        title: { vi: 'Tất cả những gì đang được lưu', en: 'Everything that is kept' },
        columns: [
          { label: { vi: 'Bảng', en: 'Table' }, align: 'left' },
          { label: { vi: 'Số dòng', en: 'Lines' }, align: 'right' },
        ],
        rows: facts.sections
          .filter((section) => section.rows.length > 0)
          .map((section) => [same(section.table), same(String(section.rows.length))]),
        total: null,
        note: {
          vi: 'Bảng không có dòng nào không ghi ở đây. Mọi dòng và mọi cột nằm trong tệp JSON đi kèm. Mật khẩu, khoá và phần mã hoá không được đưa ra.',
          en: 'Empty tables are not listed. Every line and column is in the JSON file. Passwords, keys and encrypted parts are left out.',
        },
      },
    ],
    notes: [
      {
        vi: 'Ai cũng có thể kiểm tra: mở trang kiểm tra, nhập mã trên giấy này và chọn tệp; trang cho biết tệp còn nguyên hay đã bị sửa.',
        en: 'Anybody can check: open the check page, enter the code and choose the file; the page says whether it is unchanged.',
      },
      {
        vi: 'Bản sao chứa dữ liệu nhạy cảm. Giữ như giữ giấy tờ tuỳ thân; tệp trên hệ thống bị xoá sau 7 ngày.',
        en: 'This copy holds sensitive data. Keep it like an identity paper; the system deletes its files after 7 days.',
      },
    ],
    shared: [
      { label: { vi: 'Chữ cái đầu của tên', en: 'Initials' }, value: same(toInitials(facts.fullName)) },
      { label: { vi: 'Mã số BHXH', en: 'Insurance number' }, value: same(maskInsuranceNumber(facts.insuranceNumber)) },
      count,
      hash,
    ],
  }
}
