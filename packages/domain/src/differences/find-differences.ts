import type { PartialDate } from '../calendar/index.ts'
import { compareBirthDates, type BirthDateVerdict } from './compare-birth-dates.ts'
import { compareNames, type NameVerdict } from './compare-names.ts'
import { compareNumbers, type NumberVerdict } from './compare-numbers.ts'
import type { Sex } from '../identity/index.ts'

export type PersonFacts = {
  readonly fullName: string | null
  readonly bornOn: PartialDate | null
  readonly sex: Sex | null
  readonly insuranceNumber: string | null
  readonly nationalId: string | null
  readonly phone: string | null
}

export type DifferenceField = keyof PersonFacts
/** `note` is shown, `warn` asks the clerk to look twice, `block` stands in the way of an approval. */
export type DifferenceSeverity = 'none' | 'note' | 'warn' | 'block'
type Verdict = NameVerdict | BirthDateVerdict | NumberVerdict

export type Difference = {
  readonly field: DifferenceField
  readonly verdict: Verdict
  readonly rule: string
  readonly severity: DifferenceSeverity
  readonly declared: string | null
  readonly registered: string | null
}

type Severities<V extends string> = Readonly<Record<V, DifferenceSeverity>>

const SLIPS = { same: 'none', transposed: 'warn', 'one-digit': 'warn', different: 'block', missing: 'note' } as const

/**
 * How grave each verdict is, per field. The original ID in the clerk's hand decides between two writings of one name; a wholly
 * different name, birth date or number is another person until proven otherwise. A phone may simply be new.
 */
export const DIFFERENCE_RULES = {
  fullName: {
    same: 'none',
    'tone-position': 'none',
    'same-folded': 'note',
    order: 'warn',
    close: 'warn',
    different: 'block',
    missing: 'note',
  } satisfies Severities<NameVerdict | 'missing'>,
  bornOn: {
    same: 'none',
    partial: 'note',
    'day-month-swapped': 'warn',
    close: 'warn',
    different: 'block',
    missing: 'note',
  } satisfies Severities<BirthDateVerdict | 'missing'>,
  sex: { same: 'none', different: 'warn', missing: 'note' } satisfies Severities<'same' | 'different' | 'missing'>,
  insuranceNumber: SLIPS satisfies Severities<NumberVerdict>,
  nationalId: SLIPS satisfies Severities<NumberVerdict>,
  phone: { same: 'none', transposed: 'warn', 'one-digit': 'warn', different: 'note', missing: 'note' } satisfies Severities<NumberVerdict>,
} as const

type Judged = { readonly verdict: Verdict; readonly rule: string; readonly severity: DifferenceSeverity }

const judgeName = (declared: string, registered: string): Judged => {
  const { verdict, rule } = compareNames(declared, registered)
  return { verdict, rule, severity: DIFFERENCE_RULES.fullName[verdict] }
}

const judgeBirthDate = (declared: PartialDate, registered: PartialDate): Judged => {
  const { verdict, rule } = compareBirthDates(declared, registered)
  return { verdict, rule, severity: DIFFERENCE_RULES.bornOn[verdict] }
}

const judgeSex = (declared: string, registered: string): Judged => {
  const verdict = declared === registered ? 'same' : 'different'
  return { verdict, rule: `sex-${verdict}`, severity: DIFFERENCE_RULES.sex[verdict] }
}

const judgeNumber =
  (field: 'insuranceNumber' | 'nationalId' | 'phone') =>
  (declared: string, registered: string): Judged => {
    const { verdict, rule } = compareNumbers(declared, registered)
    return { verdict, rule, severity: DIFFERENCE_RULES[field][verdict] }
  }

const JUDGES: Readonly<Record<DifferenceField, (declared: string, registered: string) => Judged>> = {
  fullName: judgeName,
  bornOn: judgeBirthDate,
  sex: judgeSex,
  insuranceNumber: judgeNumber('insuranceNumber'),
  nationalId: judgeNumber('nationalId'),
  phone: judgeNumber('phone'),
}

const FIELDS = ['fullName', 'bornOn', 'sex', 'insuranceNumber', 'nationalId', 'phone'] as const

/**
 * Every field of the declaration beside the register's, in the order of the form, equal ones included (`severity: 'none'`).
 * `registered` is null when no such person was found: every field is then `missing`, a note each.
 */
export const findDifferences = (declared: PersonFacts, registered: PersonFacts | null): Difference[] =>
  FIELDS.map((field) => {
    const [ours, theirs] = [declared[field], registered?.[field] ?? null]
    const judged: Judged =
      ours && theirs
        ? JUDGES[field](ours, theirs)
        : { verdict: 'missing', rule: 'value-missing', severity: DIFFERENCE_RULES[field].missing }
    const { verdict, rule, severity } = judged
    return { field, verdict, rule, severity, declared: ours, registered: theirs }
  })
