import type { FraudRule } from './fraud-rules.ts'
import type { FraudSignal, FraudSignalKind } from './fraud-signals.ts'
import { type AddressFacts, judgeAddress } from './judge-address.ts'
import type { PrintedKind } from './photo-print.ts'

/** Who stands behind a registration: `subject` one person (by the register, else by number), `family` one household or the person alone. */
export type FraudSubject = { readonly registrationId: string; readonly subject: string; readonly family: string }

/** Another registration's picture of the same kind, and how far away it is. */
export type AlikePhoto = FraudSubject & {
  readonly kind: PrintedKind
  /** How far the cells of the two are apart, in standard deviations. */
  readonly apart: number
  /** The declared names are the same, or all but two digits of the ids. */
  readonly related: boolean
}

export type FraudFacts = {
  readonly self: FraudSubject
  readonly alikePhotos: readonly AlikePhoto[]
  /** Everybody who registered by this phone or device, the applicant included. */
  readonly onPhone: readonly FraudSubject[]
  readonly onDevice: readonly FraudSubject[]
  /** Open registrations that declare one of these numbers with another name or birth date. */
  readonly sameNumber: readonly FraudSubject[]
  readonly dead: boolean
  readonly merged: boolean
  readonly numbersOfTwo: boolean
  readonly address: AddressFacts
}

const othersOf = ({ self }: FraudFacts, circle: readonly FraudSubject[]): FraudSubject[] =>
  circle.filter(({ registrationId }) => registrationId !== self.registrationId)

/** Strangers: families, not people and not registrations. A family of seven on one phone is one. */
const countStrangers = ({ self }: FraudFacts, circle: readonly FraudSubject[]): number =>
  new Set([self.family, ...circle.map(({ family }) => family)]).size

/** Somebody who registers anew with the own picture is no fraud: only pictures under another number count. */
const listForeignPhotos = ({ self, alikePhotos }: FraudFacts, rule: FraudRule): AlikePhoto[] =>
  alikePhotos.filter(({ kind, apart, related, subject }) => {
    if (subject === self.subject) return false
    if (kind === 'portrait') return apart <= rule.portraitApart
    return apart <= (related ? rule.cardApart.related : rule.cardApart.alone)
  })

/** Every reason in the registration itself to look twice, in the order of the list of kinds (a clerk's day is judged by `isHastyDay`). The rule in force decides; nothing is read, nothing is written. */
export const findFraudSignals = (facts: FraudFacts, rule: FraudRule): FraudSignal[] => {
  const signals: FraudSignal[] = []
  const add = (kind: FraudSignalKind, measured: number, others: readonly FraudSubject[] = []): void =>
    void signals.push({
      kind,
      measured,
      others: [...new Set(others.map(({ registrationId }) => registrationId))],
      ruleVersion: rule.version,
    })
  const foreign = listForeignPhotos(facts, rule)
  const portraits = foreign.filter(({ kind }) => kind === 'portrait')
  const cards = foreign.filter(({ kind }) => kind !== 'portrait')
  // In hundredths of a standard deviation: what is measured is kept as a whole number.
  const nearest = (photos: readonly AlikePhoto[]): number => Math.round(Math.min(...photos.map(({ apart }) => apart)) * 100)
  if (portraits.length > 0) add('portrait-shared', nearest(portraits), portraits)
  if (cards.length > 0) add('card-altered', nearest(cards), cards)
  const [onPhone, onDevice] = [countStrangers(facts, facts.onPhone), countStrangers(facts, facts.onDevice)]
  if (onPhone > rule.mostStrangers) add('phone-of-strangers', onPhone, othersOf(facts, facts.onPhone))
  if (onDevice > rule.mostStrangers) add('device-of-strangers', onDevice, othersOf(facts, facts.onDevice))
  if (judgeAddress(facts.address) !== null) add('address-invented', 1)
  if (facts.dead) add('person-dead', 1)
  if (facts.merged) add('number-merged', 1)
  if (facts.numbersOfTwo) add('numbers-of-two', 2)
  const claims = othersOf(facts, facts.sameNumber)
  if (claims.length > 0) add('number-claimed-twice', claims.length + 1, claims)
  return signals
}
