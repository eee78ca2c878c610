import { formatWhen } from './contact-words.ts'
import type { Letter, NoticeContent } from './letter.ts'
import type { Templates } from './templates.ts'

type StopContent = Extract<NoticeContent, { event: 'account-stop-waits' | 'account-stop-cancelled' | 'account-stopped' }>

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
}
