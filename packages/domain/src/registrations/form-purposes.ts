import type { Bilingual } from '../values/index.ts'
import type { Dated } from '../reference/index.ts'

export type FormPurposeCode = 'register' | 'adjust' | 'stop'

/** One line of the form; `number` is its place on paper. */
export type FormField = { readonly number: number; readonly code: string; readonly label: Bilingual; readonly required: boolean }

export type FormPurpose = Dated & {
  readonly purpose: FormPurposeCode
  /** The official code of the form is data. */
  readonly form: string
  readonly title: Bilingual
  readonly heading: Bilingual
  readonly fields: readonly FormField[]
  readonly declaration: Bilingual
  readonly signature: Bilingual
  readonly instructions: Bilingual
  readonly source: string
}

const SOURCE =
  'Form 01 of Decree 166/2016/NĐ-CP (consolidated text 5236/VBHN-BLĐTBXH of 13/12/2018); Decision 838/QĐ-BHXH of 29/5/2017; wording ours, headings as on the public portal'

const field = (number: number, code: string, vi: string, en: string, required = true): FormField => ({
  number,
  code,
  label: { vi, en },
  required,
})

/** The thirteen entries of the portal's form, in its order. */
const FIELDS: readonly FormField[] = [
  field(1, 'portrait', 'Ảnh chân dung', 'Portrait'),
  field(
    2,
    'identityPhotos',
    'Ảnh mặt trước, mặt sau CMND/CCCD/thẻ căn cước hoặc hộ chiếu',
    'Photos of both sides of the identity document',
  ),
  field(3, 'fullName', 'Họ và tên', 'Full name'),
  field(4, 'insuranceNumber', 'Mã số BHXH', 'Insurance number', false),
  field(5, 'birthAndSex', 'Ngày sinh, giới tính', 'Date of birth, sex'),
  field(6, 'nationalId', 'Số định danh cá nhân/CCCD/CMND/hộ chiếu, ngày cấp, nơi cấp', 'Identity number, date and place of issue'),
  field(7, 'contactAddress', 'Địa chỉ liên hệ', 'Contact address'),
  field(8, 'phone', 'Số điện thoại di động', 'Mobile phone'),
  field(9, 'email', 'Thư điện tử', 'E-mail', false),
  field(10, 'office', 'Cơ quan BHXH tiếp nhận', 'Receiving social-insurance office'),
  field(11, 'handInWay', 'Hình thức nộp tờ khai', 'Way of handing in'),
  field(12, 'sendByEmail', 'Gửi tờ khai qua thư điện tử', 'Send the form by e-mail', false),
  field(13, 'formCode', 'Mã tờ khai', 'Form code'),
]

const STOP_FIELDS = FIELDS.filter(({ code }) => code !== 'portrait' && code !== 'identityPhotos' && code !== 'sendByEmail')

const TITLE: Bilingual = {
  vi: 'TỜ KHAI ĐĂNG KÝ, ĐIỀU CHỈNH, NGỪNG SỬ DỤNG PHƯƠNG THỨC GIAO DỊCH ĐIỆN TỬ VỚI CƠ QUAN BẢO HIỂM XÃ HỘI',
  en: 'DECLARATION ON REGISTERING, CHANGING OR STOPPING ELECTRONIC TRANSACTIONS WITH THE SOCIAL-INSURANCE OFFICE',
}

const SIGNATURE: Bilingual = { vi: 'Người khai (ký, ghi rõ họ tên)', en: 'Declarant (signature and full name)' }

const IN_FORCE = { validFrom: '2017-03-01', validTo: null, form: 'Mẫu số 01', title: TITLE, signature: SIGNATURE, source: SOURCE } as const

/** Form 01 has one template; what it is used for decides heading, entries and declaration. */
export const FORM_PURPOSES: readonly FormPurpose[] = [
  {
    ...IN_FORCE,
    purpose: 'register',
    heading: { vi: 'Đăng ký mới', en: 'New registration' },
    fields: FIELDS,
    declaration: {
      vi: 'Tôi cam đoan những nội dung kê khai trên là đúng sự thật, chịu trách nhiệm trước pháp luật về nội dung đã khai, và đăng ký sử dụng phương thức giao dịch điện tử với cơ quan Bảo hiểm xã hội. Tôi tự bảo quản mật khẩu giao dịch và báo ngay cho cơ quan Bảo hiểm xã hội khi số điện thoại thay đổi hoặc nghi ngờ bị lộ mật khẩu.',
      en: 'I declare that the above is true, answer for it before the law, and register for electronic transactions with the social-insurance office. I keep the transaction password to myself and tell the office at once when my phone number changes or the password may be known to others.',
    },
    instructions: {
      vi: 'In, ký và ghi rõ họ tên; nộp tại cơ quan BHXH đã chọn trước hạn nộp, kèm bản chính CCCD/thẻ căn cước hoặc hộ chiếu để đối chiếu.',
      en: 'Print, sign with the full name and hand in at the chosen office before the due date, with the original identity document.',
    },
  },
  {
    ...IN_FORCE,
    purpose: 'adjust',
    heading: { vi: 'Điều chỉnh thông tin đăng ký', en: 'Change of registered data' },
    fields: FIELDS,
    declaration: {
      vi: 'Tôi cam đoan những nội dung kê khai trên là đúng sự thật, chịu trách nhiệm trước pháp luật về nội dung đã khai, và đề nghị điều chỉnh thông tin đã đăng ký giao dịch điện tử với cơ quan Bảo hiểm xã hội.',
      en: 'I declare that the above is true, answer for it before the law, and ask for my registered data to be changed.',
    },
    instructions: {
      vi: 'Chỉ ghi các mục cần thay đổi; in, ký và ghi rõ họ tên, nộp kèm bản chính giấy tờ tùy thân.',
      en: 'Fill in only what changes; print, sign with the full name and hand in with the original identity document.',
    },
  },
  {
    ...IN_FORCE,
    purpose: 'stop',
    heading: { vi: 'Ngừng giao dịch điện tử', en: 'Stopping electronic transactions' },
    fields: STOP_FIELDS,
    declaration: {
      vi: 'Tôi cam đoan những nội dung kê khai trên là đúng sự thật, chịu trách nhiệm trước pháp luật về nội dung đã khai, và đề nghị ngừng sử dụng phương thức giao dịch điện tử với cơ quan Bảo hiểm xã hội.',
      en: 'I declare that the above is true, answer for it before the law, and ask to stop electronic transactions with the social-insurance office.',
    },
    instructions: {
      vi: 'Sau khi ngừng, tài khoản không đăng nhập được nữa; quyền lợi bảo hiểm không thay đổi.',
      en: 'Once stopped the account cannot be signed in to; insurance rights do not change.',
    },
  },
]
