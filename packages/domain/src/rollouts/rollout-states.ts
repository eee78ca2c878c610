import type { Bilingual } from '../values/index.ts'

/** How far one person of an employer is on the letter's way (letter of Hà Nội Social Insurance, steps 1 and 2; plan 4489/KH-BHXH). */
export const ROLLOUT_STATE_NAMES = [
  'not-started',
  'registered',
  'form-printed',
  'form-handed-in',
  'approved',
  'signed-in',
  'needs-help',
] as const
export type RolloutState = (typeof ROLLOUT_STATE_NAMES)[number]

/**
 * Why somebody needs help, as far as an employer may know it: that papers were given back or the days ran out, never what was found.
 * Whether a registration was refused or is looked into reads like any other that waits for its holder (Law 91/2025/QH15: only what the purpose needs).
 */
export const ROLLOUT_HELP_REASONS = ['supplement-needed', 'deadline-passed', 'ask-the-office', 'asked-by-employee'] as const
export type RolloutHelpReason = (typeof ROLLOUT_HELP_REASONS)[number]

export const ROLLOUT_STATES: Record<RolloutState, Bilingual> = {
  'not-started': { vi: 'Chưa đăng ký', en: 'Not started' },
  registered: { vi: 'Đã đăng ký', en: 'Registered' },
  'form-printed': { vi: 'Đã in tờ khai', en: 'Form printed' },
  'form-handed-in': { vi: 'Đã nộp tờ khai', en: 'Form handed in' },
  approved: { vi: 'Đã được duyệt', en: 'Approved' },
  'signed-in': { vi: 'Đã dùng ứng dụng', en: 'Signed in' },
  'needs-help': { vi: 'Cần giúp', en: 'Needs help' },
}

export const ROLLOUT_HELP: Record<RolloutHelpReason, Bilingual> = {
  'supplement-needed': { vi: 'Cần bổ sung hồ sơ', en: 'Something must be added' },
  'deadline-passed': { vi: 'Quá hạn nộp tờ khai', en: 'The days for handing in ran out' },
  'ask-the-office': { vi: 'Mời người lao động liên hệ cơ quan BHXH', en: 'The employee should ask the office' },
  'asked-by-employee': { vi: 'Người lao động nhờ giúp', en: 'The employee asked for help' },
}
