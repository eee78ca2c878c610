import type { PartialDate } from '../calendar/index.ts'
import { refused, type Refused, sorted } from '../values/index.ts'
import { foldText } from '../text/index.ts'

/** NIST SP 800-63B-4 §3.1.1.2: length and a block list, no composition rule, no forced change by time. Lengths in code points. */
export const PASSWORD_RULE = { minLength: 8, maxLength: 256 } as const

export type PasswordPerson = {
  readonly insuranceNumber?: string
  readonly nationalId?: string
  readonly phone?: string
  readonly bornOn?: PartialDate
  readonly fullName?: string
}

export type PasswordRefusalCode = 'password-too-short' | 'password-too-long' | 'password-common' | 'password-personal'

/** What must remain once the person's own data is taken out; fewer signs are guessed in a handful of tries. */
const OWN_PART_MIN = 4

const birthPieces = (bornOn: PartialDate): string[] => {
  const [year = '', month = '', day = ''] = bornOn.split('-')
  const short = year.slice(2)
  return [day + month + year, year + month + day, month + day + year, day + month + short, month + year, day + month, year]
}

/** Words of two letters ("An", "Vũ") occur inside other words: they count as the person's only within the whole name. */
const namePieces = (fullName: string): string[] => {
  const words = foldText(fullName).split(' ')
  return [words.join(''), words.slice(-2).join(''), ...words.filter((word) => word.length >= 3)]
}

const personalPieces = (person: PasswordPerson): string[] => {
  const { insuranceNumber = '', nationalId = '', phone = '', bornOn = '', fullName = '' } = person
  const national = phone.replace(/^\+84/u, '')
  const pieces = [nationalId, insuranceNumber, nationalId.slice(-9), national, ...namePieces(fullName), ...birthPieces(bornOn)]
  return sorted(
    pieces.filter((piece) => piece.length >= 3),
    (first, second) => second.length - first.length,
  )
}

const isPersonal = (password: string, person: PasswordPerson): boolean => {
  const compact = foldText(password).replace(/[^\p{L}\p{N}]+/gu, '')
  const pieces = personalPieces(person)
  const rest = pieces.reduce((left, piece) => left.replaceAll(piece, ''), compact)
  return rest !== compact && rest.length < OWN_PART_MIN
}

/**
 * May this be one's own password? Judged in NFKC, the form to be hashed, so that one password typed on two keyboards is one.
 * `isCommon` is told, not imported: the block list stays out of the bundle of a phone.
 */
export const decidePassword = (
  password: string,
  person: PasswordPerson,
  isCommon: (password: string) => boolean,
): { readonly ok: true } | Refused<PasswordRefusalCode> => {
  if (password.length > PASSWORD_RULE.maxLength * 4) return refused('password-too-long')
  const normal = password.normalize('NFKC')
  const length = Array.from(normal).length
  if (length < PASSWORD_RULE.minLength) return refused('password-too-short')
  if (length > PASSWORD_RULE.maxLength) return refused('password-too-long')
  if (isCommon(normal)) return refused('password-common')
  return isPersonal(normal, person) ? refused('password-personal') : { ok: true }
}
