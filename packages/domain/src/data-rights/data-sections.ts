import { formatDateEn, formatDateVi } from '../calendar/index.ts'
import { type StatementTable, same } from '../statements/index.ts'
import { formatVnd } from '../text/index.ts'
import { type Bilingual, sorted } from '../values/index.ts'

/** What one table of the register holds of a person, as it stands there. `ended` rows were corrected or replaced since. */
export type DataSection = { readonly table: string; readonly about: string; readonly rows: readonly Readonly<Record<string, unknown>>[] }

type Column = readonly [name: string, vi: string, en: string]
type Layout = { readonly title: Bilingual; readonly columns: readonly Column[] }

/** The tables that the paper spells out, in the order people ask for them. What is not here is counted on paper and whole in the file. */
const LAYOUTS: Readonly<Record<string, Layout>> = {
  participation_spells: {
    title: { vi: 'Quá trình tham gia', en: 'Participation' },
    columns: [
      ['branch', 'Loại bảo hiểm', 'Branch'],
      ['from_month', 'Từ tháng', 'From'],
      ['to_month', 'Đến tháng', 'To'],
      ['employer_name', 'Đơn vị', 'Employer'],
      ['contributory_salary_vnd', 'Tiền lương đóng', 'Contributory salary'],
    ],
  },
  health_cards: {
    title: { vi: 'Thẻ bảo hiểm y tế', en: 'Health cards' },
    columns: [
      ['health_card_number', 'Mã thẻ', 'Number'],
      ['registered_facility_code', 'Nơi đăng ký khám', 'Registered facility'],
      ['valid_from', 'Từ ngày', 'From'],
      ['valid_to', 'Đến ngày', 'To'],
    ],
  },
  benefits: {
    title: { vi: 'Chế độ đã hưởng', en: 'Benefits' },
    columns: [
      ['decision_number', 'Số quyết định', 'Decision'],
      ['decided_on', 'Ngày', 'Date'],
      ['from_on', 'Hưởng từ', 'From'],
      ['to_on', 'Đến', 'To'],
      ['amount_vnd', 'Số tiền', 'Amount'],
    ],
  },
  visits: {
    title: { vi: 'Lượt khám chữa bệnh', en: 'Visits' },
    columns: [
      ['admitted_on', 'Ngày vào', 'Admitted'],
      ['discharged_on', 'Ngày ra', 'Discharged'],
      ['facility_code', 'Cơ sở', 'Facility'],
      ['diagnosis', 'Chẩn đoán', 'Diagnosis'],
    ],
  },
  correction_requests: {
    title: { vi: 'Yêu cầu sửa dữ liệu', en: 'Requests for correction' },
    columns: [
      ['file_number', 'Số', 'Number'],
      ['sent_at', 'Ngày gửi', 'Sent'],
      ['what', 'Nội dung', 'What'],
    ],
  },
  data_requests: {
    title: { vi: 'Yêu cầu về dữ liệu cá nhân', en: 'Requests about personal data' },
    columns: [
      ['file_number', 'Số', 'Number'],
      ['kind', 'Loại', 'Kind'],
      ['sent_at', 'Ngày gửi', 'Sent'],
      ['due_on', 'Hạn', 'Due'],
    ],
  },
  consent_decisions: {
    title: { vi: 'Sự đồng ý', en: 'Consents' },
    columns: [
      ['text_version', 'Nội dung, bản', 'Wording'],
      ['decision', 'Quyết định', 'Decision'],
      ['decided_at', 'Lúc', 'At'],
    ],
  },
  statements: {
    title: { vi: 'Giấy đã lập', en: 'Statements issued' },
    columns: [
      ['kind', 'Loại', 'Kind'],
      ['issued_at', 'Ngày lập', 'Issued'],
      ['valid_until', 'Giá trị đến', 'Valid until'],
    ],
  },
  sessions: {
    title: { vi: 'Các lần đăng nhập', en: 'Sign-ins' },
    columns: [
      ['device_label', 'Thiết bị', 'Device'],
      ['created_at', 'Từ', 'Since'],
      ['last_seen_at', 'Lần cuối', 'Last seen'],
    ],
  },
  accesses: {
    title: { vi: 'Ai đã xem hoặc sửa', en: 'Who looked or changed' },
    columns: [
      ['at', 'Lúc', 'At'],
      ['who', 'Ai', 'Who'],
      ['office', 'Cơ quan', 'Office'],
      ['action', 'Việc', 'What'],
    ],
  },
}

const WORDS: Readonly<Record<string, Bilingual>> = {
  social: { vi: 'BHXH', en: 'social' },
  unemployment: { vi: 'BHTN', en: 'unemployment' },
  'employment-injury': { vi: 'BHTNLĐ-BNN', en: 'employment injury' },
  health: { vi: 'BHYT', en: 'health' },
  given: { vi: 'đồng ý', en: 'given' },
  withdrawn: { vi: 'rút lại', en: 'withdrawn' },
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})(?:T|$)/u

const writeCell = (name: string, value: unknown): Bilingual => {
  if (value === null || value === undefined || value === '') return same('–')
  if (typeof value === 'number' && name.endsWith('_vnd')) return same(formatVnd(value))
  if (typeof value !== 'string') return same(typeof value === 'number' ? String(value) : JSON.stringify(value))
  if (!DATE.test(value)) return WORDS[value] ?? same(value)
  const date = value.slice(0, name.endsWith('_month') ? 7 : 10)
  return { vi: formatDateVi(date), en: formatDateEn(date) }
}

const dateOf = (columns: readonly Column[], row: DataSection['rows'][number]): string => {
  const name = columns.map(([column]) => column).find((column) => DATE.test(String(row[column])))
  return name === undefined ? '' : String(row[name])
}

/** The rows of a table in words; null for a table that the paper only counts, or that is empty. */
export const describeRows = ({ table, rows }: DataSection): StatementTable | null => {
  const layout = LAYOUTS[table]
  if (layout === undefined || rows.length === 0) return null
  return {
    title: layout.title,
    columns: layout.columns.map(([name, vi, en]) => ({ label: { vi, en }, align: name.endsWith('_vnd') ? 'right' : 'left' })),
    // Newest first, as on the screens.
    rows: sorted(rows, (first, second) => (dateOf(layout.columns, first) < dateOf(layout.columns, second) ? 1 : -1)).map((row) =>
      layout.columns.map(([name]) => writeCell(name, row[name])),
    ),
    total: null,
    note: rows.some((row) => row['ended_at'] !== undefined)
      ? { vi: 'Có cả những dòng đã được sửa hoặc thay thế.', en: 'Lines that were corrected or replaced are included.' }
      : null,
  }
}

export const SECTION_ORDER: readonly string[] = Object.keys(LAYOUTS)
