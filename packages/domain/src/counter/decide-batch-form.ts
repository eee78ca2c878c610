import type { RegistrationState } from '../registrations/index.ts'
import type { Bilingual } from '../values/index.ts'

export type BatchOdd = 'unknown-code' | 'not-in-batch' | 'already-handed-in' | 'other-office' | 'expired' | 'not-waiting' | 'locked'

/** What the pile of odd ones says of a form, and what to do with the paper. */
export const BATCH_ODDS: Readonly<Record<BatchOdd, Bilingual>> = {
  'unknown-code': { vi: 'Mã không có trong hệ thống. Quét lại, hoặc trả tờ khai.', en: 'No such code. Scan again, or give the form back.' },
  'not-in-batch': {
    vi: 'Không có trong bảng kê này. Nhận riêng tại quầy, hoặc trả lại.',
    en: 'Not on this list. Take it by itself at the counter, or give it back.',
  },
  'already-handed-in': { vi: 'Đã nhận trước đó. Trả tờ thừa.', en: 'Handed in before. Give the extra paper back.' },
  'other-office': {
    vi: 'Thuộc cơ quan BHXH khác. Nhận chuyển hồ sơ, hoặc trả lại.',
    en: 'Of another office. Take the case over, or give it back.',
  },
  expired: {
    vi: 'Đã quá hạn và hết thời gian gia hạn. Gia hạn có lý do rồi quét lại.',
    en: 'Past its deadline and grace. Extend with a reason, then scan again.',
  },
  'not-waiting': {
    vi: 'Hồ sơ không ở trạng thái chờ nộp (đã rút, bị trả lại hoặc đã có kết quả).',
    en: 'It does not wait for its paper (withdrawn, returned or decided).',
  },
  locked: { vi: 'Đồng nghiệp đang mở hồ sơ này. Quét lại sau.', en: 'A colleague has the case open. Scan it again later.' },
}

export type BatchFormFacts = {
  /** `null`: no registration has the code. */
  readonly state: RegistrationState | null
  readonly inBatch: boolean
  readonly receivedInBatch: boolean
  readonly atThisDesk: boolean
  readonly isExpired: boolean
  readonly isLocked: boolean
}

const HANDED_IN: readonly RegistrationState[] = ['received', 'checked', 'approved', 'activated', 'fraud-review']

/** A form of the list that waits for its paper is received; everything else falls out, with the first reason that stands in the way. */
export const decideBatchForm = (facts: BatchFormFacts): 'receive' | BatchOdd => {
  const { state } = facts
  if (state === null) return 'unknown-code'
  if (!facts.inBatch) return 'not-in-batch'
  if (facts.receivedInBatch || HANDED_IN.includes(state)) return 'already-handed-in'
  if (!facts.atThisDesk) return 'other-office'
  if (facts.isExpired) return 'expired'
  if (state !== 'awaiting-visit') return 'not-waiting'
  return facts.isLocked ? 'locked' : 'receive'
}
