import type { Bilingual } from '../values/index.ts'
import type { Department } from './departments.ts'

export const ASKER_KINDS = ['employer', 'citizen', 'hospital', 'clerk'] as const
export type AskerKind = (typeof ASKER_KINDS)[number]
export const ASKER_NAMES: Record<AskerKind, Bilingual> = {
  employer: { vi: 'Đơn vị', en: 'Employer' },
  citizen: { vi: 'Người dân', en: 'Citizen' },
  hospital: { vi: 'Cơ sở khám chữa bệnh', en: 'Health facility' },
  clerk: { vi: 'Cán bộ', en: 'Clerk' },
}

export type ReportCategory = {
  readonly code: string
  readonly askers: readonly AskerKind[]
  readonly department: Department
  /** Whoever of the asker's side may read it: all of its officers, or who wrote it alone. */
  readonly visibility: 'asker' | 'writer'
  readonly name: Bilingual
}

const of = (
  code: string,
  askers: readonly AskerKind[],
  department: Department,
  [vi, en]: readonly [string, string],
  visibility: ReportCategory['visibility'] = 'asker',
): ReportCategory => ({ code, askers, department, visibility, name: { vi, en } })

/** What a problem is about, who may ask it, and who answers. A code means one thing whoever asks. */
export const REPORT_CATEGORIES: readonly ReportCategory[] = [
  of('roster', ['employer'], 'collection', ['Danh sách lao động không khớp', 'The list of employees does not match']),
  of('numbers', ['employer'], 'collection', ['Mã số BHXH hoặc thông tin của người lao động sai', 'A number or a person’s data are wrong']),
  of('contribution', ['employer'], 'collection', ['Đóng, quá trình đóng', 'Contributions']),
  of('hand-in', ['employer'], 'collection', ['Nộp tờ khai theo bảng kê', 'Handing in forms by the batch']),
  of('registering', ['employer', 'citizen'], 'communication', ['Đăng ký, cài đặt, đăng nhập', 'Registering, installing, signing in']),
  of('message', ['employer', 'citizen'], 'communication', [
    'Không nhận được tin nhắn mật khẩu',
    'The text message with the password did not come',
  ]),
  of('guidance', ['employer'], 'communication', ['Cần hướng dẫn, tài liệu, tập huấn', 'Guidance, papers, training']),
  of('own-data', ['citizen'], 'collection', ['Mã số BHXH hoặc thông tin của tôi sai', 'My number or my data are wrong']),
  of('own-participation', ['citizen'], 'collection', ['Quá trình đóng thiếu hoặc sai', 'Contribution months are missing or wrong']),
  of('own-card', ['citizen'], 'collection', ['Thẻ BHYT: hạn dùng, nơi khám, in lại', 'Health card: dates, place of care, a new one']),
  of('own-benefit', ['citizen'], 'benefits', ['Thai sản, ốm đau, hưu trí, thất nghiệp', 'Maternity, sickness, pension, unemployment']),
  of('own-visit', ['citizen'], 'health-insurance', [
    'Khám chữa bệnh BHYT, sổ khám, thanh toán',
    'Visits under health insurance, medical book, refunds',
  ]),
  of('fraud', ['citizen'], 'communication', ['Bị gọi điện, nhắn tin giả danh BHXH', 'Somebody pretended to be from Social Insurance']),
  of('app-fault', ['citizen', 'hospital'], 'it', ['Ứng dụng, trang web bị lỗi', 'The app or the site does not work']),
  of('service', ['employer', 'citizen', 'hospital'], 'communication', ['Góp ý về thái độ phục vụ', 'How I was served'], 'writer'),
  of('card-refused', ['hospital'], 'health-insurance', ['Không tra được thẻ BHYT của người bệnh', 'A patient’s card is not found']),
  of('claims', ['hospital'], 'health-insurance', ['Giám định, thanh toán chi phí khám chữa bệnh', 'Assessment and payment of claims']),
  of('system-fault', ['clerk'], 'it', ['Phần mềm bị lỗi', 'The software does not work'], 'writer'),
  of('data-fault', ['clerk'], 'it', ['Dữ liệu hiển thị sai', 'Data are shown wrong'], 'writer'),
  of('procedure', ['clerk'], 'benefits', ['Hỏi về nghiệp vụ chế độ', 'A question about benefits'], 'writer'),
  of('other', ['employer', 'citizen', 'hospital', 'clerk'], 'communication', ['Việc khác', 'Something else']),
]

export const listCategoriesOf = (asker: AskerKind): readonly ReportCategory[] =>
  REPORT_CATEGORIES.filter(({ askers }) => askers.includes(asker))

export const findReportCategory = (code: string, asker: AskerKind): ReportCategory | null =>
  listCategoriesOf(asker).find((category) => category.code === code) ?? null
