import { addCalendarMonths, addDays, isCivilDate } from '@an-sinh/domain'
import type { DateBoxes } from '@an-sinh/ui'
import type { RequestTo } from '../shared/api/routes.ts'

type Body = RequestTo<'POST /api/me/mandate-offers'>['body']
export type Area = Body['areas'][number]
export const AREAS: readonly Area[] = ['card', 'participation', 'benefits', 'medical-book']
/** Months that a mandate may hold; the last one is the law's usual year. */
export const TERMS = ['1', '3', '6', '12'] as const
export type Term = (typeof TERMS)[number]

export type OfferAnswers = {
  readonly number: string
  readonly born: DateBoxes
  readonly areas: readonly Area[]
  readonly term: Term | null
}
export const NO_OFFER: OfferAnswers = { number: '', born: { day: '', month: '', year: '' }, areas: [], term: null }

export type OfferFault = 'offer-number-wrong' | 'born-wrong' | 'offer-areas-missing' | 'offer-term-missing'
type Faults = { readonly field: string; readonly code: OfferFault }[]

/** The last day of so many months that begin today. */
export const lastDayOf = (term: Term, today: string): string => addDays(addCalendarMonths(today, Number(term)), -1)

/** What was typed → what is sent, or every fault at once. `today`: Viet Nam's civil date. */
export const readOffer = (
  answers: OfferAnswers,
  today: string,
): { readonly offer: Omit<Body, 'offerId'> | null; readonly faults: Faults } => {
  const { born, areas, term } = answers
  const number = answers.number.replace(/[\s.\-–]/gu, '')
  const bornOn = `${born.year.trim()}-${born.month.trim().padStart(2, '0')}-${born.day.trim().padStart(2, '0')}`
  const faults: Faults = []
  if (!/^(\d{10}|\d{12})$/u.test(number)) faults.push({ field: 'number', code: 'offer-number-wrong' })
  if (!isCivilDate(bornOn) || bornOn > today) faults.push({ field: 'born', code: 'born-wrong' })
  if (areas.length === 0) faults.push({ field: 'area-card', code: 'offer-areas-missing' })
  if (term === null) faults.push({ field: 'term', code: 'offer-term-missing' })
  if (faults.length > 0 || term === null) return { offer: null, faults }
  return { offer: { number, bornOn, areas: AREAS.filter((area) => areas.includes(area)), lastOn: lastDayOf(term, today) }, faults }
}
