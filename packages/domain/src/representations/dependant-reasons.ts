import type { Bilingual } from '../values/index.ts'

export const DEPENDANT_RELATIONS = ['father', 'mother', 'guardian'] as const
export type DependantRelation = (typeof DEPENDANT_RELATIONS)[number]

export const DEPENDANT_RELATION_WORDS: Readonly<Record<DependantRelation, Bilingual>> = {
  father: { vi: 'Cha', en: 'Father' },
  mother: { vi: 'Mẹ', en: 'Mother' },
  guardian: { vi: 'Người giám hộ', en: 'Guardian' },
}

export type DependantReason = {
  readonly code: string
  /** What the clerk picks. */
  readonly clerk: Bilingual
  /** What the guardian reads: why, and what to do. */
  readonly citizen: Bilingual
  /** Half a sentence for the message. */
  readonly smsVi: string
}

/** Why a child is not entered under somebody; another request stays free. */
export const DEPENDANT_REASONS: readonly DependantReason[] = [
  {
    code: 'child-not-found',
    clerk: { vi: 'Không tìm thấy trẻ trong dữ liệu', en: 'The child is not in the register' },
    citizen: {
      vi: 'Không tìm thấy trẻ theo thông tin đã khai. Kiểm tra họ tên, ngày sinh, mã số trên thẻ BHYT của trẻ rồi gửi lại.',
      en: 'No child was found by what you entered. Check name, birth date and the number on the child’s health card, then send again.',
    },
    smsVi: 'không tìm thấy trẻ theo thông tin đã khai',
  },
  {
    code: 'certificate-unreadable',
    clerk: { vi: 'Ảnh giấy khai sinh không đọc được', en: 'The birth certificate cannot be read' },
    citizen: {
      vi: 'Ảnh giấy khai sinh không đọc được. Chụp lại đủ bốn góc, rõ chữ, rồi gửi lại.',
      en: 'The photo of the birth certificate cannot be read. Take it again with all four corners and readable text, then send again.',
    },
    smsVi: 'ảnh giấy khai sinh không đọc được, hãy chụp lại',
  },
  {
    code: 'relation-not-shown',
    clerk: { vi: 'Giấy tờ không thể hiện quan hệ với trẻ', en: 'The paper does not show the relation' },
    citizen: {
      vi: 'Giấy tờ đã gửi không thể hiện bạn là cha, mẹ hoặc người giám hộ của trẻ. Mang quyết định giám hộ hoặc giấy khai sinh đến cơ quan BHXH.',
      en: 'The paper sent does not show that you are the child’s parent or guardian. Bring the guardianship decision or birth certificate to the office.',
    },
    smsVi: 'giấy tờ không thể hiện quan hệ với trẻ',
  },
  {
    code: 'facts-differ',
    clerk: { vi: 'Thông tin khai khác giấy khai sinh hoặc dữ liệu', en: 'The entries differ from the certificate or the register' },
    citizen: {
      vi: 'Thông tin đã khai khác với giấy khai sinh hoặc dữ liệu BHXH. Sửa cho đúng giấy khai sinh rồi gửi lại.',
      en: 'What you entered differs from the birth certificate or the register. Correct it as on the certificate and send again.',
    },
    smsVi: 'thông tin khai khác giấy khai sinh hoặc dữ liệu BHXH',
  },
  {
    code: 'no-parental-right',
    clerk: { vi: 'Có thông tin về hạn chế quyền cha mẹ, giám hộ đã chấm dứt', en: 'Parental right limited, or guardianship over' },
    citizen: {
      vi: 'Chưa thể ghi nhận quyền đại diện cho trẻ. Liên hệ cơ quan BHXH để được giải thích.',
      en: 'The right to act for the child could not be confirmed. Contact the office for an explanation.',
    },
    smsVi: 'chưa thể ghi nhận quyền đại diện, hãy liên hệ cơ quan BHXH',
  },
]

export const findDependantReason = (code: string): DependantReason | null =>
  DEPENDANT_REASONS.find((reason) => reason.code === code) ?? null
