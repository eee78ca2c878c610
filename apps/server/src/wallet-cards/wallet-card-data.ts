import { civilDateIn, formatDateVi, formatHealthCardQr, isCoverageLevel, type PartialDate, type Sex } from '@an-sinh/domain'
import { renderSVG } from 'uqr'

import type { toCardAnswer } from '../cards/index.ts'
import type { CheckData, WalletCardData } from '../documents/index.ts'

type Answer = ReturnType<typeof toCardAnswer>
type Holder = { insuranceNumber: string; fullName: string; bornOn: PartialDate; sex: Sex }

const SEX = { male: 'Nam', female: 'Nữ' } as const
/** As wide as the smallest print still reads at the desk: 27 mm with the quiet zone. */
const QR = { ecc: 'M', border: 4 } as const

const qrOf = (holder: Holder, card: NonNullable<Answer['card']>): string =>
  renderSVG(
    formatHealthCardQr({
      ...holder,
      ...card,
      coverageLevel: isCoverageLevel(card.coverageLevel) ? card.coverageLevel : null,
      managingCode: null,
      guardianName: null,
    }),
    QR,
  )

/** The fields of today's card (Decision 1666/QĐ-BHXH of 3/12/2020) without seal and signature; null for somebody without a card. */
export function toWalletCardData(answer: Answer, check: CheckData): WalletCardData | null {
  const { insuranceNumber, fullName, bornOn, sex, card, status } = answer
  if (card === null || status === 'none') return null
  const today = civilDateIn(Date.parse(answer.asOf))
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number)
  const from = `từ ngày ${formatDateVi(card.validFrom)}`
  return {
    title: 'Thẻ bảo hiểm y tế',
    front: {
      heading: 'THẺ BẢO HIỂM Y TẾ',
      numberLabel: 'Mã số',
      number: card.healthCardNumber,
      fullName: fullName.toLocaleUpperCase('vi'),
      lines: [
        { label: 'Ngày sinh', value: `${formatDateVi(bornOn)} · ${SEX[sex]}` },
        {
          label: 'Mức hưởng',
          value: `${card.coveragePercent}% (mã ${card.coverageLevel})${card.areaCode === null ? '' : ` · ${card.areaCode}`}`,
        },
        { label: 'Nơi đăng ký KCB ban đầu', value: `${card.registeredFacilityName ?? ''} (${card.registeredFacilityCode})`.trim() },
        { label: 'Giá trị sử dụng', value: card.validTo === null ? from : `${from} đến ${formatDateVi(card.validTo)}` },
        ...(card.continuousSince === null
          ? []
          : [{ label: 'Thời điểm đủ 05 năm liên tục', value: `từ ngày ${formatDateVi(card.continuousSince)}` }]),
      ],
      qrSvg: qrOf({ insuranceNumber, fullName, bornOn, sex }, card),
      qrAlt: 'Mã QR của thẻ bảo hiểm y tế',
    },
    back: {
      heading: 'KHI SỬ DỤNG THẺ',
      notes: [
        '1. Xuất trình mã QR hoặc mã số thẻ khi đến khám chữa bệnh, kèm giấy tờ tùy thân có ảnh.',
        '2. Không cho người khác mượn thẻ. Khi thông tin trên thẻ sai hoặc thay đổi, báo cơ quan BHXH.',
        `3. Tra giá trị thẻ: soạn BH THE ${card.healthCardNumber} gửi 8079.`,
      ],
      lines: [
        ...(card.issuingOfficeName === null ? [] : [{ label: 'Nơi cấp, đổi thẻ', value: card.issuingOfficeName }]),
        { label: 'Ngày cấp', value: formatDateVi(card.issuedOn) },
      ],
      own: `Dữ liệu ngày ${formatDateVi(today)}. Hình do An Sinh vẽ từ dữ liệu thẻ, không có con dấu hay chữ ký; nơi khám tra cứu mã số để biết thẻ còn giá trị.`,
      check,
    },
    issued: { year, month, day },
  }
}
