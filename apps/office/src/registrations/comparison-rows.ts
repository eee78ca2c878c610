import type { Case, RegisterPerson } from '@an-sinh/contract'
import { findDifferences, type DifferenceSeverity } from '@an-sinh/domain'

export type ComparedField = 'fullName' | 'bornOn' | 'sex' | 'insuranceNumber' | 'nationalId' | 'phone'
type Judged = { readonly severity: DifferenceSeverity; readonly rule: string }

export type ComparisonRow = {
  readonly field: ComparedField
  readonly declared: string | null
  readonly registered: string | null
  readonly card: string | null
  /** Declared against the register; null when nobody is compared. */
  readonly difference: Judged | null
  /** Declared against the document's QR; null when there is nothing to compare. */
  readonly cardDifference: Judged | null
}

const FIELDS: readonly ComparedField[] = ['fullName', 'bornOn', 'sex', 'insuranceNumber', 'nationalId', 'phone']

type CardFacts = NonNullable<Case['photos'][number]['idCard']>

/** What the QR of the identity document says; the first photo whose QR could be read. */
export const findCardFacts = (shown: Pick<Case, 'photos'>): CardFacts | null =>
  shown.photos.find((photo) => photo.idCard !== null)?.idCard ?? null

const declaredOf = (shown: Case) => {
  const { fullName, bornOn, sex, insuranceNumber, nationalId } = shown.declared
  return { fullName, bornOn, sex, insuranceNumber, nationalId, phone: null }
}

const cardValue = (card: CardFacts | null, field: ComparedField): string | null =>
  card === null || field === 'insuranceNumber' || field === 'phone' ? null : card[field]

/** Only where the document's QR says something: a number it does not hold is no difference. */
const judgeCard = (shown: Case, card: CardFacts | null): ReadonlyMap<string, Judged> => {
  if (card === null) return new Map()
  const { fullName, bornOn, sex, nationalId } = card
  const found = findDifferences(declaredOf(shown), { fullName, bornOn, sex, nationalId, insuranceNumber: null, phone: null })
  return new Map(found.filter((row) => cardValue(card, row.field) !== null && row.declared !== null).map((row) => [row.field, row]))
}

/**
 * The rows of the comparison in the order of the form: declared, register, document's QR. The server judges declared against register
 * (its word is shown as it is); the document's QR is judged here by the same rules.
 */
export function makeComparisonRows(shown: Case, person: RegisterPerson | null): ComparisonRow[] {
  const card = findCardFacts(shown)
  const cardFindings = judgeCard(shown, card)
  const declared = declaredOf(shown)
  return FIELDS.map((field) => {
    const difference = person?.differences.find((row) => row.field === field) ?? null
    const registered = person === null ? null : field === 'phone' ? person.phoneMasked : person[field]
    return {
      field,
      declared: field === 'phone' ? shown.phoneMasked : declared[field],
      registered: registered ?? difference?.registered ?? null,
      card: cardValue(card, field),
      difference,
      cardDifference: cardFindings.get(field) ?? null,
    }
  })
}
