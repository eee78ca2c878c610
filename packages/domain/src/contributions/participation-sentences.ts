import type { Bilingual } from '../values/index.ts'
import { formatVnd } from '../text/index.ts'
import { formatMonthEn, formatMonthVi, type CivilMonth } from './civil-month.ts'
import type { Overlap } from './find-overlaps.ts'
import type { InsuranceBranch } from './participation-spell.ts'
import { lengthOf, type MonthSpan } from './sum-participation.ts'
import type { DatedWageRegion, WageMinimum } from './wage-minimums.ts'

/** A remark as people read it: what it is, what it means, what to do. */
export type ParticipationNotice = {
  readonly code: 'late' | 'employer-unpaid' | 'low-wage'
  readonly title: Bilingual
  readonly means: Bilingual
  readonly todo: Bilingual
}

const spanVi = ({ fromMonth, toMonth }: MonthSpan): string =>
  fromMonth === toMonth ? `tháng ${formatMonthVi(fromMonth)}` : `từ ${formatMonthVi(fromMonth)} đến ${formatMonthVi(toMonth)}`
const spanEn = ({ fromMonth, toMonth }: MonthSpan): string =>
  fromMonth === toMonth ? formatMonthEn(fromMonth) : `${formatMonthEn(fromMonth)} to ${formatMonthEn(toMonth)}`
const upperFirst = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1)
const months = (count: number): string => (count === 1 ? '1 month' : `${count} months`)

/** More than these months without health insurance and the five years in a row begin anew (Decree 188/2025/ND-CP; before it 146/2018 art. 12(5)). */
const HEALTH_BREAK_MONTHS = 3

/** A gap as a sentence. Months paid before it are kept (Law 41/2024/QH15: time is added up). */
export const describeGap = (branch: InsuranceBranch, gap: MonthSpan, throughMonth: CivilMonth): Bilingual => {
  const count = lengthOf(gap)
  const still = gap.toMonth === throughMonth
  const what = {
    vi: still
      ? `Từ ${formatMonthVi(gap.fromMonth)} đến nay (${count} tháng) không có tháng đóng nào.`
      : `${upperFirst(spanVi(gap))} (${count} tháng) không có tháng đóng nào.`,
    en: `No contribution for ${still ? `the time since ${formatMonthEn(gap.fromMonth)}` : spanEn(gap)} (${months(count)}).`,
  }
  if (branch !== 'health')
    return { vi: `${what.vi} Thời gian đã đóng trước đó vẫn được cộng dồn.`, en: `${what.en} What was paid before still counts.` }
  return count > HEALTH_BREAK_MONTHS
    ? {
        vi: `${what.vi} Quá 3 tháng: thời gian 5 năm liên tục tính lại từ đầu.`,
        en: `${what.en} Over 3 months: the five years in a row begin anew.`,
      }
    : { vi: `${what.vi} Không quá 3 tháng: vẫn tính là liên tục.`, en: `${what.en} Not over 3 months: still counted as in a row.` }
}

/** Two employers at once, as a sentence. */
export const describeOverlap = (overlap: Overlap): Bilingual => {
  const [first, second] = overlap.employerNames
  const count = lengthOf(overlap)
  return first === second
    ? {
        vi: `${upperFirst(spanVi(overlap))} (${count} tháng) ${first} được ghi hai lần. Mỗi tháng chỉ tính một lần.`,
        en: `${first} is recorded twice for ${spanEn(overlap)} (${months(count)}). Each month counts once.`,
      }
    : {
        vi: `${upperFirst(spanVi(overlap))} (${count} tháng) có hai nơi cùng ghi: ${first} và ${second}. Mỗi tháng chỉ tính một lần.`,
        en: `Two places are recorded for ${spanEn(overlap)} (${months(count)}): ${first} and ${second}. Each month counts once.`,
      }
}

const LATE_TODO: Bilingual = {
  vi: 'Hỏi phòng nhân sự hoặc kế toán của đơn vị khi nào đóng đủ. Giữ hợp đồng lao động và phiếu lương. Nếu đơn vị đã trừ lương bạn mà chưa đóng, bấm “Dòng này sai” hoặc gọi cơ quan BHXH.',
  en: 'Ask the employer’s personnel or accounting office when it will pay. Keep your labour contract and pay slips. If it was taken from your wage but not paid, press “This is wrong” or call the office.',
}

/** Late months in plain words (Law 41/2024/QH15 art. 38, 40: what late payment is, and what the employer owes for it). */
export const explainLate = (spans: readonly MonthSpan[]): ParticipationNotice => {
  const count = spans.reduce((sum, span) => sum + lengthOf(span), 0)
  return {
    code: 'late',
    title: {
      vi: `${count} tháng đơn vị chưa đóng: ${spans.map(spanVi).join('; ')}`,
      en: `${months(count)} not paid by the employer yet: ${spans.map(spanEn).join('; ')}`,
    },
    means: {
      vi: 'Đơn vị sử dụng lao động có trách nhiệm đóng cho bạn nhưng tiền chưa vào quỹ. Những tháng này chỉ được tính để hưởng chế độ sau khi đơn vị đóng đủ. Đây không phải lỗi của bạn; đơn vị còn phải nộp thêm tiền chậm đóng.',
      en: 'The employer has to pay for you, but the money has not reached the fund. These months count towards benefits once it has paid in full. It is not your fault; the employer also owes a charge for the delay.',
    },
    todo: LATE_TODO,
  }
}

/** From this many months on the person is told at the head of the page (PATTERNS, Messages: after the second month). */
export const UNPAID_MONTHS_TO_TELL = 2

/** The same employer owes for two months or more. */
export const warnEmployerUnpaid = (employerName: string, lateMonths: number): ParticipationNotice => ({
  code: 'employer-unpaid',
  title: {
    vi: `${employerName} chưa đóng cho bạn ${lateMonths} tháng`,
    en: `${employerName} has not paid for you for ${months(lateMonths)}`,
  },
  means: {
    vi: 'Chậm đóng kéo dài có thể làm chậm việc chốt sổ, hưởng thất nghiệp, ốm đau, thai sản.',
    en: 'A long delay may hold up closing your book and unemployment, sickness or maternity benefits.',
  },
  todo: LATE_TODO,
})

type LowWageFacts = {
  readonly span: MonthSpan
  readonly employerName: string
  readonly salaryVnd: number
  readonly minimum: WageMinimum
  readonly region: DatedWageRegion | null
}
const ROMAN = { 1: 'I', 2: 'II', 3: 'III', 4: 'IV' } as const

/** Which minimum was asked: that of the employer's region, said to be unconfirmed until it is, or the lowest in the country. */
const wordFloor = ({ minimum, region }: Pick<LowWageFacts, 'minimum' | 'region'>): Bilingual => {
  const amount = formatVnd(minimum.regionsVnd[((region?.region ?? 4) - 1) as 0 | 1 | 2 | 3])
  if (region === null)
    return {
      vi: `mức tối thiểu thấp nhất cả nước (vùng IV) lúc đó là ${amount} (${minimum.source.vi})`,
      en: `the lowest minimum in the country (region IV) was then ${amount} (${minimum.source.en})`,
    }
  const roman = ROMAN[region.region]
  return {
    vi: `mức tối thiểu vùng ${roman}, nơi đơn vị đặt trụ sở, lúc đó là ${amount} (${minimum.source.vi}${region.checked ? '' : '; vùng của xã, phường này chưa được đối chiếu'})`,
    en: `the minimum of region ${roman}, where the employer is, was then ${amount} (${minimum.source.en}${region.checked ? '' : '; the region of this ward is not yet confirmed'})`,
  }
}

/** A salary below the minimum of the employer's region or, where no list tells the region, below the lowest in the country. */
export const warnLowWage = ({ span, employerName, salaryVnd, ...asked }: LowWageFacts): ParticipationNotice => {
  const floor = wordFloor(asked)
  return {
    code: 'low-wage',
    title: {
      vi: `Tiền lương đóng thấp hơn lương tối thiểu vùng: ${spanVi(span)}`,
      en: `Contributory salary below the minimum wage: ${spanEn(span)}`,
    },
    means: {
      vi: `${employerName} đóng theo ${formatVnd(salaryVnd)}; ${floor.vi}. Đóng thấp thì lương hưu và trợ cấp sau này cũng thấp.`,
      en: `${employerName} paid on ${formatVnd(salaryVnd)}; ${floor.en}. Paying on less makes later pensions and benefits smaller.`,
    },
    todo: {
      vi: 'So với hợp đồng và phiếu lương của bạn. Nếu lương thật cao hơn, bấm “Dòng này sai” ở dòng đó. Làm không trọn thời gian hoặc theo giờ thì có thể đúng.',
      en: 'Compare it with your contract and pay slips. If your real wage was higher, press “This is wrong” at that line. For part-time work it may be right.',
    },
  }
}
