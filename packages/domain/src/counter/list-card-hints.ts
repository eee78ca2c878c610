import type { CivilDate, PartialDate } from '../calendar/index.ts'
import { compareBirthDates, compareNames } from '../differences/index.ts'
import { findIdCardExpiry, type IdCard, type MrzCheck, type Mrz, type Sex } from '../identity/index.ts'
import { foldText } from '../text/index.ts'

/** What a card says beside what was declared. Hints for the clerk's eyes: they decide nothing and stand in no decision's way. */
export type CardHint =
  | { readonly code: 'card-agrees' | 'mrz-holds' }
  | { readonly code: 'mrz-fails'; readonly checks: readonly MrzCheck[] }
  | { readonly code: 'card-differs'; readonly fields: readonly ('fullName' | 'bornOn' | 'sex' | 'nationalId')[] }
  | { readonly code: 'card-expired' | 'card-expires-soon'; readonly on: CivilDate }

type DeclaredFacts = {
  readonly fullName: string
  readonly bornOn: PartialDate
  readonly sex: Sex
  readonly nationalId: string | null
}

const NAMES_AGREE: readonly string[] = ['same', 'tone-position', 'same-folded']
const BIRTHS_AGREE: readonly string[] = ['same', 'partial']

/** Machine-readable lines have capitals without accents, cut off where the line ends. */
const isNameOf = (card: IdCard | Mrz, declared: string): boolean =>
  'fullName' in card
    ? NAMES_AGREE.includes(compareNames(declared, card.fullName).verdict)
    : foldText(declared).startsWith(foldText(`${card.surname} ${card.givenNames}`))

const listDifferent = (card: IdCard | Mrz, declared: DeclaredFacts): ('fullName' | 'bornOn' | 'sex' | 'nationalId')[] => [
  ...(isNameOf(card, declared.fullName) ? [] : ['fullName' as const]),
  ...(BIRTHS_AGREE.includes(compareBirthDates(declared.bornOn, card.bornOn).verdict) ? [] : ['bornOn' as const]),
  ...(card.sex === declared.sex ? [] : ['sex' as const]),
  ...(declared.nationalId === null || declared.nationalId === card.nationalId ? [] : ['nationalId' as const]),
]

const expiryOf = (card: IdCard | Mrz): CivilDate | null => ('expiresOn' in card ? card.expiresOn : findIdCardExpiry(card))

/** Misread, worn or altered: a hint to look at the card itself. */
const hintOfChecks = (checks: readonly MrzCheck[]): CardHint =>
  checks.length === 0 ? { code: 'mrz-holds' } : { code: 'mrz-fails', checks }

/** `dueOn`: until when the case may wait; a card that runs out before is told beforehand. */
export const listCardHints = (
  card: IdCard | Mrz,
  declared: DeclaredFacts,
  { todayOn, dueOn }: { readonly todayOn: CivilDate; readonly dueOn: CivilDate | null },
): CardHint[] => {
  const fields = listDifferent(card, declared)
  const on = expiryOf(card)
  return [
    fields.length === 0 ? { code: 'card-agrees' } : { code: 'card-differs', fields },
    ...('failedChecks' in card ? [hintOfChecks(card.failedChecks)] : []),
    ...(on !== null && on < todayOn ? [{ code: 'card-expired', on } as const] : []),
    ...(on !== null && on >= todayOn && dueOn !== null && on <= dueOn ? [{ code: 'card-expires-soon', on } as const] : []),
  ]
}
