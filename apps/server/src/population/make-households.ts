import { addDays, type CivilDate, type Sex } from '@an-sinh/domain'

import type { NewHousehold, NewPerson } from '../persons/index.ts'
import type { WardRow } from '../reference/index.ts'
import { makeFullName, makeSurname } from './make-full-name.ts'
import type { NumberMaker } from './make-numbers.ts'
import type { Random } from '../histories/index.ts'

export type DemoWard = Pick<WardRow, 'wardCode' | 'wardName' | 'provinceName'>
export type HouseholdSource = { random: Random; numbers: NumberMaker; wards: readonly DemoWard[]; today: CivilDate }

/** Codes of the household relationship list of the collection procedure. */
const RELATION = { head: '00', wife: '01', husband: '02', father: '03', mother: '04', child: '08', grandchild: '09' } as const
type Member = { relation: string; sex: Sex; age: number; surname: string; bornOn?: CivilDate }

/** Ages of heads, each a span with its weight: fitted so that all members together have the age pyramid of the country (names.test.ts). */
const HEAD_AGES: readonly (readonly [readonly [number, number], number])[] = [
  [[18, 24], 9.5],
  [[25, 29], 9.8],
  [[30, 34], 12.3],
  [[35, 39], 12.6],
  [[40, 44], 11.2],
  [[45, 49], 10.2],
  [[50, 54], 8.6],
  [[55, 59], 7.6],
  [[60, 64], 6.5],
  [[65, 69], 5.3],
  [[70, 74], 2.6],
  [[75, 86], 4],
]
const CHILDREN: readonly (readonly [number, number])[] = [
  [0, 8],
  [1, 22],
  [2, 50],
  [3, 16],
  [4, 4],
]

const birthday = ({ random, today }: HouseholdSource, age: number): CivilDate =>
  addDays(today, -Math.floor(age * 365.2425) - random.int(1, 360))

/** Old registers often know the year only; a few know the month. */
const blur = (random: Random, bornOn: CivilDate): string => {
  if (bornOn < '1972' && random.chance(0.12)) return bornOn.slice(0, 4)
  return bornOn < '1985' && random.chance(0.01) ? bornOn.slice(0, 7) : bornOn
}

/** Grown-up children mostly live elsewhere. */
const staysAtHome = (random: Random, age: number): boolean => age < 19 || random.chance(age < 26 ? 0.5 : 0.15)

const makeChildren = (source: HouseholdSource, motherAge: number, surname: string): Member[] => {
  const { random } = source
  const members: Member[] = []
  let age = motherAge - random.int(19, 29)
  for (let left = random.weighted(CHILDREN); left > 0 && age >= 0; left -= 1, age -= random.int(2, 5)) {
    if (!staysAtHome(random, age)) continue
    members.push({ relation: RELATION.child, sex: random.chance(0.527) ? 'male' : 'female', age, surname })
    if (age >= 26 && random.chance(0.4))
      members.push({ relation: RELATION.grandchild, sex: random.chance(0.527) ? 'male' : 'female', age: random.int(0, age - 23), surname })
  }
  const [first] = members
  // Twins: the same birthday, mostly another given name.
  if (first === undefined || !random.chance(0.02)) return members
  const bornOn = birthday(source, first.age)
  return [{ ...first, bornOn }, { ...first, bornOn }, ...members.slice(1)]
}

const makeSpouse = (random: Random, { sex, age }: Member): Member | null => {
  const share = age < 25 ? 0.25 : age < 60 ? 0.86 : age < 70 ? 0.72 : 0.45
  if (!random.chance(share)) return null
  return sex === 'male'
    ? { relation: RELATION.wife, sex: 'female', age: Math.max(18, age + random.int(-6, 1)), surname: makeSurname(random) }
    : { relation: RELATION.husband, sex: 'male', age: Math.max(18, age + random.int(-1, 6)), surname: makeSurname(random) }
}

/** A grandparent of the children, more often the grandmother. */
const makeParent = (random: Random, { age, surname }: Member): Member[] => {
  if (age < 25 || age > 51 || !random.chance(0.22)) return []
  if (random.chance(0.62))
    return [{ relation: RELATION.mother, sex: 'female', age: age + random.int(21, 31), surname: makeSurname(random) }]
  return [{ relation: RELATION.father, sex: 'male', age: age + random.int(22, 33), surname }]
}

const motherAgeOf = (head: Member, spouse: Member | null): number => {
  if (head.sex === 'female') return head.age
  return spouse === null ? head.age - 3 : spouse.age
}

const makeMembers = (source: HouseholdSource): Member[] => {
  const { random } = source
  const [from, to] = random.weighted(HEAD_AGES)
  const head: Member = {
    relation: RELATION.head,
    sex: random.chance(0.72) ? 'male' : 'female',
    age: random.int(from, to),
    surname: makeSurname(random),
  }
  const spouse = makeSpouse(random, head)
  const hasChildren = spouse !== null || (head.age >= 25 && random.chance(0.5))
  const father = head.sex === 'male' ? head : spouse
  const children = hasChildren ? makeChildren(source, motherAgeOf(head, spouse), father?.surname ?? head.surname) : []
  return [head, ...(spouse === null ? [] : [spouse]), ...children, ...makeParent(random, head)]
}

/** Some are dead by now and still in the register: the older, the more. */
const makeDeath = ({ random, today }: HouseholdSource, age: number): CivilDate | null => {
  const share = age < 18 ? 0 : age < 50 ? 0.003 : age < 65 ? 0.02 : age < 75 ? 0.06 : 0.15
  return random.chance(share) ? addDays(today, -random.int(20, 2500)) : null
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

/** One household under one roof: a head and who lives along, at most so many, each with the relation to the head. */
export function makeHousehold(
  source: HouseholdSource,
  { householdId, most = Number.POSITIVE_INFINITY }: { householdId: number; most?: number },
): { household: NewHousehold; persons: NewPerson[] } {
  const { random, numbers } = source
  const ward = random.pick(source.wards)
  const address = addressIn(random, ward)
  const persons = makeMembers(source)
    .slice(0, most)
    .map((member): NewPerson => {
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
        diedOn: makeDeath(source, member.age),
        mergedIntoPersonId: null,
      }
    })
  return { household: { householdId, householdCode: numbers.householdCode(), wardCode: ward.wardCode, address }, persons }
}
