import { addDays, type CivilDate, type Sex } from '@an-sinh/domain'

import type { NewHousehold, NewPerson } from '../persons/index.ts'
import type { WardRow } from '../reference/index.ts'
import { makeFullName, makeSurname } from './make-full-name.ts'
import type { NumberMaker } from './make-numbers.ts'
import type { Random } from './make-random.ts'

export type DemoWard = Pick<WardRow, 'wardCode' | 'wardName' | 'provinceName'>
export type HouseholdSource = { random: Random; numbers: NumberMaker; wards: readonly DemoWard[]; today: CivilDate }

/** Codes of the household relationship list of the collection procedure. */
const RELATION = { head: '00', wife: '01', husband: '02', father: '03', mother: '04', child: '08' } as const
type Member = { relation: string; sex: Sex; age: number; surname: string; bornOn?: CivilDate }

const birthday = ({ random, today }: HouseholdSource, age: number): CivilDate =>
  addDays(today, -Math.floor(age * 365.2425) - random.int(1, 360))

/** Old registers often know the year only; a few know the month. */
const blur = (random: Random, bornOn: CivilDate): string => {
  if (bornOn < '1972' && random.chance(0.12)) return bornOn.slice(0, 4)
  return bornOn < '1985' && random.chance(0.01) ? bornOn.slice(0, 7) : bornOn
}

const childrenOf = (source: HouseholdSource, motherAge: number, surname: string): Member[] => {
  const { random } = source
  const count =
    motherAge < 23
      ? 0
      : random.weighted([
          [0, 2],
          [1, 3],
          [2, 5],
          [3, 1],
        ])
  const members = Array.from({ length: count }, (_, at): Member => ({
    relation: RELATION.child,
    sex: random.chance(0.52) ? 'male' : 'female',
    age: Math.max(0, motherAge - 23 - at * 3 - random.int(0, 4)),
    surname,
  }))
  const [first] = members
  // Twins: the same birthday, mostly another given name.
  if (first === undefined || !random.chance(0.02)) return members
  const bornOn = birthday(source, first.age)
  return [{ ...first, bornOn }, { ...first, bornOn }, ...members.slice(1)]
}

const makeMembers = (source: HouseholdSource): Member[] => {
  const { random } = source
  const age = random.weighted([
    [random.int(20, 29), 2],
    [random.int(30, 44), 5],
    [random.int(45, 59), 4],
    [random.int(60, 84), 2],
  ])
  const surname = makeSurname(random)
  const head: Member = { relation: RELATION.head, sex: random.chance(0.75) ? 'male' : 'female', age, surname }
  if (random.chance(0.18)) return [head]
  const spouse: Member = {
    relation: head.sex === 'male' ? RELATION.wife : RELATION.husband,
    sex: head.sex === 'male' ? 'female' : 'male',
    age: Math.max(19, age + random.int(-5, 3)),
    surname: makeSurname(random),
  }
  const children = childrenOf(
    source,
    Math.min(44, head.sex === 'female' ? age : spouse.age),
    head.sex === 'male' ? surname : spouse.surname,
  )
  const parent: Member = random.chance(0.5)
    ? { relation: RELATION.mother, sex: 'female', age: age + 24, surname: makeSurname(random) }
    : { relation: RELATION.father, sex: 'male', age: age + 27, surname }
  return [head, spouse, ...children, ...(age < 55 && random.chance(0.2) ? [parent] : [])]
}

const addressIn = (random: Random, ward: DemoWard): string => {
  const place = ward.wardName.startsWith('Phường')
    ? `Tổ dân phố số ${random.int(1, 40)}`
    : `Thôn ${random.pick(['Đông', 'Đoài', 'Thượng', 'Hạ', 'Trung', 'Nội', 'Ngoại'])}`
  return `${place}, ${ward.wardName}, ${ward.provinceName}`
}

/** A child often has no card yet; of the old some only have the nine-digit paper. */
const makePapers = (
  { random, numbers }: HouseholdSource,
  bornOn: string,
  { age, sex }: Member,
): Pick<NewPerson, 'nationalId' | 'legacyId'> => {
  const without = age < 6 ? random.chance(0.25) : age > 60 ? random.chance(0.06) : random.chance(0.01)
  return {
    nationalId: without ? null : numbers.nationalId(bornOn, sex),
    legacyId: age > 24 && (without || random.chance(0.5)) ? numbers.legacyId() : null,
  }
}

/** One household under one roof: a head and who lives along, each with the relation to the head. */
export function makeHousehold(source: HouseholdSource, householdId: number): { household: NewHousehold; persons: NewPerson[] } {
  const { random, numbers } = source
  const ward = random.pick(source.wards)
  const address = addressIn(random, ward)
  const persons = makeMembers(source).map((member): NewPerson => {
    const born = member.bornOn ?? birthday(source, member.age)
    const bornOn = blur(random, born)
    return {
      fullName: makeFullName(random, { sex: member.sex, birthYear: Number(born.slice(0, 4)), surname: member.surname }),
      bornOn,
      sex: member.sex,
      insuranceNumber: numbers.insuranceNumber(),
      ...makePapers(source, bornOn, member),
      passportNumber: null,
      nationality: 'VN',
      wardCode: ward.wardCode,
      address,
      householdId,
      householdRelation: member.relation,
      phoneOnFile: member.age >= 15 && random.chance(0.7) ? numbers.phone() : null,
      diedOn: member.age > 50 && random.chance(0.03) ? addDays(source.today, -random.int(20, 900)) : null,
      mergedIntoPersonId: null,
    }
  })
  return { household: { householdId, householdCode: numbers.householdCode(), wardCode: ward.wardCode, address }, persons }
}
