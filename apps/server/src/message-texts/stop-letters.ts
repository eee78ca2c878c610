import { formatWhen } from './contact-words.ts'
import type { Letter, NoticeContent, Templates } from './letter.ts'

type StopContent = Extract<
  NoticeContent,
  { event: 'account-stop-waits' | 'account-stop-cancelled' | 'account-stopped' | 'account-held' | 'account-released' }
>

export const STOP_LETTERS_VI: Templates<StopContent, Letter> = {
  'account-stop-waits': ({ at }) => ({
    subject: 'Tài khoản sắp ngừng giao dịch điện tử',
    lines: [
      `Tài khoản của bạn sẽ ngừng giao dịch điện tử lúc ${formatWhen(at)}.`,
      'Đổi ý hoặc không phải bạn yêu cầu? Hãy đăng nhập trước lúc đó, mở “Ngừng giao dịch điện tử” và chọn “Hủy ngừng”.',
    ],
  }),
  'account-stop-cancelled': () => ({
    subject: 'Đã hủy ngừng giao dịch điện tử',
    lines: ['Yêu cầu ngừng giao dịch điện tử đã được hủy. Tài khoản vẫn dùng như cũ.'],
  }),
  'account-stopped': () => ({
    subject: 'Tài khoản đã ngừng giao dịch điện tử',
    lines: [
      'Tài khoản đã đóng, mọi thiết bị đã đăng xuất. Quá trình tham gia, thẻ BHYT và quyền lợi không thay đổi; khi đi khám hãy dùng CCCD hoặc thẻ giấy.',
      'Muốn dùng lại, hãy đăng ký mới như lần đầu.',
    ],
  }),
  'account-held': () => ({
    subject: 'Tài khoản đang tạm giữ',
    lines: [
      'Cơ quan BHXH tạm giữ tài khoản của bạn để kiểm tra; trong lúc đó không đăng nhập được. Quyền lợi và thẻ BHYT không thay đổi.',
      'Gọi tổng đài hoặc mang bản chính giấy tờ tùy thân đến cơ quan BHXH để được mở lại.',
    ],
  }),
  'account-released': () => ({
    subject: 'Tài khoản đã được mở lại',
    lines: [
      'Cơ quan BHXH đã kiểm tra xong, bạn đăng nhập lại được như trước.',
      'Không phải bạn yêu cầu? Hãy gọi tổng đài hoặc tới cơ quan BHXH.',
    ],
  }),
}

export const STOP_LETTERS_EN: Templates<StopContent, Letter> = {
  'account-stop-waits': ({ at }) => ({
    subject: 'Your account is about to stop',
    lines: [
      `Your account will stop electronic transactions at ${formatWhen(at)}.`,
      'You think again, or it was not you? Sign in before then, open “Stop electronic transactions” and choose “Do not stop”.',
    ],
  }),
  'account-stop-cancelled': () => ({
    subject: 'The stop was taken back',
    lines: ['The request to stop electronic transactions was taken back. The account works as before.'],
  }),
  'account-stopped': () => ({
    subject: 'Your account was stopped',
    lines: [
      'The account is closed and every device is signed out. Participation, health card and rights do not change; at the hospital show the ID card or the paper card.',
      'To use it again, register anew as for the first time.',
    ],
  }),
  'account-held': () => ({
    subject: 'Your account is on hold',
    lines: [
      'The social-insurance office holds your account while it is being checked; until then nobody can sign in. Rights and health card do not change.',
      'Call the hotline, or bring your original identity document to the office to have it opened again.',
    ],
  }),
  'account-released': () => ({
    subject: 'Your account is open again',
    lines: [
      'The office has finished its check; you can sign in as before.',
      'It was not you who asked? Call the hotline or visit the office.',
    ],
  }),
}
