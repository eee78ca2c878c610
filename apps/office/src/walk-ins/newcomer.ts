import type { Answers } from '@an-sinh/contract'
import { formatDateVi } from '@an-sinh/domain'
import { nameOnCard, type ScannedCard } from '../shared/scanned-card.ts'
import { readTypedDate } from './read-typed-date.ts'

/** What is typed for somebody who is registered at the counter. */
export type Newcomer = {
  readonly fullName: string
  readonly bornOn: string
  readonly sex: 'male' | 'female'
  /** A Vietnamese passport is no identity paper at the desk; a foreigner has no identity number. */
  readonly paper: 'national-id' | 'passport'
  readonly nationalId: string
  readonly passportNumber: string
  /** Two letters; empty until chosen. */
  readonly nationality: string
  readonly insuranceNumber: string
  readonly email: string
  readonly provinceCode: string
  readonly wardCode: string
  readonly street: string
}

const EMPTY: Newcomer = {
  fullName: '',
  bornOn: '',
  sex: 'female',
  paper: 'national-id',
  nationalId: '',
  passportNumber: '',
  nationality: '',
  insuranceNumber: '',
  email: '',
  provinceCode: '',
  wardCode: '',
  street: '',
}

/** The card's fields as the form begins with; every one may be changed. Its address names units of its day: the street is offered, the ward asked for. */
export const newcomerOf = (card: ScannedCard | null): Newcomer =>
  card === null
    ? EMPTY
    : {
        ...EMPTY,
        fullName: nameOnCard(card),
        bornOn: formatDateVi(card.bornOn),
        sex: card.sex,
        nationalId: card.nationalId,
        street: 'address' in card ? (card.address.split(',')[0] ?? '').trim() : '',
      }

const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim())

/** As the server takes them; it puts its own office in the place of `officeId`. A date that is none goes as typed and is refused by name. */
export const answersOf = (typed: Newcomer): Answers => ({
  fullName: typed.fullName,
  insuranceNumber: orNull(typed.insuranceNumber),
  insuranceNumberForgotten: orNull(typed.insuranceNumber) === null,
  ...(typed.paper === 'passport'
    ? { nationalId: null, passportNumber: orNull(typed.passportNumber), nationality: typed.nationality }
    : { nationalId: orNull(typed.nationalId), passportNumber: null, nationality: 'VN' }),
  bornOn: readTypedDate(typed.bornOn) ?? '0000',
  sex: typed.sex,
  email: orNull(typed.email),
  provinceCode: typed.provinceCode,
  wardCode: typed.wardCode,
  street: typed.street,
  oldAddress: null,
  officeId: 0,
  officeChoice: 'other',
  employerMayPrint: false,
})
