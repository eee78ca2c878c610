import type { Bilingual } from '../values/index.ts'

export const FRAUD_SIGNAL_KINDS = [
  'portrait-shared',
  'card-altered',
  'phone-of-strangers',
  'device-of-strangers',
  'hasty-clerk',
  'address-invented',
  'person-dead',
  'number-merged',
  'numbers-of-two',
  'number-claimed-twice',
] as const
export type FraudSignalKind = (typeof FRAUD_SIGNAL_KINDS)[number]

/** One reason to look twice at a registration. Never a verdict: a person decides. */
export type FraudSignal = {
  readonly kind: FraudSignalKind
  /** Other registrations that take part, for the picture; the applicant is never told of them. */
  readonly others: readonly string[]
  /** What was counted or measured: strangers on a phone, hundredths of a deviation between two pictures, approvals of a day. */
  readonly measured: number
  readonly ruleVersion: string
}

type SignalRule = {
  /** `review`: stands in the queue of suspicious cases; `second-person`: needs another pair of eyes and nothing else. */
  readonly leadsTo: 'review' | 'second-person'
  readonly title: Bilingual
  /** What the reviewer should look at, and what harmless thing it may be. */
  readonly look: Bilingual
}

/** What each signal says to staff, and where it leads. All of them make a second person due. */
export const FRAUD_SIGNAL_RULES: Readonly<Record<FraudSignalKind, SignalRule>> = {
  'portrait-shared': {
    leadsTo: 'review',
    title: { vi: 'Một ảnh chân dung dùng cho nhiều người', en: 'One portrait for several people' },
    look: {
      vi: 'So hai ảnh: cùng một tấm ảnh hay hai người giống nhau (sinh đôi có ảnh riêng thì không bị đánh dấu)?',
      en: 'Compare the two pictures: the very same photo, or two people alike (twins with photos of their own are not marked)?',
    },
  },
  'card-altered': {
    leadsTo: 'review',
    title: { vi: 'Ảnh giấy tờ giống hồ sơ khác, số khác', en: 'The same photo of a card, other numbers' },
    look: {
      vi: 'Xem kỹ chữ số trên thẻ, so với mã QR và bản chính.',
      en: 'Look closely at the digits, against the QR code and the original card.',
    },
  },
  'phone-of-strangers': {
    leadsTo: 'review',
    title: { vi: 'Một số điện thoại cho nhiều người lạ', en: 'One phone for several strangers' },
    look: {
      vi: 'Có thể là người giúp cả xóm đăng ký: hỏi ai giữ máy và vì sao không dùng số của mình.',
      en: 'It may be somebody helping the neighbours: ask who keeps the phone and why nobody uses their own.',
    },
  },
  'device-of-strangers': {
    leadsTo: 'review',
    title: { vi: 'Một thiết bị cho nhiều người lạ', en: 'One device for several strangers' },
    look: {
      vi: 'Có thể là máy của đại lý, của đơn vị: hỏi nơi đã đăng ký.',
      en: 'It may be a computer of an agent or an employer: ask where they registered.',
    },
  },
  'hasty-clerk': {
    leadsTo: 'review',
    title: { vi: 'Duyệt dồn dập, không kịp đối chiếu', en: 'Approved in a rush, without time to compare' },
    look: {
      vi: 'Đối chiếu lại hồ sơ; hỏi cán bộ đã duyệt về ngày hôm đó trước khi kết luận.',
      en: 'Compare the case again; ask the clerk about that day before concluding anything.',
    },
  },
  'address-invented': {
    leadsTo: 'second-person',
    title: { vi: 'Địa chỉ có vẻ không có thật', en: 'The address seems not to exist' },
    look: {
      vi: 'So với địa chỉ trên thẻ và hỏi lại người nộp.',
      en: 'Compare with the address on the card and ask the applicant.',
    },
  },
  'person-dead': {
    leadsTo: 'review',
    title: { vi: 'Số của người đã mất', en: 'The number of somebody who died' },
    look: {
      vi: 'Người sống bị ghi nhầm là đã mất thì sửa dữ liệu trước, không duyệt ở đây.',
      en: 'Somebody alive and wrongly recorded as dead: the register is corrected first, not approved here.',
    },
  },
  'number-merged': {
    leadsTo: 'second-person',
    title: { vi: 'Mã số đã gộp vào mã số khác', en: 'The number was merged into another' },
    look: { vi: 'Dùng mã số còn hiệu lực của cùng người.', en: 'Use the number that stands, of the same person.' },
  },
  'numbers-of-two': {
    leadsTo: 'second-person',
    title: { vi: 'Mã số BHXH và số định danh thuộc hai người', en: 'The two numbers belong to two people' },
    look: { vi: 'Đối chiếu bản chính: số nào gõ nhầm?', en: 'Check the original: which of the two was mistyped?' },
  },
  'number-claimed-twice': {
    leadsTo: 'review',
    title: { vi: 'Hai người khai cùng một số', en: 'Two people claim one number' },
    look: {
      vi: 'Mở cả hai hồ sơ: người nào có bản chính mang số này?',
      en: 'Open both cases: who holds the original with this number?',
    },
  },
}
