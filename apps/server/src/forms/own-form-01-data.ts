import { type CivilDate, formatDateVi, formatPhoneVi, type FormPurposeCode } from '@an-sinh/domain'
import { renderSVG } from 'uqr'
import type { Form01Data } from '../documents/index.ts'
import type { PersonRow } from '../persons/index.ts'
import type { OfficeRow } from '../reference/index.ts'
import { formatOpeningHours, frameOf, purposeOf } from './form-01-data.ts'

/** What Form 01 says of somebody who has an account: what changes into what, or that it stops. */
export type OwnForm01Facts = {
  purpose: Exclude<FormPurposeCode, 'register'>
  person: PersonRow
  /** E.164. */
  phone: string
  email: string | null
  office: OfficeRow
  fileNumber: string
  /** When the office answers, or when the account stops. */
  line: { label: string; value: string }
  /** Cells that change, by the form's own codes; each as it will be, the old one is printed beside it. */
  wanted: Readonly<Record<string, string>>
  photoKinds: readonly string[]
  citizenOrigin: string
  hotline: string
}

const SEX = { male: 'Nam', female: 'Nữ' } as const
const BIG: Readonly<Record<OwnForm01Facts['purpose'], string>> = { adjust: 'ĐIỀU CHỈNH', stop: 'NGỪNG' }

const sexOf = (word: string | undefined, person: PersonRow): string => SEX[word === 'male' || word === 'female' ? word : person.sex]

/** The new words with the old ones in brackets; the old ones alone where nothing changes. */
const changed = (before: string, after: string): string => (before === after ? before : `${after} (đang ghi: ${before})`)

const birthAndSex = ({ person, wanted }: OwnForm01Facts): string =>
  changed(
    `${formatDateVi(person.bornOn)} – ${SEX[person.sex]}`,
    `${formatDateVi(wanted['bornOn'] ?? person.bornOn)} – ${sexOf(wanted['sex'], person)}`,
  )

const VALUES: Readonly<Record<string, (facts: OwnForm01Facts) => string>> = {
  portrait: ({ wanted }) => (wanted['portrait'] === undefined ? 'Không thay đổi' : 'Ảnh mới, đã gửi bản điện tử'),
  identityPhotos: ({ photoKinds }) => (photoKinds.includes('id-front') ? 'Đã gửi bản điện tử cùng yêu cầu' : 'Không gửi'),
  fullName: ({ person, wanted }) => changed(person.fullName, wanted['fullName'] ?? person.fullName),
  insuranceNumber: ({ person }) => person.insuranceNumber,
  birthAndSex,
  nationalId: ({ person, wanted }) => changed(person.nationalId ?? 'chưa có', wanted['nationalId'] ?? person.nationalId ?? 'chưa có'),
  contactAddress: ({ person }) => person.address ?? 'Chưa có',
  phone: ({ phone }) => formatPhoneVi(phone),
  email: ({ email }) => email ?? 'Không có',
  office: ({ office }) => office.name,
  handInWay: () => 'Gửi qua ứng dụng; bản chính đối chiếu tại quầy khi cơ quan BHXH yêu cầu',
  sendByEmail: ({ email }) => (email === null ? 'Không' : 'Gửi thông báo kết quả'),
  formCode: ({ fileNumber }) => fileNumber,
}

/** Form 01 for the other two purposes, filled in. The QR holds the file number and nothing personal. */
export function toOwnForm01Data(facts: OwnForm01Facts, on: CivilDate): Form01Data {
  const purpose = purposeOf(facts.purpose, on)
  const { office, person, fileNumber } = facts
  return {
    ...frameOf(purpose, on, facts.purpose),
    office: office.name,
    lines: purpose.fields.map(({ number, code, label }) => ({ number, label: label.vi, value: VALUES[code]?.(facts) ?? '' })),
    fullName: person.fullName,
    file: {
      fileNumber,
      formCode: BIG[facts.purpose],
      qrSvg: renderSVG(fileNumber, { ecc: 'M', border: 4 }),
      qrAlt: `Mã QR của hồ sơ ${fileNumber}`,
    },
    handIn: [
      facts.line,
      { label: 'Nơi giải quyết', value: office.name },
      { label: 'Địa chỉ', value: `${office.address}${office.phone === null ? '' : ` – ĐT ${office.phone}`}` },
      { label: 'Giờ nhận', value: formatOpeningHours(office) },
    ],
    bring: ['Tờ khai này, đã ký và ghi rõ họ tên', 'Bản chính giấy tờ tùy thân và giấy tờ chứng minh'],
    notes: [
      `Đã gửi qua ứng dụng, không bắt buộc nộp bản giấy. Tổng đài hỗ trợ: ${facts.hotline}. Không ai được hỏi mật khẩu hay mã OTP của bạn.`,
    ],
  }
}
