import type { Answers, RefusalCode } from '@an-sinh/contract'
import {
  type CivilDate,
  findForbiddenCharacter,
  type IdentityNumberKind,
  isPartialDate,
  normaliseText,
  parseIdentityNumber,
  parsePersonName,
} from '@an-sinh/domain'
import { findOffice, findWard } from '../reference/index.ts'
import type { Queryable } from '../platform/sql.ts'

export type FieldFault = { field: string; code: RefusalCode }
export type ParsedAnswers = { ok: true; answers: Answers } | { ok: false; faults: FieldFault[] }

/** What a field became, or why not. */
type Field<T> = { value: T } | { code: RefusalCode }
const good = <T>(value: T): Field<T> => ({ value })
const faulty = (code: RefusalCode): Field<never> => ({ code })

/** Nobody alive was born before. */
const FIRST_BIRTH_YEAR = '1880'
/** RFC 5321 §4.5.3.1.3 (path of 256 with its brackets). Linear: no repeated group can match two ways. */
const EMAIL = /^[^\s@,;:<>()[\]\\"]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/iu
const EMAIL_MAX = 254

const parseName = (text: string): Field<string> => {
  const parsed = parsePersonName(text)
  return parsed.ok ? good(parsed.fullName) : faulty(parsed.code)
}

const isBlank = (text: string | null): boolean => text === null || text.trim() === ''

const parseNumber = (kind: IdentityNumberKind, text: string | null, code: RefusalCode): Field<string | null> => {
  if (text === null || isBlank(text)) return good(null)
  const parsed = parseIdentityNumber(kind, text)
  return parsed.ok ? good(parsed.value) : faulty(code)
}

/** A day that exists, not before 1880 and not after today; a year or month alone when no more is known. */
const parseBirthDate = (text: string, today: CivilDate): Field<string> =>
  isPartialDate(text) && text >= FIRST_BIRTH_YEAR && text <= today.slice(0, text.length) ? good(text) : faulty('birth-date-wrong')

const parseEmail = (text: string | null): Field<string | null> => {
  const email = normaliseText(text ?? '')
  if (email === '') return good(null)
  if (email.length > EMAIL_MAX || !EMAIL.test(email)) return faulty('email-shape')
  const at = email.lastIndexOf('@')
  return good(email.slice(0, at) + email.slice(at).toLowerCase())
}

const parseLine = (text: string): Field<string> => (findForbiddenCharacter(text) === null ? good(normaliseText(text)) : faulty('bad-text'))

const parseWard = async (sql: Queryable, sent: Answers): Promise<Field<string>> => {
  const ward = await findWard(sql, sent.wardCode)
  return ward !== null && ward.provinceCode === sent.provinceCode ? good(ward.wardCode) : faulty('address-unknown')
}

const parseOffice = async (sql: Queryable, officeId: number): Promise<Field<number>> => {
  // Beyond a 32-bit integer the database would refuse the statement, not the value.
  const office = officeId > 0 && officeId < 2 ** 31 ? await findOffice(sql, officeId) : null
  return office !== null && office.receivesRegistrations ? good(office.officeId) : faulty('office-unknown')
}

/** At least one number leads to a person at the counter; a faulty one is told as such, not as missing. */
const isNumberMissing = (sent: Answers): boolean =>
  isBlank(sent.insuranceNumberForgotten ? null : sent.insuranceNumber) && isBlank(sent.nationalId) && isBlank(sent.passportNumber)

const parseFields = async (sql: Queryable, sent: Answers, today: CivilDate) => ({
  fullName: parseName(sent.fullName),
  insuranceNumber: parseNumber('insurance-number', sent.insuranceNumberForgotten ? null : sent.insuranceNumber, 'insurance-number-shape'),
  nationalId: isNumberMissing(sent) ? faulty('number-missing') : parseNumber('national-id', sent.nationalId, 'national-id-shape'),
  passportNumber: parseNumber('passport', sent.passportNumber, 'passport-shape'),
  bornOn: parseBirthDate(sent.bornOn, today),
  email: parseEmail(sent.email),
  wardCode: await parseWard(sql, sent),
  street: parseLine(sent.street),
  oldAddress: sent.oldAddress === null ? good(null) : parseLine(sent.oldAddress),
  officeId: await parseOffice(sql, sent.officeId),
})

const isFaulty = (entry: [string, Field<unknown>]): entry is [string, { code: RefusalCode }] => 'code' in entry[1]

/**
 * The answers as sent → as stored (NFC, single spaces, numbers compact), or every fault at once, in the order of the form.
 * Only shapes and public lists are asked: whether the register knows the numbers plays no part (PATTERNS "Before the counter").
 */
export async function parseAnswers(sql: Queryable, sent: Answers, today: CivilDate): Promise<ParsedAnswers> {
  const fields = await parseFields(sql, sent, today)
  const faults = Object.entries(fields).filter(isFaulty)
  if (faults.length > 0) return { ok: false, faults: faults.map(([field, { code }]) => ({ field, code })) }
  const values = Object.fromEntries(Object.entries(fields).map(([field, parsed]) => [field, 'value' in parsed ? parsed.value : null]))
  return { ok: true, answers: { ...sent, ...values } }
}
