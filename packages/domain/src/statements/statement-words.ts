import { formatDateEn, formatDateVi, type PartialDate } from '../calendar/index.ts'
import { type CivilMonth, formatMonthEn, formatMonthVi, type InsuranceBranch } from '../contributions/index.ts'
import type { Bilingual } from '../values/index.ts'

/** The same in both languages: names, numbers, money. */
export const same = (text: string): Bilingual => ({ vi: text, en: text })

export const BRANCH_NAMES: Readonly<Record<InsuranceBranch, Bilingual>> = {
  social: { vi: 'Bảo hiểm xã hội (BHXH)', en: 'Social insurance' },
  unemployment: { vi: 'Bảo hiểm thất nghiệp (BHTN)', en: 'Unemployment insurance' },
  'employment-injury': { vi: 'Bảo hiểm tai nạn lao động, bệnh nghề nghiệp (BHTNLĐ-BNN)', en: 'Employment-injury and disease insurance' },
  health: { vi: 'Bảo hiểm y tế (BHYT)', en: 'Health insurance' },
}
export const BRANCH_SHORT: Readonly<Record<InsuranceBranch, Bilingual>> = {
  social: { vi: 'BHXH', en: 'social insurance' },
  unemployment: { vi: 'BHTN', en: 'unemployment insurance' },
  'employment-injury': { vi: 'BHTNLĐ-BNN', en: 'employment-injury insurance' },
  health: { vi: 'BHYT', en: 'health insurance' },
}

export const wordMonth = (month: CivilMonth): Bilingual => ({ vi: formatMonthVi(month), en: formatMonthEn(month) })
export const wordDate = (date: PartialDate): Bilingual => ({ vi: formatDateVi(date), en: formatDateEn(date) })

/** `8.000.000`, whole đồng; a dash where nothing is known. */
export const formatVnd = (amountVnd: number | null): string =>
  amountVnd === null ? '–' : String(Math.trunc(amountVnd)).replace(/\B(?=(?:\d{3})+$)/gu, '.')

const plural = (count: number, one: string): string => `${String(count)} ${one}${count === 1 ? '' : 's'}`

/** `12 năm 3 tháng`. */
export const wordMonths = (months: number): Bilingual => {
  const [years, rest] = [Math.floor(months / 12), months % 12]
  const hasRest = rest > 0 || years === 0
  return {
    vi: [years > 0 ? `${String(years)} năm` : '', hasRest ? `${String(rest)} tháng` : ''].filter((part) => part !== '').join(' '),
    en: [years > 0 ? plural(years, 'year') : '', hasRest ? plural(rest, 'month') : ''].filter((part) => part !== '').join(' '),
  }
}

/** `T. T. M.`: enough to compare with a paper, too little to learn a name. */
export const toInitials = (fullName: string): string =>
  fullName
    .trim()
    .split(/\s+/u)
    .map((word) => `${Array.from(word.normalize('NFC'))[0]?.toUpperCase() ?? ''}.`)
    .join(' ')

/** `••••••1234`. */
export const maskInsuranceNumber = (insuranceNumber: string): string => insuranceNumber.slice(-4).padStart(insuranceNumber.length, '•')
