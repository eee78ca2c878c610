import type { Answers, IdCardFacts } from '@an-sinh/contract'
import {
  type CivilDate,
  FORM_PURPOSES,
  formatDateVi,
  formatFormCode,
  formatPhoneVi,
  type FormField,
  type FormPurpose,
  type FormPurposeCode,
  validOn,
} from '@an-sinh/domain'
import { renderSVG } from 'uqr'
import type { Form01Data, FormLine } from '../documents/index.ts'
import type { OfficeRow, WardRow } from '../reference/index.ts'

/** What Form 01 says, gathered by the endpoint. */
export type Form01Facts = {
  purpose: FormPurposeCode
  answers: Answers
  /** E.164. */
  phone: string
  office: OfficeRow
  ward: WardRow | null
  fileNumber: string
  formCode: string
  dueOn: CivilDate | null
  /** Read off the id photo's QR; its day of issue is printed when it belongs to the number given. */
  idCard: IdCardFacts | null
  photoKinds: readonly string[]
  citizenOrigin: string
  hotline: string
}

const SEX = { male: 'Nam', female: 'Nữ' } as const
const HAND_IN_WAY = 'Nộp trực tiếp tại bộ phận một cửa, kèm bản chính giấy tờ tùy thân'
const BRING = ['Tờ khai này, đã ký và ghi rõ họ tên', 'Bản chính CCCD/thẻ căn cước, hoặc hộ chiếu đối với người nước ngoài']
const WEEKDAYS = ['chủ nhật', 'thứ hai', 'thứ ba', 'thứ tư', 'thứ năm', 'thứ sáu', 'thứ bảy']
/** Lines with more to write on a blank form. */
const BLANK_ROWS: Partial<Record<string, number>> = { nationalId: 2, contactAddress: 2 }

export const purposeOf = (code: FormPurposeCode, on: CivilDate): FormPurpose => {
  const found = validOn(FORM_PURPOSES, on).find(({ purpose }) => purpose === code)
  if (found === undefined) throw new Error(`Form 01 has no purpose ${code} on ${on}`)
  return found
}

/** `thứ hai–thứ sáu: 08:00–11:30, 13:30–17:00`; hours nobody has confirmed are marked as such. */
export function formatOpeningHours({ openingHours: { weekdays, spans }, openingHoursAssumed }: OfficeRow): string {
  const [first = 1] = weekdays
  const last = weekdays.at(-1) ?? first
  const isRow = weekdays.length > 2 && last - first === weekdays.length - 1
  const days = isRow ? `${WEEKDAYS[first] ?? ''}–${WEEKDAYS[last] ?? ''}` : weekdays.map((day) => WEEKDAYS[day] ?? '').join(', ')
  const hours = spans.map((span) => span.join('–')).join(', ')
  return `${days}, ${hours}${openingHoursAssumed ? ' (giờ hành chính thông thường; nên gọi trước)' : ''}`
}

const identityOf = ({ answers, idCard }: Form01Facts): string => {
  if (answers.nationalId === null && answers.passportNumber !== null)
    return `Hộ chiếu ${answers.passportNumber}, quốc tịch ${answers.nationality}`
  if (answers.nationalId === null) return 'Chưa khai; đối chiếu bản chính tại quầy'
  const issuedOn = idCard?.nationalId === answers.nationalId ? idCard.issuedOn : null
  const passport = answers.passportNumber === null ? '' : `; hộ chiếu ${answers.passportNumber}`
  return `${answers.nationalId}${issuedOn === null ? '' : `, cấp ngày ${formatDateVi(issuedOn)}`}${passport}`
}

const addressOf = ({ answers, ward }: Form01Facts): string => {
  const today = [answers.street, ward?.wardName ?? '', ward?.provinceName ?? ''].filter((part) => part !== '').join(', ')
  return answers.oldAddress === null || answers.oldAddress === '' ? today : `${today} (địa chỉ cũ: ${answers.oldAddress})`
}

const officeOf = ({ office }: Form01Facts): string => `${office.name} (mã ${office.officialCode ?? `${office.provisionalCode} – tạm`})`

/** The value of each entry by its code in the form's dated data. */
const VALUES: Readonly<Record<string, (facts: Form01Facts) => string>> = {
  portrait: ({ photoKinds }) => (photoKinds.includes('portrait') ? 'Đã gửi bản điện tử cùng đăng ký' : 'Chưa gửi'),
  identityPhotos: ({ photoKinds }) =>
    photoKinds.includes('id-front') && photoKinds.includes('id-back') ? 'Đã gửi bản điện tử cùng đăng ký' : 'Chưa gửi',
  fullName: ({ answers }) => answers.fullName,
  insuranceNumber: ({ answers }) => answers.insuranceNumber ?? 'Không nhớ; tra cứu tại quầy',
  birthAndSex: ({ answers }) =>
    `${answers.bornOn.length < 10 ? `${formatDateVi(answers.bornOn)} (không rõ ${answers.bornOn.length === 4 ? 'ngày, tháng' : 'ngày'})` : formatDateVi(answers.bornOn)} – ${SEX[answers.sex]}`,
  nationalId: identityOf,
  contactAddress: addressOf,
  phone: ({ phone }) => `${formatPhoneVi(phone)} (đã xác nhận bằng mã)`,
  email: ({ answers }) => answers.email ?? 'Không có',
  office: officeOf,
  handInWay: ({ answers }) => (answers.employerMayPrint ? `${HAND_IN_WAY}; đồng ý để đơn vị in và nộp giúp` : HAND_IN_WAY),
  sendByEmail: ({ answers }) => (answers.email === null ? 'Không' : 'Gửi thông báo kết quả'),
  formCode: ({ formCode }) => formatFormCode(formCode),
}

const toLine = ({ number, code, label }: FormField, facts: Form01Facts | null): FormLine =>
  facts === null
    ? { number, label: label.vi, value: null, rows: BLANK_ROWS[code] ?? 1 }
    : { number, label: label.vi, value: VALUES[code]?.(facts) ?? '' }

export const frameOf = (purpose: FormPurpose, on: CivilDate, ticked: FormPurposeCode | null) => ({
  title: purpose.title.vi,
  form: purpose.form,
  purposes: validOn(FORM_PURPOSES, on).map((candidate) => ({ label: candidate.heading.vi, ticked: candidate.purpose === ticked })),
  declaration: purpose.declaration.vi,
  signature: purpose.signature.vi.replace(/\s*\(.*$/u, ''),
  signatureHint: '(ký, ghi rõ họ tên)',
})

/** Form 01 filled in. The QR is an address with the form code behind `#`, which no server log sees, and nothing personal. */
export function toForm01Data(facts: Form01Facts, on: CivilDate): Form01Data {
  const purpose = purposeOf(facts.purpose, on)
  const { office, formCode, dueOn } = facts
  return {
    ...frameOf(purpose, on, facts.purpose),
    office: office.name,
    lines: purpose.fields.map((field) => toLine(field, facts)),
    fullName: facts.answers.fullName,
    file: {
      fileNumber: facts.fileNumber,
      formCode: formatFormCode(formCode),
      qrSvg: renderSVG(`${facts.citizenOrigin}/to-khai#${formCode}`, { ecc: 'M', border: 4 }),
      qrAlt: `Mã QR của tờ khai ${formatFormCode(formCode)}`,
    },
    handIn: [
      ...(dueOn === null ? [] : [{ label: 'Hạn nộp', value: `hết ngày ${formatDateVi(dueOn)}` }]),
      { label: 'Nơi nộp', value: office.name },
      { label: 'Địa chỉ', value: `${office.address}${office.phone === null ? '' : ` – ĐT ${office.phone}`}` },
      { label: 'Giờ nhận', value: formatOpeningHours(office) },
    ],
    bring: BRING,
    notes: [
      `Tổng đài hỗ trợ: ${facts.hotline}. Xem trạng thái bằng mã tờ khai tại ${facts.citizenOrigin}/to-khai. Không ai được hỏi mật khẩu hay mã OTP của bạn.`,
    ],
  }
}

/** Form 01 for a walk-in, to be filled in by hand. */
export function toBlankForm01Data(on: CivilDate, hotline: string): Form01Data {
  const purpose = purposeOf('register', on)
  return {
    ...frameOf(purpose, on, null),
    office: 'BẢO HIỂM XÃ HỘI: ………………………………………………',
    lines: purpose.fields.map((field) => toLine(field, null)),
    declaration: purpose.declaration.vi,
    fullName: null,
    file: null,
    handIn: [],
    bring: BRING,
    notes: [`Đánh dấu ✕ vào một ô ở đầu trang. Viết chữ in hoa, có dấu. Mang theo bản chính giấy tờ tùy thân. Tổng đài: ${hotline}.`],
  }
}
