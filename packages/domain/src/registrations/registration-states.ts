import type { Bilingual } from '../values/index.ts'

export const REGISTRATION_STATE_NAMES = [
  'draft',
  'submitted',
  'awaiting-visit',
  'received',
  'checked',
  'approved',
  'activated',
  'returned',
  'refused',
  'expired',
  'withdrawn',
  'fraud-review',
] as const
export type RegistrationState = (typeof REGISTRATION_STATE_NAMES)[number]

/**
 * What a state answers. The `may…` questions are the applicant's, through this registration; an account that already exists is ruled by
 * its own state alone, so that no registration, expired or pending, ever breaks somebody's sign-in.
 */
export type RegistrationStateRule = {
  readonly maySignIn: boolean
  readonly mayResetPassword: boolean
  readonly mayChangeOffice: boolean
  readonly mayCorrect: boolean
  readonly mayPrint: boolean
  readonly mayExtend: boolean
  readonly mayWithdraw: boolean
  /** Whether the days for handing in Form 01 are counting down. */
  readonly deadlineRuns: boolean
  readonly atMidnight: 'nothing' | 'expire-when-past-grace' | 'delete-after-days'
  /** No move leaves a final state. */
  readonly final: boolean
  /** Read without sign-in by whoever holds the form code: nothing personal, and nothing that depends on the register. */
  readonly citizenReads: Bilingual
  readonly nextStep: Bilingual
}

const NOTHING = {
  maySignIn: false,
  mayResetPassword: false,
  mayChangeOffice: false,
  mayCorrect: false,
  mayPrint: false,
  mayExtend: false,
  mayWithdraw: false,
  deadlineRuns: false,
  atMidnight: 'nothing',
  final: false,
} as const

const AT_THE_OFFICE: Bilingual = {
  vi: 'Không cần làm gì thêm. Kết quả sẽ được báo qua tin nhắn đến số điện thoại đã đăng ký.',
  en: 'Nothing more to do. The result will be sent by text message to the registered phone.',
}

/** Every state and its answers, in one place. */
export const REGISTRATION_STATES: Readonly<Record<RegistrationState, RegistrationStateRule>> = {
  draft: {
    ...NOTHING,
    mayChangeOffice: true,
    mayCorrect: true,
    mayWithdraw: true,
    atMidnight: 'delete-after-days',
    citizenReads: { vi: 'Bản nháp, chưa gửi.', en: 'A draft, not sent yet.' },
    nextStep: { vi: 'Điền tiếp và gửi đăng ký.', en: 'Complete the registration and send it.' },
  },
  submitted: {
    ...NOTHING,
    mayChangeOffice: true,
    mayWithdraw: true,
    citizenReads: { vi: 'Đăng ký đã được gửi. Tờ khai Mẫu số 01 đang được lập.', en: 'The registration was sent. Form 01 is being made.' },
    nextStep: { vi: 'Chờ trong giây lát rồi in Tờ khai Mẫu số 01.', en: 'Wait a moment, then print Form 01.' },
  },
  'awaiting-visit': {
    ...NOTHING,
    mayChangeOffice: true,
    mayPrint: true,
    mayExtend: true,
    mayWithdraw: true,
    deadlineRuns: true,
    atMidnight: 'expire-when-past-grace',
    citizenReads: {
      vi: 'Đang chờ nộp Tờ khai Mẫu số 01 tại cơ quan BHXH đã chọn.',
      en: 'Form 01 is awaited at the chosen social-insurance office.',
    },
    nextStep: {
      vi: 'In, ký và ghi rõ họ tên trên tờ khai, nộp trước khi hết hạn; mang theo bản chính giấy tờ tùy thân để đối chiếu.',
      en: 'Print the form, sign it with your full name and hand it in before the due date; bring your original identity document.',
    },
  },
  received: {
    ...NOTHING,
    citizenReads: { vi: 'Cơ quan BHXH đã nhận tờ khai và đang đối chiếu.', en: 'The office has received the form and is checking it.' },
    nextStep: AT_THE_OFFICE,
  },
  checked: {
    ...NOTHING,
    citizenReads: {
      vi: 'Tờ khai đã được đối chiếu, đang chờ người thứ hai xác nhận.',
      en: 'The form has been checked and awaits a second confirmation.',
    },
    nextStep: AT_THE_OFFICE,
  },
  approved: {
    ...NOTHING,
    maySignIn: true,
    mayResetPassword: true,
    citizenReads: {
      vi: 'Đăng ký đã được chấp nhận. Mật khẩu đầu tiên được gửi qua tin nhắn.',
      en: 'The registration was approved. The first password is sent by text message.',
    },
    nextStep: {
      vi: 'Đăng nhập bằng mật khẩu đầu tiên cùng ngày sinh trong vòng 72 giờ, rồi đặt mật khẩu của riêng mình. Quá giờ hoặc chưa nhận được: yêu cầu gửi lại, không cần đến cơ quan BHXH.',
      en: 'Sign in with the first password and your date of birth within 72 hours, then set your own password. Too late or never arrived: ask for a new one, no visit needed.',
    },
  },
  activated: {
    ...NOTHING,
    maySignIn: true,
    mayResetPassword: true,
    final: true,
    citizenReads: { vi: 'Đã kích hoạt. Tài khoản dùng được.', en: 'Activated. The account can be used.' },
    nextStep: { vi: 'Đăng nhập để xem thẻ BHYT và quá trình tham gia.', en: 'Sign in to see the health card and the participation.' },
  },
  returned: {
    ...NOTHING,
    mayChangeOffice: true,
    mayCorrect: true,
    mayPrint: true,
    mayWithdraw: true,
    atMidnight: 'delete-after-days',
    citizenReads: { vi: 'Hồ sơ được trả lại để bổ sung.', en: 'The registration was returned for completion.' },
    nextStep: {
      vi: 'Xem lý do, sửa hoặc bổ sung rồi mở lại hồ sơ; dữ liệu đã nhập được giữ nguyên trong 90 ngày.',
      en: 'Read the reason, correct or complete, then re-open the registration; what you entered is kept for 90 days.',
    },
  },
  refused: {
    ...NOTHING,
    atMidnight: 'delete-after-days',
    citizenReads: { vi: 'Đăng ký không được chấp nhận.', en: 'The registration was refused.' },
    nextStep: {
      vi: 'Xem lý do trong tin nhắn. Có thể đăng ký lại bất cứ lúc nào.',
      en: 'The reason is in the message. You may register again at any time.',
    },
  },
  expired: {
    ...NOTHING,
    atMidnight: 'delete-after-days',
    citizenReads: { vi: 'Đã quá hạn nộp tờ khai.', en: 'The time for handing in the form has run out.' },
    nextStep: {
      vi: 'Mở lại hồ sơ để có hạn nộp mới; dữ liệu đã nhập được giữ nguyên trong 90 ngày.',
      en: 'Re-open the registration to get a new due date; what you entered is kept for 90 days.',
    },
  },
  withdrawn: {
    ...NOTHING,
    atMidnight: 'delete-after-days',
    final: true,
    citizenReads: { vi: 'Hồ sơ đã được rút hoặc đã đóng.', en: 'The registration was withdrawn or closed.' },
    nextStep: { vi: 'Có thể đăng ký lại bất cứ lúc nào.', en: 'You may register again at any time.' },
  },
  // The sentence is the same kind as for "received": a fraudster learns nothing, an honest applicant is not accused.
  'fraud-review': {
    ...NOTHING,
    citizenReads: {
      vi: 'Cơ quan BHXH đã nhận tờ khai và đang kiểm tra thêm.',
      en: 'The office has received the form and is checking further.',
    },
    nextStep: AT_THE_OFFICE,
  },
}
