import { decideSmsEncoding, foldForSms, formatDateVi } from '@an-sinh/domain'
import type { MessageContent, MessageEvent } from './message-content.ts'

type Templates<Written> = { readonly [Event in MessageEvent]: (content: Extract<MessageContent, { event: Event }>) => Written }

/** A content's own template; the table's type guarantees that the two belong together. */
const write = <Written>(templates: Templates<Written>, content: MessageContent): Written =>
  (templates[content.event] as (content: MessageContent) => Written)(content)

const SMS_UNITS = 160

const CONTACT = { phone: 'Số điện thoại', email: 'Thư điện tử' } as const

const inVietNam = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** `14:05 23/11/2026` in Viet Nam. */
const formatWhen = (at: Date): string => inVietNam.format(at).split(', ').toReversed().join(' ')

/** The longest beginning of `sentence`, cut between words, with which `around` still fits one segment. */
const fit = (sentence: string, around: (part: string) => string): string => {
  const fits = (part: string): boolean => decideSmsEncoding(foldForSms(around(part))).units <= SMS_UNITS
  if (fits(sentence)) return around(sentence)
  const words = sentence.split(' ')
  while (words.length > 0 && !fits(`${words.join(' ')}..`)) words.pop()
  return around(`${words.join(' ')}..`)
}

/** Vietnamese with accents; folded afterwards. No link in any of them, and no word that asks for a password. */
const SMS: Templates<string> = {
  'one-time-code': (content) => `BHXH: Mã xác nhận của bạn là ${content.code}. Không đưa mã này cho bất kỳ ai, kể cả cán bộ BHXH.`,
  submitted: (content) =>
    `BHXH: Đã nhận đăng ký ${content.fileNumber}. In, ký Tờ khai Mẫu 01, nộp tại cơ quan BHXH đã chọn đến hết ${formatDateVi(content.dueOn)}, mang theo bản chính giấy tờ.`,
  received: (content) => `BHXH: Đã nhận Tờ khai của hồ sơ ${content.fileNumber} tại quầy. Kết quả sẽ được báo qua tin nhắn này.`,
  approved: (content) =>
    `BHXH: Đăng ký được duyệt. Mật khẩu lần đầu ${content.firstPassword}, dùng 1 lần trong 72 giờ, cùng mã số BHXH ...${content.loginHint} và ngày sinh. Không đưa cho ai.`,
  'first-password': (content) =>
    `BHXH: Mật khẩu lần đầu mới ${content.firstPassword}, dùng 1 lần trong 72 giờ, cùng mã số BHXH và ngày sinh. Mật khẩu cũ không dùng được nữa. Không đưa cho ai.`,
  returned: (content) =>
    fit(
      content.short,
      (part) =>
        `BHXH: Hồ sơ ${content.fileNumber} cần bổ sung: ${part}. Mở lại hồ sơ để sửa${content.dueOn === null ? '.' : ` đến hết ${formatDateVi(content.dueOn)}.`}`,
    ),
  refused: (content) =>
    fit(content.short, (part) => `BHXH: Hồ sơ ${content.fileNumber} không được duyệt: ${part}. Bạn có thể đăng ký lại.`),
  reminder: (content) =>
    `BHXH: Còn ${content.daysLeft} ngày để nộp Tờ khai của hồ sơ ${content.fileNumber}, đến hết ${formatDateVi(content.dueOn)}. Mang bản chính giấy tờ tùy thân.`,
  'deadline-moved': (content) => `BHXH: Hạn nộp Tờ khai của hồ sơ ${content.fileNumber} đổi thành hết ngày ${formatDateVi(content.dueOn)}.`,
  expired: (content) =>
    `BHXH: Hồ sơ ${content.fileNumber} đã quá hạn nộp Tờ khai. Mở lại bằng mã tờ khai để nộp tiếp, thông tin vẫn được giữ.`,
  'closed-by-other': (content) =>
    `BHXH: Hồ sơ ${content.fileNumber} được đóng vì một đăng ký khác cùng mã số đã được duyệt. Không phải bạn? Hãy tới cơ quan BHXH.`,
  'account-touched': () =>
    `BHXH: Một đăng ký mới cho tài khoản của bạn vừa được duyệt tại quầy, mật khẩu và số điện thoại cũ hết hiệu lực. Không phải bạn? Hãy tới cơ quan BHXH ngay.`,
  'password-set': () => `BHXH: Mật khẩu tài khoản của bạn vừa được đặt. Nếu không phải bạn làm, hãy tới ngay cơ quan BHXH gần nhất.`,
  'new-device': (content) =>
    `BHXH: Tài khoản của bạn vừa đăng nhập trên thiết bị mới (${content.device ?? 'không rõ loại'}). Không phải bạn? Mở ứng dụng, mục Thiết bị, chọn Không phải tôi.`,
  'device-disavowed': () =>
    `BHXH: Đã đăng xuất các thiết bị khác và bỏ mật khẩu cũ theo yêu cầu của bạn. Mở ứng dụng, chọn Quên mật khẩu để đặt mật khẩu mới.`,
  'email-code': (content) => `BHXH: Mã xác nhận của bạn là ${content.code}. Không đưa mã này cho bất kỳ ai, kể cả cán bộ BHXH.`,
  'contact-change-waits': ({ kind, at, objection }) =>
    `BHXH: ${CONTACT[kind]} của tài khoản sẽ đổi lúc ${formatWhen(at)}. Không phải bạn? Mở ứng dụng, Đăng nhập, Hủy đổi liên lạc, mã ${objection}`,
  'contact-change-arrives': ({ kind, at }) =>
    `BHXH: ${CONTACT[kind]} này sẽ dùng cho một tài khoản BHXH từ ${formatWhen(at)}. Không phải bạn? Hãy gọi tổng đài.`,
  'contact-change-cancelled': ({ kind }) => `BHXH: Đã hủy yêu cầu đổi ${CONTACT[kind].toLowerCase()} của tài khoản. Không có gì thay đổi.`,
  'contact-changed': ({ kind }) =>
    `BHXH: ${CONTACT[kind]} của tài khoản vừa đổi như đã báo trước. Không phải bạn? Hãy tới ngay cơ quan BHXH gần nhất.`,
  'counter-code-issued': (content) =>
    content.phoneGone
      ? `BHXH: Tại quầy vừa có người báo mất số điện thoại này và xin mã mở tài khoản của bạn. Không phải bạn? Hãy tới ngay cơ quan BHXH gần nhất.`
      : `BHXH: Tại quầy vừa cấp mã để đặt lại mật khẩu tài khoản của bạn. Không phải bạn? Hãy tới ngay cơ quan BHXH gần nhất.`,
}

/** The subject shows on locked screens: nothing of the case in it. */
const EMAIL: Templates<{ subject: string; lines: readonly string[] } | null> = {
  submitted: (content) => ({
    subject: 'Đã nhận đăng ký giao dịch điện tử',
    lines: [
      `Hồ sơ ${content.fileNumber} đã được ghi nhận.`,
      `Bạn cần in Tờ khai Mẫu số 01, ký, ghi rõ họ tên và nộp tại cơ quan BHXH đã chọn đến hết ngày ${formatDateVi(content.dueOn)}.`,
      'Khi đến, mang theo bản chính giấy tờ tùy thân.',
    ],
  }),
  received: (content) => ({
    subject: 'Cơ quan BHXH đã nhận Tờ khai',
    lines: [
      `Cơ quan BHXH đã nhận Tờ khai của hồ sơ ${content.fileNumber}.`,
      'Kết quả sẽ được báo qua tin nhắn đến số điện thoại đã đăng ký.',
    ],
  }),
  approved: (content) => ({
    subject: 'Đăng ký được duyệt',
    lines: [
      'Đăng ký giao dịch điện tử của bạn đã được duyệt.',
      'Mật khẩu lần đầu đã được gửi qua tin nhắn SMS đến số điện thoại đã đăng ký, dùng một lần trong 72 giờ. Vì an toàn, mật khẩu không được gửi qua thư điện tử.',
      `Đăng nhập bằng mã số BHXH (kết thúc bằng ${content.loginHint}) hoặc số căn cước, mật khẩu lần đầu và ngày sinh.`,
    ],
  }),
  returned: (content) => ({
    subject: 'Hồ sơ đăng ký cần bổ sung',
    lines: [
      `Hồ sơ ${content.fileNumber} cần bổ sung.`,
      content.sentence,
      `Mở lại hồ sơ bằng mã tờ khai và mã xác nhận gửi tới điện thoại để sửa${content.dueOn === null ? '.' : `, đến hết ngày ${formatDateVi(content.dueOn)}.`}`,
    ],
  }),
  refused: (content) => ({
    subject: 'Hồ sơ đăng ký không được duyệt',
    lines: [`Hồ sơ ${content.fileNumber} không được duyệt.`, content.sentence, 'Bạn có thể đăng ký lại.'],
  }),
  reminder: (content) => ({
    subject: 'Nhắc nộp Tờ khai',
    lines: [`Còn ${content.daysLeft} ngày để nộp Tờ khai của hồ sơ ${content.fileNumber}, đến hết ngày ${formatDateVi(content.dueOn)}.`],
  }),
  'deadline-moved': (content) => ({
    subject: 'Hạn nộp Tờ khai thay đổi',
    lines: [`Hạn nộp Tờ khai của hồ sơ ${content.fileNumber} đổi thành hết ngày ${formatDateVi(content.dueOn)}.`],
  }),
  expired: (content) => ({
    subject: 'Hồ sơ đăng ký quá hạn',
    lines: [`Hồ sơ ${content.fileNumber} đã quá hạn nộp Tờ khai.`, 'Bạn có thể mở lại bằng mã tờ khai; thông tin đã khai vẫn được giữ.'],
  }),
  'closed-by-other': (content) => ({
    subject: 'Hồ sơ đăng ký được đóng',
    lines: [
      `Hồ sơ ${content.fileNumber} được đóng vì một đăng ký khác cùng mã số đã được duyệt.`,
      'Nếu không phải bạn đăng ký, hãy tới cơ quan BHXH.',
    ],
  }),
  'account-touched': () => ({
    subject: 'Tài khoản của bạn vừa thay đổi',
    lines: [
      'Một đăng ký mới cho tài khoản của bạn vừa được duyệt tại quầy. Mật khẩu và số điện thoại cũ hết hiệu lực.',
      'Nếu không phải bạn, hãy tới ngay cơ quan BHXH gần nhất.',
    ],
  }),
  'password-set': () => ({
    subject: 'Mật khẩu vừa được đặt',
    lines: ['Mật khẩu tài khoản của bạn vừa được đặt.', 'Nếu không phải bạn làm, hãy tới ngay cơ quan BHXH gần nhất.'],
  }),
  'new-device': (content) => ({
    subject: 'Đăng nhập trên thiết bị mới',
    lines: [
      `Tài khoản của bạn vừa đăng nhập trên một thiết bị chưa dùng trước đây (${content.device ?? 'không rõ loại'}).`,
      'Nếu không phải bạn, hãy mở ứng dụng, vào mục Thiết bị và chọn “Không phải tôi”.',
    ],
  }),
  'device-disavowed': () => ({
    subject: 'Mật khẩu cũ đã bị bỏ',
    lines: [
      'Theo yêu cầu của bạn, các thiết bị khác đã bị đăng xuất và mật khẩu cũ không còn dùng được.',
      'Hãy mở ứng dụng và chọn “Quên mật khẩu” để đặt mật khẩu mới.',
    ],
  }),
  'email-code': (content) => ({
    subject: 'Mã xác nhận địa chỉ thư điện tử',
    lines: [`Mã xác nhận của bạn là ${content.code}, dùng trong 10 phút.`, 'Không đưa mã này cho bất kỳ ai, kể cả cán bộ BHXH.'],
  }),
  'contact-change-waits': ({ kind, at, objection }) => ({
    subject: 'Thông tin liên lạc sắp thay đổi',
    lines: [
      `${CONTACT[kind]} của tài khoản sẽ đổi lúc ${formatWhen(at)}.`,
      `Nếu không phải bạn, hãy mở ứng dụng, vào Đăng nhập, chọn “Hủy đổi liên lạc” và nhập mã ${objection}.`,
    ],
  }),
  'contact-change-arrives': ({ kind, at }) => ({
    subject: 'Thông tin liên lạc sắp có hiệu lực',
    lines: [
      `${CONTACT[kind]} này sẽ dùng cho một tài khoản giao dịch điện tử BHXH từ ${formatWhen(at)}.`,
      'Nếu không phải bạn, hãy gọi tổng đài.',
    ],
  }),
  'contact-change-cancelled': ({ kind }) => ({
    subject: 'Đã hủy đổi thông tin liên lạc',
    lines: [`Yêu cầu đổi ${CONTACT[kind].toLowerCase()} của tài khoản đã được hủy. Không có gì thay đổi.`],
  }),
  'contact-changed': ({ kind }) => ({
    subject: 'Thông tin liên lạc vừa thay đổi',
    lines: [`${CONTACT[kind]} của tài khoản vừa đổi như đã báo trước.`, 'Nếu không phải bạn, hãy tới ngay cơ quan BHXH gần nhất.'],
  }),
  'counter-code-issued': () => ({
    subject: 'Mã kích hoạt vừa được cấp tại quầy',
    lines: [
      'Cơ quan BHXH vừa cấp tại quầy một mã để đặt lại mật khẩu tài khoản của bạn, sau khi đối chiếu bản chính giấy tờ tùy thân.',
      'Nếu không phải bạn, hãy tới ngay cơ quan BHXH gần nhất.',
    ],
  }),
  // Secrets travel to the proved phone alone.
  'one-time-code': () => null,
  'first-password': () => null,
}

const FOOTER =
  'Thư tự động, không trả lời. Cơ quan BHXH không hỏi mật khẩu hay mã xác nhận, và không gửi đường dẫn trong thư hoặc tin nhắn.'

/** Accent-free text of one segment (at most 160 GSM-7 septets), whatever the facts. */
export const renderSms = (content: MessageContent): string => foldForSms(write(SMS, content))

/** Plain text with accents, NFC, no link; null for what goes by SMS only. */
export const renderEmail = (content: MessageContent): { subject: string; body: string } | null => {
  const written = write(EMAIL, content)
  return written && { subject: written.subject, body: [...written.lines, FOOTER].join('\n\n').normalize('NFC') }
}
