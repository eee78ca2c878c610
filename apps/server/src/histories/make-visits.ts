import { addDays, type CivilDate, type CoverageLevel, COVERAGE_LEVELS, type MedicalPaper, type VisitCostLine } from '@an-sinh/domain'

import type { NewVisit } from '../visits/index.ts'
import { BED, type Charge, CONSULTATION, type Illness, ILLNESSES } from './illnesses.ts'
import type { Random } from './make-random.ts'

export type DemoVisit = Omit<NewVisit, 'personId'>
export type Patient = {
  insuranceNumber: string
  coverageLevel: CoverageLevel
  /** Where they are registered, and go to mostly. */
  registeredFacilityCode: string
  employed: boolean
}
export type VisitSource = { random: Random; facilityCodes: readonly string[] }
/** One visit to be made. `sumsDiffer`: the facility's total is not the sum of its lines. */
export type VisitSketch = { illness: Illness; admittedOn: CivilDate; nth: number; sumsDiffer?: boolean; paper?: MedicalPaper['kind'] }

const percentOf = (level: CoverageLevel): number => COVERAGE_LEVELS.find((row) => row.coverageLevel === level)?.coveragePercent ?? 80
const pad = (value: number): string => String(value).padStart(2, '0')
const amount = (vnd: number): string => `${vnd}.00`

type Line = { charge: Charge; quantity: number; ownVnd: number }
type Shares = { amountVnd: number; fundVnd: number; copaymentVnd: number; ownVnd: number }

/** The fund pays its share of what is covered, rounded to the đồng; the patient the rest of it, and alone what is outside. */
const sharesOf = ({ charge, quantity, ownVnd }: Line, percent: number): Shares => {
  const amountVnd = charge.priceVnd * quantity
  const covered = amountVnd - ownVnd
  const fundVnd = Math.round((covered * percent) / 100)
  return { amountVnd, fundVnd, copaymentVnd: covered - fundVnd, ownVnd }
}
const toCostLine = (kind: VisitCostLine['kind'], line: Line, percent: number, shares: Shares): VisitCostLine => ({
  kind,
  code: line.charge.code,
  name: line.charge.name,
  unit: line.charge.unit,
  quantity: String(line.quantity),
  unitPriceVnd: String(line.charge.priceVnd),
  coveragePercent: percent,
  amountVnd: amount(shares.amountVnd),
  fundVnd: amount(shares.fundVnd),
  otherVnd: '0.00',
  ownVnd: amount(shares.ownVnd),
  copaymentVnd: amount(shares.copaymentVnd),
})

const makePaper = (random: Random, kind: MedicalPaper['kind'], leftOn: CivilDate, restDays: number): MedicalPaper => ({
  kind,
  serialNumber: `MAU-${random.int(100_000, 999_999)}`,
  issuedOn: leftOn,
  restFrom: restDays === 0 ? null : addDays(leftOn, 1),
  restTo: restDays === 0 ? null : addDays(leftOn, restDays),
  restDays: restDays === 0 ? null : restDays,
})

const papersOf = (
  random: Random,
  { employed }: Patient,
  { illness, paper }: VisitSketch,
  nights: number,
  leftOn: CivilDate,
): MedicalPaper[] => {
  const papers = nights > 0 ? [makePaper(random, 'discharge', leftOn, illness.restDays)] : []
  const kind = paper ?? (employed && nights === 0 && illness.restDays > 0 && random.chance(0.4) ? 'sick-leave' : undefined)
  if (kind !== undefined) papers.push(makePaper(random, kind, leftOn, kind === 'birth-certificate' ? 0 : illness.restDays))
  return papers
}

/** A visit that agrees with itself: lines, totals, who paid what by the card's level, papers for whoever needs them. */
export function makeVisit({ random, facilityCodes }: VisitSource, patient: Patient, sketch: VisitSketch): DemoVisit {
  const { illness, admittedOn } = sketch
  const nights = random.int(...illness.nights)
  const leftOn = addDays(admittedOn, nights)
  const hour = random.int(7, 15)
  const percent = percentOf(patient.coverageLevel)
  const atHome = random.chance(0.75)
  const services = nights > 0 ? [CONSULTATION, ...illness.services, BED] : [CONSULTATION, ...illness.services]
  const toLine = (charge: Charge): Line => {
    const quantity = charge === BED ? nights : random.int(...charge.quantity)
    return { charge, quantity, ownVnd: random.chance(0.04) ? Math.round((charge.priceVnd * quantity) / 10) : 0 }
  }
  const lines = [
    ...services.map((charge) => ({ kind: 'service' as const, line: toLine(charge) })),
    ...illness.drugs.map((charge) => ({ kind: 'drug' as const, line: toLine(charge) })),
  ].map(({ kind, line }) => ({ kind, line, shares: sharesOf(line, percent) }))
  const sumOf = (name: keyof Shares): number => lines.reduce((sum, { shares }) => sum + shares[name], 0)
  const total = sumOf('amountVnd') + (sketch.sumsDiffer === true ? CONSULTATION.priceVnd : 0)
  return {
    visitId: random.uuid(),
    facilityCode: atHome ? patient.registeredFacilityCode : random.pick(facilityCodes),
    visitKey: `MAU.${patient.insuranceNumber}.${sketch.nth}`,
    visit: {
      layout: 'qd4750',
      admittedAt: `${admittedOn}T${pad(hour)}:${pad(random.int(0, 59))}`,
      dischargedAt: `${leftOn}T${pad(hour + random.int(1, 3))}:${pad(random.int(0, 59))}`,
      diagnosis: illness.diagnosis,
      mainDiseaseCode: illness.code,
      otherDiseaseCodes: [],
      kindCode: nights > 0 ? '03' : '01',
      reasonCode: atHome ? '1.1' : nights > 0 ? '2' : '1',
      resultCode: random.chance(0.5) ? '1' : '2',
      dischargeCode: '1',
      cards: [],
      totalVnd: amount(total),
      coveredVnd: amount(sumOf('amountVnd') - sumOf('ownVnd')),
      fundVnd: amount(sumOf('fundVnd')),
      copaymentVnd: amount(sumOf('copaymentVnd')),
      ownVnd: amount(sumOf('ownVnd')),
      otherVnd: '0.00',
    },
    costLines: lines.map(({ kind, line, shares }) => toCostLine(kind, line, percent, shares)),
    papers: papersOf(random, patient, sketch, nights, leftOn),
  }
}

const YEARS_BACK_DAYS = 1000
/** How often somebody who sees a doctor at all did in these years. */
const HOW_OFTEN: readonly (readonly [number, number])[] = [
  [1, 55],
  [2, 27],
  [3, 12],
  [5, 6],
]

/** Some were at a doctor in the last years, before `until`, and not before they were born; one visit of forty does not add up. */
export function makeVisits(source: VisitSource, patient: Patient, { since, until }: { since: CivilDate; until: CivilDate }): DemoVisit[] {
  const { random } = source
  if (!random.chance(0.3)) return []
  return Array.from({ length: random.weighted(HOW_OFTEN) }, () => addDays(until, -random.int(12, YEARS_BACK_DAYS)))
    .filter((admittedOn) => admittedOn > since)
    .map((admittedOn, nth) =>
      makeVisit(source, patient, { illness: random.weighted(ILLNESSES), admittedOn, nth: nth + 1, sumsDiffer: random.chance(0.025) }),
    )
}
