import { refused, type Refused } from '../values/index.ts'
import { findForbiddenCharacter, normaliseText } from '../text/index.ts'

/** Characters, as in the electronic D02 form's name column. */
export const PERSON_NAME_MAX = 100

export type PersonNameRefusalCode = 'name-empty' | 'name-too-long' | 'name-bad-character'

/** One class repeated between single spaces: linear, unlike `(\p{L}+\s?)+` which a long name can freeze. */
const NAME = /^\p{L}[\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]+)*$/u
/** A legal name is far below; beyond it the text is not even normalised. */
const RAW_MAX = 2000

/** "Họ và tên" in one field, surname first, never split: NFC, single spaces, case as typed. */
export const parsePersonName = (text: string): { readonly ok: true; readonly fullName: string } | Refused<PersonNameRefusalCode> => {
  if (text.length > RAW_MAX) return refused('name-too-long')
  if (findForbiddenCharacter(text)) return refused('name-bad-character')
  const fullName = normaliseText(text)
  if (fullName === '') return refused('name-empty')
  if (Array.from(fullName).length > PERSON_NAME_MAX) return refused('name-too-long')
  return NAME.test(fullName) ? { ok: true, fullName } : refused('name-bad-character')
}
