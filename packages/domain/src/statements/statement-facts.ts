import type { CivilDate, PartialDate } from '../calendar/index.ts'
import type { CivilMonth } from '../contributions/index.ts'
import type { Sex } from '../identity/index.ts'
import type { Bilingual } from '../values/index.ts'
import type { StatementField } from './statement-kinds.ts'
import type { StatementSpell } from './statement-spell.ts'
import type { StatementLine } from './statement-content.ts'
import { maskInsuranceNumber, same, toInitials, wordDate } from './statement-words.ts'

/** Something granted, in the words of a letter. */
export type StatementBenefit = {
  readonly name: Bilingual
  /** A month's amount of what is paid monthly, else the whole. */
  readonly amountVnd: number
  readonly monthly: boolean
  readonly decidedOn: CivilDate
  readonly fromOn: CivilDate | null
  readonly toOn: CivilDate | null
}

/** What is known on the day of the statement, gathered by the endpoint. */
export type StatementFacts = {
  readonly fullName: string
  readonly bornOn: PartialDate
  readonly sex: Sex
  readonly insuranceNumber: string
  readonly spells: readonly StatementSpell[]
  /** The card that is valid on the day; null when none is. */
  readonly healthCard: { readonly validFrom: CivilDate; readonly validTo: CivilDate | null } | null
  /** Newest decision first. */
  readonly benefits: readonly StatementBenefit[]
  readonly today: CivilDate
  readonly throughMonth: CivilMonth
}

const NAME = { vi: 'Họ và tên', en: 'Full name' }
const NUMBER = { vi: 'Mã số BHXH', en: 'Insurance number' }

/** Who it is about: the name when ticked, else its initials; the number whole, its last digits, or not at all. */
export const writeHolder = (facts: StatementFacts, fields: readonly StatementField[]): StatementLine[] => [
  fields.includes('full-name')
    ? { label: NAME, value: same(facts.fullName) }
    : { label: { vi: 'Chữ cái đầu của họ tên', en: 'Initials of the name' }, value: same(toInitials(facts.fullName)) },
  ...(fields.includes('birth-date') ? [{ label: { vi: 'Ngày sinh', en: 'Born on' }, value: wordDate(facts.bornOn) }] : []),
  ...(fields.includes('insurance-number')
    ? [{ label: NUMBER, value: same(facts.insuranceNumber) }]
    : fields.includes('insurance-number-masked')
      ? [{ label: NUMBER, value: same(maskInsuranceNumber(facts.insuranceNumber)) }]
      : []),
]

/** The holder on a paper that says everything: notice and book. */
export const writeWholeHolder = (facts: StatementFacts): StatementLine[] => [
  ...writeHolder(facts, ['full-name', 'birth-date', 'insurance-number']),
  { label: { vi: 'Giới tính', en: 'Sex' }, value: facts.sex === 'male' ? { vi: 'Nam', en: 'Male' } : { vi: 'Nữ', en: 'Female' } },
]
