import { CONTACT, formatWhen } from './contact-words.ts'
import { ANNOUNCED_EN, ANNOUNCED_VI } from './announced-letters.ts'
import { LETTERS_EN } from './letters-en.ts'
import { LETTERS_VI } from './letters-vi.ts'
import { type Letter, type NoticeContent, type Templates, write } from './letter.ts'
import type { MessageContent, MessageEvent } from './message-content.ts'

const FOOTER =
  'Thư tự động, không trả lời. Cơ quan BHXH không hỏi mật khẩu hay mã xác nhận, không gửi đường dẫn trong tin nhắn, và chỉ gửi đường dẫn trong thư khi chính bạn vừa xin đặt lại mật khẩu.'

/** Secrets travel to the proved phone alone, and their news with them. */
const BY_PHONE_ONLY: ReadonlySet<MessageEvent> = new Set(['one-time-code', 'first-password'])

/** E-mails that carry a code for their reader: by e-mail only as they are, in the inbox without it. */
const CODE_LETTERS: Templates<
  Extract<MessageContent, { event: 'email-code' | 'email-link' | 'contact-change-waits' | 'employer-invitation' | 'number-asked' }>,
  Letter
> = {
  'email-code': (content) => ({
    subject: 'Mã xác nhận địa chỉ thư điện tử',
    lines: [`Mã xác nhận của bạn là ${content.code}, dùng trong 10 phút.`, 'Không đưa mã này cho bất kỳ ai, kể cả cán bộ BHXH.'],
  }),
  'email-link': ({ link }) => ({
    subject: 'Đặt lại mật khẩu',
    lines: [
      'Có người, có lẽ là bạn, vừa xin đặt lại mật khẩu tài khoản giao dịch điện tử BHXH. Mở đường dẫn dưới đây rồi nhập ngày sinh:',
      link,
      'Đường dẫn dùng một lần, trong vòng 30 phút. Không chuyển thư này cho bất kỳ ai, kể cả cán bộ BHXH.',
      'Nếu không phải bạn yêu cầu, hãy bỏ qua thư này: không có gì thay đổi.',
    ],
  }),
  'employer-invitation': ({ step, kind, employerName, stopCode }) => ({
    subject: kind === 'invitation' ? 'Mời đăng ký giao dịch BHXH điện tử' : 'Nhắc việc đăng ký giao dịch BHXH điện tử',
    lines: [
      `${employerName} ${INVITATION_LETTERS[step]}`,
      'Hỏi phòng nhân sự của đơn vị để được hướng dẫn, hoặc quét mã trên tờ hướng dẫn treo ở nơi làm việc.',
      `Không muốn nhận thư này nữa: mở ứng dụng An Sinh, mục Lời mời, nhập mã ${stopCode}.`,
    ],
  }),
  'number-asked': ({ insuranceNumber }) => ({
    subject: 'Mã số BHXH của bạn',
    lines: [
      `Mã số BHXH của bạn là ${insuranceNumber}.`,
      'Vừa có người, có lẽ là bạn, hỏi mã số này. Nếu không phải bạn, không cần làm gì: mã số chỉ được gửi tới địa chỉ này.',
    ],
  }),
  'contact-change-waits': ({ kind, at, objection }) => ({
    subject: 'Thông tin liên lạc sắp thay đổi',
    lines: [
      `${CONTACT[kind]} của tài khoản sẽ đổi lúc ${formatWhen(at)}.`,
      `Nếu không phải bạn, hãy mở ứng dụng, vào Đăng nhập, chọn “Hủy đổi liên lạc” và nhập mã ${objection}.`,
    ],
  }),
}

const INVITATION_LETTERS = {
  register:
    'mời bạn đăng ký giao dịch BHXH điện tử. Có tài khoản, bạn tự xem được quá trình đóng, thẻ BHYT và quyền lợi của mình trên điện thoại. Đăng ký không mất tiền.',
  'hand-in': 'nhắc bạn in, ký Tờ khai Mẫu số 01 và nộp đúng hạn. Không có máy in, hãy nhờ đơn vị in và nộp giúp.',
  'look-again': 'nhắc bạn mở ứng dụng An Sinh xem hồ sơ đăng ký của mình cần làm gì tiếp.',
} as const

const writeEmail = (content: MessageContent): Letter | null => {
  if (content.event === 'one-time-code' || BY_PHONE_ONLY.has(content.event)) return null
  if (
    content.event === 'email-code' ||
    content.event === 'email-link' ||
    content.event === 'contact-change-waits' ||
    content.event === 'employer-invitation' ||
    content.event === 'number-asked'
  )
    return write(CODE_LETTERS, content)
  return write<NoticeContent, Letter>({ ...LETTERS_VI, ...ANNOUNCED_VI }, content)
}

/** Plain text with accents, NFC, no link but the one that was asked for; null for what goes by SMS only. */
export const renderEmail = (content: MessageContent): { subject: string; body: string } | null => {
  const letter = writeEmail(content)
  return letter && { subject: letter.subject, body: [...letter.lines, FOOTER].join('\n\n').normalize('NFC') }
}

export type NoticeText = { title: string; body: string }

/** The letter for the inbox in both languages, paragraphs parted by an empty line. */
export const renderNotice = (content: NoticeContent): { vi: NoticeText; en: NoticeText } => {
  const [vi, en] = [
    write<NoticeContent, Letter>({ ...LETTERS_VI, ...ANNOUNCED_VI }, content),
    write<NoticeContent, Letter>({ ...LETTERS_EN, ...ANNOUNCED_EN }, content),
  ] as const
  const body = (lines: readonly string[]): string => lines.join('\n\n').normalize('NFC')
  return { vi: { title: vi.subject, body: body(vi.lines) }, en: { title: en.subject, body: body(en.lines) } }
}
