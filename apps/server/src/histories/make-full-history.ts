import { addDays, addMonths, type CivilDate, type CivilMonth } from '@an-sinh/domain'

import { CHILDBIRTH, type Illness, ILLNESSES, THREATENED_PREGNANCY } from './illnesses.ts'
import { type DemoBenefit, makeMonthly, toBenefit } from './make-benefits.ts'
import { type DemoSpell, toSpells } from './make-career.ts'
import type { DemoEmployer } from './make-employers.ts'
import { type DemoCard, makeCard } from './make-health-cards.ts'
import type { History, HistorySource, Living } from './make-history.ts'
import { type DemoVisit, makeVisit, type Patient, type VisitSketch } from './make-visits.ts'

const GROUP = { participantGroup: 'DN', coverageLevel: 4 } as const
const ACCOUNT = '4321'
const LATE_MONTHS = 2

const firstOf = (month: CivilMonth): CivilDate => `${month}-01`

/** Three jobs: two one after the other with months between them, a third beside the second; the present one paid two months late. */
const makeJobs = ({ random, employers }: HistorySource, thisMonth: CivilMonth): DemoSpell[] => {
  const [first, second, third] = employers.DN
  if (first === undefined || second === undefined || third === undefined) throw new Error('three employers are needed')
  const at = (months: number): CivilMonth => addMonths(thisMonth, -months)
  const stretch = (from: number, to: number | null, employer: DemoEmployer): DemoSpell[] => {
    const job = { from: at(from), to: to === null ? null : at(to), employer, jobTitle: employer.jobs[0] ?? 'Nhân viên' }
    return toSpells(random, job, { thisMonth })
  }
  const beside = stretch(52, 41, third).filter(({ branch }) => branch === 'social' || branch === 'employment-injury')
  const now = stretch(26, null, second).map((spell) => ({ ...spell, lateMonths: LATE_MONTHS }))
  return [
    ...stretch(190, 155, first),
    ...stretch(154, 119, first),
    ...stretch(110, 71, second),
    ...stretch(70, 27, second),
    ...beside,
    ...now,
  ]
}

/** Of every kind one at least, and slips under the monthly one. */
const makeGrants = ({ random }: HistorySource, thisMonth: CivilMonth): DemoBenefit[] => {
  const on = (months: number, day: number): CivilDate => addDays(firstOf(addMonths(thisMonth, -months)), day)
  const grant = (more: Parameters<typeof toBenefit>[2]): DemoBenefit => toBenefit(random, ACCOUNT, more)
  const idle = grant({
    kind: 'unemployment',
    regime: 'unemployment-allowance',
    decidedOn: on(117, 8),
    fromOn: on(117, 10),
    amountVnd: 2_460_000,
  })
  return [
    { ...idle, monthsGranted: 6 },
    grant({
      kind: 'sickness-maternity',
      regime: 'maternity',
      decidedOn: on(20, 24),
      fromOn: on(21, 9),
      toOn: on(15, 9),
      amountVnd: 61_380_000,
    }),
    grant({ kind: 'sickness-maternity', regime: 'sickness', decidedOn: on(8, 20), fromOn: on(9, 4), toOn: on(9, 7), amountVnd: 1_052_000 }),
    grant({
      kind: 'sickness-maternity',
      regime: 'recovery',
      decidedOn: on(13, 2),
      fromOn: on(14, 2),
      toOn: on(14, 7),
      amountVnd: 3_510_000,
    }),
    grant({ kind: 'lump-sum', regime: 'injury-once', decidedOn: on(92, 11), amountVnd: 14_900_000 }),
    ...makeMonthly(random, ACCOUNT, 'injury-monthly', firstOf(addMonths(thisMonth, -90)), 745_000),
  ]
}

const makeBook = (source: HistorySource, patient: Patient): DemoVisit[] => {
  const illness = (code: string): Illness => {
    const found = ILLNESSES.find(([candidate]) => candidate.code === code)?.[0]
    if (found === undefined) throw new Error(`no illness ${code}`)
    return found
  }
  const ago = (days: number, of: Illness, more: Partial<VisitSketch> = {}) => ({
    admittedOn: addDays(source.today, -days),
    illness: of,
    ...more,
  })
  return [
    ago(18, illness('J06.9'), { paper: 'sick-leave' }),
    ago(75, illness('K29.7')),
    ago(262, illness('J20'), { paper: 'sick-leave', sumsDiffer: true }),
    ago(430, illness('M54.5')),
    ago(640, CHILDBIRTH, { paper: 'birth-certificate' }),
    ago(820, THREATENED_PREGNANCY, { paper: 'pregnancy-leave' }),
    ago(1290, illness('K35')),
  ].map((sketch, at) => makeVisit(source, patient, { ...sketch, nth: at + 1 }))
}

/** A history with something for every screen, for the person who tries the product. */
export function makeFullHistory(source: HistorySource, person: Living): History {
  const { random, today, facilityCodes } = source
  const thisMonth = today.slice(0, 7)
  const spells = makeJobs(source, thisMonth).map((spell) => ({ ...spell, spellId: random.uuid() }))
  const since = spells.reduce((first, { fromMonth }) => (fromMonth < first ? fromMonth : first), thisMonth)
  const holder = { ...person, standing: 'employee', insuredSince: firstOf(since) } as const
  const home = random.pick(facilityCodes)
  const year = Number(today.slice(0, 4))
  const cards = [-2, -1, 0, 1].map((after): DemoCard => {
    const from = { random, today, facilityCodes: [home], issuingOfficeId: source.officeIdOf(person.wardCode) }
    const card = makeCard(from, holder, GROUP, `${year + after}-01-01`, `${year + after}-12-31`)
    // Next year's is made already.
    return { ...card, areaCode: null, issuedOn: after === 1 ? addDays(today, -6) : card.issuedOn, cardId: random.uuid() }
  })
  const patient = { ...GROUP, insuranceNumber: person.insuranceNumber, registeredFacilityCode: home, employed: true }
  return { spells, cards, benefits: makeGrants(source, thisMonth), visits: makeBook(source, patient) }
}
