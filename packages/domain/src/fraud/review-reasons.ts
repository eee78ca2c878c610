import type { Bilingual } from '../values/index.ts'

export type ReviewKind = 'send' | 'pass' | 'refuse'
export type ReviewReason = { readonly code: string; readonly for: ReviewKind; readonly label: Bilingual }

/**
 * Why a case is sent to review, passed or refused. The codes of a refusal are those of the counter's list, so that the citizen reads the
 * same kind sentence: what was suspected is told to nobody.
 */
export const REVIEW_REASONS: readonly ReviewReason[] = [
  { code: 'signals', for: 'send', label: { vi: 'Có dấu hiệu hệ thống nêu', en: 'Signals the system found' } },
  { code: 'document-doubted', for: 'send', label: { vi: 'Nghi ngờ giấy tờ', en: 'The document is doubted' } },
  { code: 'person-doubted', for: 'send', label: { vi: 'Nghi ngờ người đến nộp', en: 'The person who came is doubted' } },
  { code: 'led-by-another', for: 'send', label: { vi: 'Có người khác nói thay, dẫn dắt', en: 'Somebody else speaks for the applicant' } },
  {
    code: 'family-or-helper',
    for: 'pass',
    label: { vi: 'Gia đình, hàng xóm hoặc người giúp đăng ký', en: 'Family, neighbours or a helper' },
  },
  {
    code: 'place-of-help',
    for: 'pass',
    label: { vi: 'Máy của đại lý, đơn vị, điểm hỗ trợ', en: 'A device of an agent, an employer or a help point' },
  },
  { code: 'two-people-alike', for: 'pass', label: { vi: 'Hai người thật, ảnh giống nhau', en: 'Two real people, pictures alike' } },
  { code: 'original-compared', for: 'pass', label: { vi: 'Đã đối chiếu bản chính, đúng', en: 'Compared with the original, correct' } },
  {
    code: 'register-wrong',
    for: 'pass',
    label: { vi: 'Dữ liệu ghi sai, đã đề nghị sửa', en: 'The register was wrong, a correction is asked for' },
  },
  { code: 'document-forged', for: 'refuse', label: { vi: 'Giấy tờ có dấu hiệu sửa chữa', en: 'Document looks altered' } },
  { code: 'invented', for: 'refuse', label: { vi: 'Thông tin không có thật', en: 'Invented data' } },
  { code: 'wrong-person', for: 'refuse', label: { vi: 'Không phải người trong giấy tờ', en: 'Not the person on the document' } },
  { code: 'person-dead', for: 'refuse', label: { vi: 'Người này đã mất', en: 'The person is dead' } },
]

/** The reason of a code for this kind of review; null when it is none. */
export const findReviewReason = (kind: ReviewKind, code: string): ReviewReason | null =>
  REVIEW_REASONS.find((reason) => reason.code === code && reason.for === kind) ?? null
