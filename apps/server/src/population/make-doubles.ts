import type { NewPerson } from '../persons/index.ts'
import type { NumberMaker } from './make-numbers.ts'

const alone = {
  householdId: null,
  householdRelation: null,
  legacyId: null,
  phoneOnFile: null,
  diedOn: null,
  mergedIntoPersonId: null,
} as const

/** Another person of the same name and birthday, as large registers have them: only the numbers tell them apart. */
export const makeNamesake = (person: NewPerson, numbers: NumberMaker): NewPerson => ({
  ...person,
  ...alone,
  insuranceNumber: numbers.insuranceNumber(),
  nationalId: numbers.nationalId(person.bornOn, person.sex),
})

/** A second number that one person was given by mistake and that was merged into the first. */
export const makeMerged = (person: NewPerson, personId: number, numbers: NumberMaker): NewPerson => ({
  ...person,
  ...alone,
  insuranceNumber: numbers.insuranceNumber(),
  nationalId: null,
  mergedIntoPersonId: personId,
})

const FOREIGNERS = [
  ['KIM MIN JUN', '1984-02-19', 'male', 'M99000011', 'KR'],
  ['TANAKA YUKI', '1991-11-03', 'female', 'TR9900012', 'JP'],
  ['MÜLLER JÖRG', '1979-06-30', 'male', 'C99000013', 'DE'],
  ['DUPONT HÉLÈNE', '1986-01-05', 'female', '99AB00014', 'FR'],
] as const

/** Foreign employees: a passport in place of the twelve digits. */
export const makeForeigners = (numbers: NumberMaker, wardCode: string, address: string): NewPerson[] =>
  FOREIGNERS.map(([fullName, bornOn, sex, passportNumber, nationality]) => ({
    ...alone,
    fullName,
    bornOn,
    sex,
    insuranceNumber: numbers.insuranceNumber(),
    nationalId: null,
    passportNumber,
    nationality,
    wardCode,
    address,
  }))
