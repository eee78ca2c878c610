import { checkNationalId, compareBirthDates, compareNames } from '@an-sinh/domain'
import { findAccount } from '../accounts/index.ts'
import { listDocuments, listPhotoHints, type StoredDocument } from '../documents/index.ts'
import { findPersonCandidates, type PersonCandidate } from '../persons/index.ts'
import type { Platform } from '../platform/platform.ts'
import type { Queryable } from '../platform/sql.ts'
import { findRegistration, listOpenSiblings, writeMarks } from './registration-queries.ts'
import { isSubmitted, type SubmittedRegistration } from './registration-row.ts'

/** What the clerk is told about a registration. None of it is ever told to the applicant, nor changes what the applicant is told. */
export type RegistrationMark =
  | 'unknown-number'
  | 'unknown-national-id'
  | 'numbers-of-two-people'
  | 'name-differs'
  | 'birth-date-differs'
  | 'national-id-differs'
  | 'has-account'
  | 'person-dead'
  | 'person-merged'
  | 'photo-faults'
  | 'same-picture-elsewhere'
  | 'id-qr-missing'
  | 'id-qr-differs'
  | 'several-open'
  | 'employer-may-print'

const when = (condition: boolean, mark: RegistrationMark): RegistrationMark[] => (condition ? [mark] : [])

const byNumber = (candidates: readonly PersonCandidate[]): PersonCandidate[] =>
  candidates.filter(({ foundBy }) => foundBy.includes('insurance-number') || foundBy.includes('national-id'))

const markRegister = ({ declared }: SubmittedRegistration, candidates: readonly PersonCandidate[]): RegistrationMark[] => {
  const people = byNumber(candidates)
  const knows = (rule: 'insurance-number' | 'national-id'): boolean => people.some(({ foundBy }) => foundBy.includes(rule))
  const names = people.map((person) => compareNames(declared.fullName, person.fullName).verdict)
  const births = people.map((person) => compareBirthDates(declared.bornOn, person.bornOn).verdict)
  return [
    ...when(declared.insuranceNumber !== null && !knows('insurance-number'), 'unknown-number'),
    ...when(declared.nationalId !== null && !knows('national-id'), 'unknown-national-id'),
    ...when(people.length > 1, 'numbers-of-two-people'),
    ...when(
      names.some((verdict) => verdict === 'different' || verdict === 'close' || verdict === 'order'),
      'name-differs',
    ),
    ...when(
      births.some((verdict) => verdict !== 'same' && verdict !== 'partial'),
      'birth-date-differs',
    ),
    ...when(
      people.some(({ diedOn }) => diedOn !== null),
      'person-dead',
    ),
    ...when(
      people.some(({ mergedIntoPersonId }) => mergedIntoPersonId !== null),
      'person-merged',
    ),
  ]
}

const markPhotos = ({ declared }: SubmittedRegistration, photos: readonly StoredDocument[]): RegistrationMark[] => {
  const cards = photos.flatMap(({ idCard }) => (idCard === null ? [] : [idCard]))
  const differs = cards.some(
    (card) =>
      (declared.nationalId !== null && card.nationalId !== declared.nationalId) ||
      !['same', 'tone-position', 'same-folded'].includes(compareNames(declared.fullName, card.fullName).verdict) ||
      !['same', 'partial'].includes(compareBirthDates(declared.bornOn, card.bornOn).verdict),
  )
  return [
    ...when(
      photos.some((photo) => listPhotoHints(photo).length > 0),
      'photo-faults',
    ),
    ...when(
      photos.some((photo) => photo.sameElsewhere > 0),
      'same-picture-elsewhere',
    ),
    // A passport has no such code.
    ...when(cards.length === 0 && declared.passportNumber === null, 'id-qr-missing'),
    ...when(differs, 'id-qr-differs'),
  ]
}

const hasAccount = async (sql: Queryable, people: readonly PersonCandidate[]): Promise<boolean> => {
  for (const person of people) {
    const account = await findAccount(sql, person.personId)
    if (account !== null && account.state !== 'stopped') return true
  }
  return false
}

/** Looks a submitted registration up in the register, for the clerk, and stores the marks; safe to run twice. Null when it is gone or not sent. */
export async function markRegistration(platform: Platform, registrationId: string): Promise<RegistrationMark[] | null> {
  const { sql } = platform
  const row = await findRegistration(sql, registrationId)
  if (row === null || !isSubmitted(row)) return null
  const { declared } = row
  const candidates = await findPersonCandidates(sql, declared)
  const checked = declared.nationalId === null ? [] : checkNationalId(declared.nationalId, { bornOn: declared.bornOn, sex: declared.sex })
  const marks = [
    ...markRegister(row, candidates),
    ...when(checked.length > 0, 'national-id-differs'),
    ...when(await hasAccount(sql, byNumber(candidates)), 'has-account'),
    ...markPhotos(row, await listDocuments(platform, sql, registrationId)),
    ...when((await listOpenSiblings(sql, registrationId, declared)).length > 0, 'several-open'),
    ...when(row.employerMayPrint, 'employer-may-print'),
  ]
  await writeMarks(sql, registrationId, marks)
  return marks
}
