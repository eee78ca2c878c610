import { formatDateVi } from '@an-sinh/domain'
import { CONTACT, formatWhen } from './contact-words.ts'
import { MANDATE_WORDS } from './mandate-words.ts'
import { DATA_LETTERS_VI } from './data-letters.ts'
import { STOP_LETTERS_VI } from './stop-letters.ts'
import { CARD_LETTERS_VI } from './card-letters.ts'
import type { Letter, FixedContent, Templates } from './letter.ts'
import { TICKET_LETTERS_VI } from './ticket-words.ts'

/** The subject shows on locked screens: nothing of the case in it. The same text is the letter in the inbox of the app and the e-mail. */
export const LETTERS_VI: Templates<FixedContent, Letter> = {
  ...STOP_LETTERS_VI,
  ...DATA_LETTERS_VI,
  ...TICKET_LETTERS_VI,
  ...CARD_LETTERS_VI,
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
      content.sentence.vi,
      `Mở lại hồ sơ bằng mã tờ khai và mã xác nhận gửi tới điện thoại để sửa${content.dueOn === null ? '.' : `, đến hết ngày ${formatDateVi(content.dueOn)}.`}`,
    ],
  }),
  refused: (content) => ({
    subject: 'Hồ sơ đăng ký không được duyệt',
    lines: [`Hồ sơ ${content.fileNumber} không được duyệt.`, content.sentence.vi, 'Bạn có thể đăng ký lại.'],
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
  'password-set-by-email': () => ({
    subject: 'Mật khẩu được đặt lại bằng thư điện tử',
    lines: [
      'Mật khẩu tài khoản của bạn vừa được đặt lại bằng đường dẫn gửi tới địa chỉ thư điện tử đã đăng ký. Các thiết bị khác đã bị đăng xuất.',
      'Nếu không phải bạn, hãy mở ứng dụng, chọn “Quên mật khẩu” để lấy lại tài khoản qua số điện thoại, rồi gọi tổng đài.',
    ],
  }),
  'passkey-added': () => ({
    subject: 'Đã thêm khoá đăng nhập',
    lines: [
      'Tài khoản của bạn vừa có thêm một khoá đăng nhập bằng vân tay, khuôn mặt hoặc mã khoá máy.',
      'Nếu không phải bạn, hãy mở ứng dụng, vào mục Thiết bị và chọn “Không phải tôi”: mọi khoá đều bị xoá.',
    ],
  }),
  'number-asked': () => ({
    subject: 'Có người hỏi mã số BHXH của bạn',
    lines: [
      'Vừa có người, có lẽ là bạn, hỏi mã số BHXH bằng họ tên và ngày sinh của bạn. Mã số chỉ được gửi tới số điện thoại hoặc địa chỉ đã đăng ký.',
      'Nếu không phải bạn, không cần làm gì: người hỏi không thấy gì cả.',
    ],
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
  'first-password': () => ({
    subject: 'Mật khẩu lần đầu mới đã được gửi',
    lines: [
      'Một mật khẩu lần đầu mới đã được gửi qua tin nhắn SMS đến số điện thoại của tài khoản, dùng một lần trong 72 giờ. Mật khẩu cũ không dùng được nữa.',
      'Nếu không phải bạn yêu cầu, hãy tới ngay cơ quan BHXH gần nhất.',
    ],
  }),
  'counter-code-issued': () => ({
    subject: 'Mã kích hoạt vừa được cấp tại quầy',
    lines: [
      'Cơ quan BHXH vừa cấp tại quầy một mã để đặt lại mật khẩu tài khoản của bạn, sau khi đối chiếu bản chính giấy tờ tùy thân.',
      'Nếu không phải bạn, hãy tới ngay cơ quan BHXH gần nhất.',
    ],
  }),
  'contact-change-waits': ({ kind, at }) => ({
    subject: 'Thông tin liên lạc sắp thay đổi',
    lines: [
      `${CONTACT[kind]} của tài khoản sẽ đổi lúc ${formatWhen(at)}.`,
      'Nếu không phải bạn, hãy dùng mã trong tin nhắn SMS đã gửi để hủy, hoặc hủy ngay trong ứng dụng.',
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
  'mandate-changed': ({ side, change }) => ({
    subject: 'Uỷ quyền thay đổi',
    lines: [MANDATE_WORDS[side][change].vi, 'Nếu không phải bạn làm, hãy mở ứng dụng để thu hồi hoặc tới ngay cơ quan BHXH gần nhất.'],
  }),
  'dependant-approved': () => ({
    subject: 'Đã ghi nhận trẻ phụ thuộc',
    lines: [
      'Cơ quan BHXH đã ghi nhận trẻ phụ thuộc của bạn.',
      'Mở mục “Người phụ thuộc” để xem thẻ BHYT, quá trình đóng BHYT và sổ khám của trẻ, đến khi trẻ đủ 18 tuổi. Mỗi lần xem đều được ghi lại.',
    ],
  }),
  'dependant-refused': ({ sentence }) => ({
    subject: 'Yêu cầu về trẻ phụ thuộc chưa được duyệt',
    lines: ['Yêu cầu ghi nhận trẻ phụ thuộc của bạn không được duyệt.', sentence.vi],
  }),
  'childhood-over': () => ({
    subject: 'Trẻ phụ thuộc đã đủ 18 tuổi',
    lines: [
      'Trẻ phụ thuộc của bạn đã đủ 18 tuổi. Từ hôm nay bạn không còn xem được dữ liệu của người đó.',
      'Người đủ 18 tuổi tự đăng ký tài khoản trên ứng dụng. Nếu muốn bạn xem giúp, người đó có thể uỷ quyền cho bạn.',
    ],
  }),
  'came-of-age': () => ({
    subject: 'Bạn đã đủ 18 tuổi',
    lines: [
      'Từ hôm nay cha mẹ, người giám hộ không còn xem được dữ liệu BHXH của bạn.',
      'Thẻ BHYT, quá trình đóng và sổ khám của bạn được giữ nguyên. Mã số BHXH và điện thoại của bạn là của riêng bạn.',
      'Nếu muốn cha mẹ xem giúp, hãy mở mục “Người phụ thuộc” để uỷ quyền.',
    ],
  }),
  'correction-decided': ({ fileNumber, outcome, reason }) => ({
    subject: 'Yêu cầu sửa dữ liệu đã có kết quả',
    lines: [
      `Yêu cầu ${fileNumber} ${outcome === 'corrected' ? 'đã được chấp nhận và dữ liệu đã được sửa' : 'đã được xem xét và dữ liệu được giữ nguyên'}.`,
      ...(reason === null ? [] : [`${reason.sentence.vi} ${reason.nextStep.vi}`]),
      'Mở yêu cầu trong ứng dụng để xem đầy đủ. Nếu không đồng ý, bạn có thể gửi yêu cầu mới hoặc khiếu nại tại cơ quan BHXH.',
    ],
  }),
  'correction-asks': ({ fileNumber, reason }) => ({
    subject: 'Yêu cầu của bạn cần bổ sung',
    lines: [
      `Cơ quan BHXH cần thêm để giải quyết yêu cầu ${fileNumber}.`,
      ...(reason === null ? [] : [`${reason.sentence.vi} ${reason.nextStep.vi}`]),
      'Trong lúc chờ bạn, thời hạn trả lời tạm dừng. Mở yêu cầu trong ứng dụng và chọn “Gửi bổ sung”.',
    ],
  }),
  'address-changed': () => ({
    subject: 'Địa chỉ liên hệ đã đổi',
    lines: ['Địa chỉ liên hệ của bạn vừa đổi trong ứng dụng. Không phải bạn? Mở mục “Thiết bị”, chọn “Không phải tôi”.'],
  }),
  'visit-recorded': (content) => ({
    subject: 'Có lượt khám mới trong sổ',
    lines: [
      `Một lượt khám chữa bệnh ngày ${formatDateVi(content.visitedOn)} vừa được ghi vào sổ của bạn.`,
      'Nếu bạn không đi khám ngày đó, hãy mở lượt khám và chọn “Không phải tôi”: có thể người khác đã dùng thẻ của bạn.',
    ],
  }),
  'employer-unpaid': (content) => ({
    subject: 'Đơn vị chậm đóng BHXH',
    lines: [
      `${content.employerName} chậm đóng bảo hiểm xã hội cho bạn ${content.months} tháng.`,
      'Tháng chưa đóng chưa được tính khi giải quyết chế độ. Hãy hỏi đơn vị khi nào đóng; nếu không được trả lời, hãy báo cơ quan BHXH hoặc công đoàn.',
    ],
  }),
  'employment-ended': (content) => ({
    subject: 'Đơn vị báo bạn đã nghỉ việc',
    lines: [
      `${content.employerName} đã báo bạn đóng đến hết tháng ${content.lastMonth.slice(5, 7)}/${content.lastMonth.slice(0, 4)}.`,
      'Trợ cấp thất nghiệp: nộp hồ sơ tại trung tâm dịch vụ việc làm trong 3 tháng kể từ ngày chấm dứt hợp đồng lao động. Quá 3 tháng thì không được nhận lần này.',
      'Thẻ BHYT: nếu không hưởng trợ cấp thất nghiệp, hãy tự đóng tiếp theo hộ gia đình để không bị gián đoạn.',
      'Kiểm tra quá trình tham gia. Nếu có tháng thiếu hoặc sai, hãy chọn “Dòng này sai”.',
    ],
  }),
  'statement-ready': (content) => ({
    subject: `Thông báo đóng BHXH năm ${content.year} đã có`,
    lines: [
      `Thông báo kết quả đóng bảo hiểm xã hội năm ${content.year} (mẫu C14-TS) đã có để xem và tải về.`,
      'Đối chiếu với bảng lương. Nếu có tháng thiếu hoặc sai, hãy chọn “Dòng này sai”.',
    ],
  }),
}
