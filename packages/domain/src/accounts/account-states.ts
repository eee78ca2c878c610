import { type Bilingual, refused, type Refused } from '../values/index.ts'

export type AccountState = 'pending-first-sign-in' | 'active' | 'held' | 'stopped'

/** The same questions as a registration state answers; the account alone decides about signing in, never a registration. */
export type AccountStateRule = {
  readonly maySignIn: boolean
  readonly mayResetPassword: boolean
  readonly mayChangeContact: boolean
  readonly final: boolean
  readonly citizenReads: Bilingual
  readonly nextStep: Bilingual
}

export const ACCOUNT_STATES: Readonly<Record<AccountState, AccountStateRule>> = {
  'pending-first-sign-in': {
    maySignIn: true,
    mayResetPassword: true,
    mayChangeContact: false,
    final: false,
    citizenReads: { vi: 'Tài khoản đã được cấp, chờ đăng nhập lần đầu.', en: 'The account has been issued and awaits its first sign-in.' },
    nextStep: {
      vi: 'Đăng nhập bằng mật khẩu đầu tiên trong tin nhắn cùng ngày sinh, rồi đặt mật khẩu của riêng mình.',
      en: 'Sign in with the first password from the message and the date of birth, then set your own password.',
    },
  },
  active: {
    maySignIn: true,
    mayResetPassword: true,
    mayChangeContact: true,
    final: false,
    citizenReads: { vi: 'Tài khoản đang hoạt động.', en: 'The account is active.' },
    nextStep: { vi: 'Đăng nhập để xem thẻ và quá trình tham gia.', en: 'Sign in to see the card and the participation.' },
  },
  held: {
    maySignIn: false,
    mayResetPassword: false,
    mayChangeContact: false,
    final: false,
    citizenReads: { vi: 'Tài khoản đang tạm giữ để kiểm tra.', en: 'The account is on hold while it is being checked.' },
    nextStep: {
      vi: 'Gọi hoặc đến cơ quan BHXH đã chọn, mang theo bản chính giấy tờ tùy thân.',
      en: 'Call or visit your social-insurance office with your original identity document.',
    },
  },
  stopped: {
    maySignIn: false,
    mayResetPassword: false,
    mayChangeContact: false,
    final: true,
    citizenReads: { vi: 'Tài khoản đã ngừng giao dịch điện tử.', en: 'The account has been stopped.' },
    nextStep: { vi: 'Muốn dùng lại, đăng ký mới như lần đầu.', en: 'To use it again, register anew as for the first time.' },
  },
}

export type AccountMove = 'sign-in-first' | 'hold' | 'release' | 'stop'
export type AccountMoveActor = 'account-holder' | 'clerk' | 'supervisor' | 'system'

type AccountMoveRow = {
  readonly move: AccountMove
  readonly from: readonly AccountState[]
  readonly to: AccountState
  readonly by: readonly AccountMoveActor[]
}

/** An account held before its first sign-in is released to `active`: its next sign-in still needs the first password or a reset. */
export const ACCOUNT_MOVES: readonly AccountMoveRow[] = [
  { move: 'sign-in-first', from: ['pending-first-sign-in'], to: 'active', by: ['account-holder'] },
  { move: 'hold', from: ['pending-first-sign-in', 'active'], to: 'held', by: ['clerk', 'supervisor', 'system'] },
  { move: 'release', from: ['held'], to: 'active', by: ['supervisor', 'system'] },
  { move: 'stop', from: ['pending-first-sign-in', 'active', 'held'], to: 'stopped', by: ['account-holder', 'clerk', 'supervisor'] },
]

/** Whether an account may make a move, and where it leads. */
export const decideAccountMove = (
  state: AccountState,
  move: AccountMove,
  by: AccountMoveActor,
): { readonly ok: true; readonly to: AccountState } | Refused<'move-not-allowed' | 'not-yours'> => {
  const row = ACCOUNT_MOVES.find((candidate) => candidate.move === move && candidate.from.includes(state))
  if (!row) return refused('move-not-allowed')
  return row.by.includes(by) ? { ok: true, to: row.to } : refused('not-yours')
}
