import type { CivilDate } from '../calendar/index.ts'
import type { Bilingual } from '../values/index.ts'

/** Departments that answer. The letter names the first two; the others answer citizens, hospitals and clerks. */
export const DEPARTMENT_NAMES = ['collection', 'communication', 'benefits', 'health-insurance', 'it'] as const
export type Department = (typeof DEPARTMENT_NAMES)[number]
export const DEPARTMENTS: Record<Department, Bilingual> = {
  collection: { vi: 'Phòng Quản lý thu', en: 'Collection' },
  communication: { vi: 'Phòng Truyền thông và Phát triển người tham gia', en: 'Communication and participant development' },
  benefits: { vi: 'Phòng Chế độ BHXH', en: 'Benefits' },
  'health-insurance': { vi: 'Phòng Giám định BHYT', en: 'Health-insurance assessment' },
  it: { vi: 'Phòng Công nghệ thông tin', en: 'Information technology' },
}

export type AskerKind = 'employer' | 'citizen' | 'hospital' | 'clerk'
export type ReportCategory = {
  readonly code: string
  readonly askers: readonly AskerKind[]
  readonly department: Department
  readonly name: Bilingual
}

/** What a problem is about, and who answers it. */
export const REPORT_CATEGORIES: readonly ReportCategory[] = [
  {
    code: 'roster',
    askers: ['employer'],
    department: 'collection',
    name: { vi: 'Danh sách lao động không khớp', en: 'The list of employees does not match' },
  },
  {
    code: 'numbers',
    askers: ['employer'],
    department: 'collection',
    name: { vi: 'Mã số BHXH hoặc thông tin của người lao động sai', en: 'A number or a person’s data are wrong' },
  },
  { code: 'contribution', askers: ['employer'], department: 'collection', name: { vi: 'Đóng, quá trình đóng', en: 'Contributions' } },
  {
    code: 'hand-in',
    askers: ['employer'],
    department: 'collection',
    name: { vi: 'Nộp tờ khai theo bảng kê', en: 'Handing in forms by the batch' },
  },
  {
    code: 'registering',
    askers: ['employer'],
    department: 'communication',
    name: { vi: 'Đăng ký, cài đặt, đăng nhập', en: 'Registering, installing, signing in' },
  },
  {
    code: 'message',
    askers: ['employer'],
    department: 'communication',
    name: { vi: 'Không nhận được tin nhắn mật khẩu', en: 'The text message with the password did not come' },
  },
  {
    code: 'guidance',
    askers: ['employer'],
    department: 'communication',
    name: { vi: 'Cần hướng dẫn, tài liệu, tập huấn', en: 'Guidance, papers, training' },
  },
  { code: 'other', askers: ['employer'], department: 'communication', name: { vi: 'Việc khác', en: 'Something else' } },
]

export const findReportCategory = (code: string, asker: AskerKind): ReportCategory | null =>
  REPORT_CATEGORIES.find((category) => category.code === code && category.askers.includes(asker)) ?? null

export type AnswerRule = {
  readonly version: string
  readonly effectiveFrom: CivilDate
  /** The office's working hours from the filing (or reopening, or forwarding) to the answer. */
  readonly workingHours: Readonly<Record<Department, number>>
  /** Days after an answer within which the asker may say that it did not help. */
  readonly reopenDays: number
  readonly source: string
}

export const ANSWER_RULES: readonly AnswerRule[] = [
  {
    version: 'answer-1',
    effectiveFrom: '2020-11-25',
    workingHours: { collection: 16, communication: 8, benefits: 16, 'health-insurance': 16, it: 8 },
    reopenDays: 30,
    source:
      'Hà Nội Social Insurance, letter carrying out plan 4489/KH-BHXH of 25/11/2020 ("phản ánh về … để được kịp thời hỗ trợ": no term is told); hours: operator’s rule',
  },
]

/** The rule of the day on which the clock starts. */
export const findAnswerRule = (on: CivilDate): AnswerRule => {
  const rule = ANSWER_RULES.filter(({ effectiveFrom }) => effectiveFrom <= on).at(-1) ?? ANSWER_RULES[0]
  if (rule === undefined) throw new RangeError('no answer rule')
  return rule
}
