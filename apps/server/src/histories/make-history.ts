import { ageOn, type CivilDate, type PartialDate, type Sex } from '@an-sinh/domain'

import { type DemoBenefit, makeBenefits } from './make-benefits.ts'
import { type DemoCard, makeHealthCards } from './make-health-cards.ts'
import type { EmployersByGroup } from './make-employers.ts'
import type { DemoSpell } from './make-career.ts'
import { makeParticipation } from './make-participation.ts'
import type { Random } from './make-random.ts'
import { makeStanding, type Standing } from './make-standing.ts'
import { type DemoVisit, makeVisits } from './make-visits.ts'

/** What histories are made of: where people work, are treated and handled. */
export type HistorySource = {
  random: Random
  today: CivilDate
  employers: EmployersByGroup
  facilityCodes: readonly string[]
  /** The office of each ward, and one for the others. */
  officeIdOf: (wardCode: string | null) => number
}
export type Living = {
  sex: Sex
  bornOn: PartialDate
  insuranceNumber: string
  nationality: string
  wardCode: string | null
  address: string | null
  diedOn: CivilDate | null
}
export type History = { spells: DemoSpell[]; cards: DemoCard[]; benefits: DemoBenefit[]; visits: DemoVisit[] }

const standingOf = ({ random, today }: HistorySource, { nationality, bornOn }: Living): Standing =>
  nationality === 'VN' ? makeStanding(random, ageOn(bornOn, today).min) : 'employee'

const visitsOf = (source: HistorySource, person: Living, standing: Standing, cards: readonly DemoCard[]): DemoVisit[] => {
  const card = cards.at(-1)
  if (card === undefined) return []
  const patient = { ...card, insuranceNumber: person.insuranceNumber, employed: standing === 'employee' }
  return makeVisits(source, patient, { since: `${person.bornOn}-12-31`.slice(0, 10), until: person.diedOn ?? source.today })
}

/** Everything the register knows about one person beside the person, true to one standing. */
export function makeHistory(source: HistorySource, person: Living, known?: Standing): History {
  const { random, today, employers, facilityCodes } = source
  const standing = known ?? standingOf(source, person)
  const spells = makeParticipation(random, { ...person, standing }, today.slice(0, 7), employers)
  let since: string | null = null
  for (const { branch, fromMonth } of spells) if (branch === 'health' && (since === null || fromMonth < since)) since = fromMonth
  for (const spell of spells) spell.spellId = random.uuid()
  const cards = makeHealthCards(
    { random, today, facilityCodes, issuingOfficeId: source.officeIdOf(person.wardCode) },
    { ...person, standing, insuredSince: since === null ? null : `${since}-01` },
  )
  for (const card of cards) card.cardId = random.uuid()
  const benefits = makeBenefits(random, today, { ...person, standing, spells })
  return { spells, cards, benefits, visits: visitsOf(source, person, standing, cards) }
}
