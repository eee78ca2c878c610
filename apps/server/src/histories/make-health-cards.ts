import { addDays, type CivilDate, type PartialDate } from '@an-sinh/domain'

import type { NewHealthCard } from '../cards/index.ts'
import { type CardGroup, cardGroupsOf } from './card-groups.ts'
import type { Random } from './make-random.ts'
import type { Standing } from './make-standing.ts'

export type DemoCard = Omit<NewHealthCard, 'personId'>
export type CardHolder = {
  insuranceNumber: string
  bornOn: PartialDate
  diedOn: CivilDate | null
  standing: Standing
  insuredSince: CivilDate | null
}
export type CardSource = { random: Random; today: CivilDate; facilityCodes: readonly string[]; issuingOfficeId: number }

/** Cards carry ten digits since 1 April 2021; before, fifteen characters with group, level and province in front. */
const TEN_DIGITS_SINCE = '2021-04-01'
const SIX_YEARS_DAYS = 2191

const addYears = (date: CivilDate, years: number): CivilDate => `${Number(date.slice(0, 4)) + years}${date.slice(4, 8)}01`

export const makeCard = (
  { random, facilityCodes, issuingOfficeId }: CardSource,
  holder: CardHolder,
  kind: CardGroup,
  validFrom: CivilDate,
  validTo: CivilDate | null,
): DemoCard => ({
  healthCardNumber: holder.insuranceNumber,
  legacyCardNumber:
    holder.insuredSince !== null && holder.insuredSince < TEN_DIGITS_SINCE
      ? `${kind.participantGroup}${kind.coverageLevel}01${holder.insuranceNumber}`
      : null,
  ...kind,
  registeredFacilityCode: random.pick(facilityCodes),
  areaCode: random.chance(0.04) ? random.pick(['K1', 'K2', 'K3'] as const) : null,
  validFrom,
  validTo,
  continuousSince: holder.insuredSince === null ? null : addYears(holder.insuredSince, 5),
  issuedOn: addDays(validFrom, -random.int(3, 25)),
  issuingOfficeId,
})

const childCard = (source: CardSource, holder: CardHolder, kind: CardGroup): DemoCard[] => {
  const bornOn = `${holder.bornOn}-01-01`.slice(0, 10)
  return [makeCard(source, holder, kind, bornOn, addDays(bornOn, SIX_YEARS_DAYS))]
}

/**
 * A person's cards over the years: mostly last year's and this year's, some with next year's already made, a few run out, none for the
 * uninsured. Cards of the dead ended with them.
 */
export function makeHealthCards(source: CardSource, holder: CardHolder): DemoCard[] {
  const { random, today } = source
  const groups = cardGroupsOf(holder.standing)
  if (groups.length === 0) return []
  const kind = random.weighted(groups)
  if (holder.standing === 'child') return childCard(source, holder, kind)
  const year = Number((holder.diedOn ?? today).slice(0, 4))
  const make = (of: number, validTo: CivilDate | null = `${of}-12-31`): DemoCard => makeCard(source, holder, kind, `${of}-01-01`, validTo)
  if (holder.diedOn !== null) return [make(year, holder.diedOn)]
  const earlier = random.chance(0.3) ? [make(year - 1)] : []
  if (random.chance(0.05)) return [make(year - 1)]
  if (random.chance(0.1)) return [...earlier, make(year), make(year + 1)]
  return [...earlier, make(year, holder.standing === 'employee' && random.chance(0.4) ? null : `${year}-12-31`)]
}
