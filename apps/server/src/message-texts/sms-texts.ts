import { decideSmsEncoding, foldForSms, formatDateVi } from '@an-sinh/domain'
import { DATA_REQUEST_WORDS } from './data-letters.ts'
import { CONTACT, formatWhen } from './contact-words.ts'
import { MANDATE_WORDS } from './mandate-words.ts'
import type { MessageContent } from './message-content.ts'
import { type Templates, write } from './letter.ts'
import { ticketSms } from './ticket-words.ts'

const SMS_UNITS = 160

/** The longest beginning of `sentence`, cut between words, with which `around` still fits one segment. */
const fit = (sentence: string, around: (part: string) => string): string => {
  const fits = (part: string): boolean => decideSmsEncoding(foldForSms(around(part))).units <= SMS_UNITS
  if (fits(sentence)) return around(sentence)
  const words = sentence.split(' ')
  while (words.length > 0 && !fits(`${words.join(' ')}..`)) words.pop()
  return around(`${words.join(' ')}..`)
}

/** What an employer asks of its people, by the step that is missing. */
const INVITATION_SMS = {
  register: 'mời bạn đăng ký An Sinh, ứng dụng BHXH. Hỏi phòng nhân sự cách làm.',
  'hand-in': 'nhắc bạn in, ký và nộp Tờ khai Mẫu 01 đúng hạn.',
  'look-again': 'nhắc bạn mở An Sinh xem hồ sơ đăng ký cần làm gì.',
} as const

/** Vietnamese with accents; folded afterwards. No link in any of them, and no word that asks for a password. */
const SMS: Templates<Exclude<MessageContent, { event: 'email-link' }>, string> = {
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
  'number-asked': ({ insuranceNumber }) =>
    `BHXH: Mã số BHXH của bạn là ${insuranceNumber}. Vừa có người hỏi mã số này; không phải bạn thì không cần làm gì, mã chỉ gửi tới số này.`,
  'password-set-by-email': () =>
    `BHXH: Mật khẩu vừa được đặt lại bằng thư điện tử. Không phải bạn? Mở ứng dụng, chọn Quên mật khẩu để lấy lại qua số này, rồi gọi tổng đài.`,
  'passkey-added': () =>
    `BHXH: Tài khoản vừa có thêm khoá đăng nhập bằng vân tay, khuôn mặt hoặc mã máy. Không phải bạn? Mở ứng dụng, mục Thiết bị, chọn Không phải tôi.`,
  'new-device': (content) =>
    `BHXH: Tài khoản của bạn vừa đăng nhập trên thiết bị mới (${content.device ?? 'không rõ loại'}). Không phải bạn? Mở ứng dụng, mục Thiết bị, chọn Không phải tôi.`,
  'device-disavowed': () =>
    `BHXH: Đã đăng xuất các thiết bị khác và bỏ mật khẩu cũ theo yêu cầu của bạn. Mở ứng dụng, chọn Quên mật khẩu để đặt mật khẩu mới.`,
  'counter-code-issued': (content) =>
    content.phoneGone
      ? `BHXH: Tại quầy vừa có người báo mất số điện thoại này và xin mã mở tài khoản của bạn. Không phải bạn? Hãy tới ngay cơ quan BHXH gần nhất.`
      : `BHXH: Tại quầy vừa cấp mã để đặt lại mật khẩu tài khoản của bạn. Không phải bạn? Hãy tới ngay cơ quan BHXH gần nhất.`,
  'email-code': (content) => `BHXH: Mã xác nhận của bạn là ${content.code}. Không đưa mã này cho bất kỳ ai, kể cả cán bộ BHXH.`,
  'contact-change-waits': ({ kind, at, objection }) =>
    `BHXH: ${CONTACT[kind]} của tài khoản sẽ đổi lúc ${formatWhen(at)}. Không phải bạn? Mở ứng dụng, Đăng nhập, Hủy đổi liên lạc, mã ${objection}`,
  'contact-change-arrives': ({ kind, at }) =>
    `BHXH: ${CONTACT[kind]} này sẽ dùng cho một tài khoản BHXH từ ${formatWhen(at)}. Không phải bạn? Hãy gọi tổng đài.`,
  'contact-change-cancelled': ({ kind }) => `BHXH: Đã hủy yêu cầu đổi ${CONTACT[kind].toLowerCase()} của tài khoản. Không có gì thay đổi.`,
  'contact-changed': ({ kind }) =>
    `BHXH: ${CONTACT[kind]} của tài khoản vừa đổi như đã báo trước. Không phải bạn? Hãy tới ngay cơ quan BHXH gần nhất.`,
  'mandate-changed': ({ side, change }) =>
    `BHXH: ${MANDATE_WORDS[side][change].vi}${side === 'giver' ? ' Không phải bạn? Mở ứng dụng hoặc tới cơ quan BHXH ngay.' : ''}`,
  'dependant-approved': () =>
    `BHXH: Đã ghi nhận trẻ phụ thuộc của bạn. Mở ứng dụng, mục Người phụ thuộc, để xem thẻ BHYT và sổ khám của trẻ.`,
  'dependant-refused': (content) =>
    fit(content.short, (part) => `BHXH: Yêu cầu ghi nhận trẻ phụ thuộc không được duyệt: ${part}. Bạn có thể gửi lại.`),
  'childhood-over': () => `BHXH: Trẻ phụ thuộc của bạn đã đủ 18 tuổi. Từ hôm nay bạn không còn xem được dữ liệu của người đó.`,
  'came-of-age': () =>
    `BHXH: Bạn đã đủ 18 tuổi. Cha mẹ không còn xem được dữ liệu BHXH của bạn. Hãy tự đăng ký tài khoản trên ứng dụng An Sinh.`,
  'correction-decided': ({ fileNumber, outcome, reason }) =>
    outcome === 'corrected' || reason === null
      ? `BHXH: Yêu cầu ${fileNumber} ${outcome === 'corrected' ? 'đã được chấp nhận, dữ liệu đã sửa' : 'được giữ nguyên'}. Mở ứng dụng, mục Yêu cầu của tôi để xem.`
      : fit(
          reason.short,
          (part) => `BHXH: Yêu cầu ${fileNumber} giữ nguyên: ${part}. Mở ứng dụng, mục Yêu cầu của tôi để xem việc cần làm.`,
        ),
  'correction-asks': ({ fileNumber, reason }) =>
    fit(reason?.short ?? '', (part) => `BHXH: Yêu cầu ${fileNumber} cần bạn bổ sung: ${part}. Mở ứng dụng, mục Yêu cầu của tôi.`),
  'address-changed': () =>
    `BHXH: Địa chỉ liên hệ của bạn vừa được đổi trong ứng dụng. Không phải bạn? Mở ứng dụng, mục Thiết bị, chọn Không phải tôi.`,
  'account-stop-waits': ({ at }) =>
    `BHXH: Tài khoản sẽ ngừng giao dịch điện tử lúc ${formatWhen(at)}. Đổi ý hoặc không phải bạn? Đăng nhập ứng dụng, chọn Hủy ngừng.`,
  'account-stop-cancelled': () => `BHXH: Đã hủy yêu cầu ngừng giao dịch điện tử. Tài khoản vẫn dùng như cũ.`,
  'account-stopped': () => `BHXH: Tài khoản đã ngừng giao dịch điện tử. Quyền lợi không thay đổi. Muốn dùng lại, đăng ký mới như lần đầu.`,
  'account-held': () =>
    `BHXH: Tài khoản của bạn đang tạm giữ để kiểm tra, chưa đăng nhập được. Mang bản chính giấy tờ tới cơ quan BHXH để mở lại.`,
  'account-released': () => `BHXH: Tài khoản của bạn đã được mở lại tại cơ quan BHXH. Không phải bạn yêu cầu? Hãy tới ngay cơ quan BHXH.`,
  'data-export-ready': () => `BHXH: Bản sao dữ liệu của bạn đã sẵn sàng, giữ 7 ngày. Mở ứng dụng, mục Dữ liệu của tôi, để lấy.`,
  'data-request-moved': ({ fileNumber, state }) =>
    `BHXH: Yêu cầu về dữ liệu ${fileNumber} ${DATA_REQUEST_WORDS[state].vi}. Mở ứng dụng, mục Dữ liệu của tôi, để đọc trả lời.`,
  'ticket-moved': ticketSms,
  'card-ends': (content) =>
    `BHXH: Thẻ BHYT của bạn hết hạn ngày ${formatDateVi(content.validTo)} và chưa có thẻ tiếp theo. Đóng tiếp trước ngày đó để không bị gián đoạn.`,
  'card-next': (content) => `BHXH: Bạn có thẻ BHYT mới, có hiệu lực từ ${formatDateVi(content.validFrom)}. Mở ứng dụng để xem thẻ.`,
  'card-changed': () => `BHXH: Thông tin trên thẻ BHYT của bạn vừa thay đổi. Mở ứng dụng để xem; nếu sai, chọn Dòng này sai.`,
  'visit-recorded': (content) =>
    `BHXH: Một lượt khám chữa bệnh ngày ${formatDateVi(content.visitedOn)} vừa được ghi vào sổ của bạn. Không phải bạn? Mở ứng dụng, chọn Không phải tôi.`,
  'employer-unpaid': (content) =>
    fit(
      content.employerName,
      (part) => `BHXH: ${part} chậm đóng BHXH cho bạn ${content.months} tháng. Hãy hỏi đơn vị; nếu không được trả lời, báo cơ quan BHXH.`,
    ),
  'employment-ended': (content) =>
    fit(
      content.employerName,
      (part) =>
        `BHXH: ${part} đã báo bạn nghỉ việc. Nộp hồ sơ trợ cấp thất nghiệp trong 3 tháng từ ngày hết hợp đồng. Xem việc cần làm trong ứng dụng.`,
    ),
  'employer-invitation': ({ step, employerName, stopCode }) =>
    fit(employerName, (part) => `BHXH: ${part} ${INVITATION_SMS[step]} Không nhận nữa: mở An Sinh, Lời mời, mã ${stopCode}`),
  announced: ({ title, words }) => fit(`${title.vi}. ${words.vi}`.replace(/\s+/gu, ' '), (part) => `BHXH: ${part} Xem trong ứng dụng.`),
  'statement-ready': (content) => `BHXH: Thông báo kết quả đóng BHXH năm ${content.year} (C14-TS) đã có. Mở ứng dụng, mục Giấy xác nhận.`,
}

/** Accent-free text of one segment (at most 160 GSM-7 septets), whatever the facts. @throws for what carries a link: that goes by e-mail only. */
export const renderSms = (content: MessageContent): string => {
  if (content.event === 'email-link') throw new Error('no link in an SMS')
  return foldForSms(write(SMS, content))
}
