import { copyHealthCards } from '../cards/index.ts'
import { copyParticipation, type NewSpell } from '../contributions/index.ts'
import { copyPersons, type NewPerson } from '../persons/index.ts'
import type { Queryable } from '../platform/sql.ts'

const spellOf = (
  personId: number,
  branch: NewSpell['branch'],
  fromMonth: string,
  toMonth: string | null,
  more: Partial<NewSpell> = {},
): NewSpell => ({
  personId,
  branch,
  fromMonth,
  toMonth,
  scheme: 'compulsory',
  employerId: null,
  employerName: 'Công ty Kiểm Thử',
  jobTitle: 'Thợ may',
  workplace: 'Hà Nội',
  contributorySalaryVnd: 8_000_000,
  wageParts: { baseVnd: 8_000_000 },
  lateMonths: 0,
  ...more,
})

const personOf = (fullName: string, at: number): NewPerson => ({
  fullName,
  bornOn: '1990-01-02',
  sex: 'female',
  insuranceNumber: `990000040${at}`,
  nationalId: null,
  legacyId: null,
  passportNumber: null,
  nationality: 'VN',
  wardCode: null,
  address: null,
  householdId: null,
  householdRelation: null,
  phoneOnFile: null,
  diedOn: null,
  mergedIntoPersonId: null,
})

/** A worker of that name with seven years of participation and a card, and a neighbour with nothing. Answers both ids. */
export async function copyTwoPeople(sql: Queryable): Promise<number[]> {
  const persons = ['Trần Thị Mẫu Sao', 'Lê Thị Láng Giềng'].map(personOf)
  const personIds = await copyPersons(sql, { persons, households: [] }, 'test')
  const [worker = 0] = personIds
  const spells = [
    spellOf(worker, 'social', '2020-01', '2025-12', { contributorySalaryVnd: 6_000_000 }),
    spellOf(worker, 'social', '2026-01', null, { lateMonths: 2 }),
    spellOf(worker, 'unemployment', '2026-01', null),
    spellOf(worker, 'employment-injury', '2026-01', null),
    spellOf(worker, 'health', '2026-01', null),
  ]
  await copyParticipation(sql, spells, 'test')
  const card = {
    personId: worker,
    healthCardNumber: '9900000400',
    legacyCardNumber: null,
    participantGroup: 'DN',
    coverageLevel: 4,
    registeredFacilityCode: '01001',
    areaCode: null,
    validFrom: '2026-01-01',
    validTo: '2026-12-31',
    continuousSince: null,
    issuedOn: '2026-01-01',
    issuingOfficeId: null,
  } as const
  await copyHealthCards(sql, [card], 'test')
  return personIds
}
