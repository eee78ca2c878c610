import type { Adjustable } from '@an-sinh/contract'
import { parseNationalId, parsePartialDate, parsePersonName } from '@an-sinh/domain'
import type { DateBoxes } from '@an-sinh/ui'

export type Typed = {
  readonly fullName: string
  readonly born: DateBoxes
  readonly sex: 'male' | 'female'
  readonly nationalId: string
  readonly portrait: boolean
}
export type Change = { readonly field: 'fullName' | 'bornOn' | 'sex' | 'nationalId' | 'portrait'; readonly value: string }
type FaultCode = 'name-wrong' | 'born-wrong' | 'national-id-wrong' | 'nothing-changed'
export type Read = { readonly changes: readonly Change[]; readonly faults: readonly { readonly field: string; readonly code: FaultCode }[] }

const numberOf = (box: string): number | null => (box.trim() === '' ? null : Number(box))

export const toBoxes = (bornOn: string): DateBoxes => {
  const [year = '', month = '', day = ''] = bornOn.split('-')
  return { day, month, year }
}

/** What was typed → what differs from the register, and what cannot be read. */
export const readChanges = ({ identity }: Adjustable, typed: Typed, today: string): Read => {
  const faults: { field: string; code: FaultCode }[] = []
  const changes: Change[] = []
  const name = parsePersonName(typed.fullName)
  if (!name.ok) faults.push({ field: 'fullName', code: 'name-wrong' })
  else if (name.fullName !== identity.fullName) changes.push({ field: 'fullName', value: name.fullName })
  const { day, month, year } = typed.born
  const born = parsePartialDate(numberOf(day), numberOf(month), Number(year))
  if (typeof born !== 'string' || born > today.slice(0, born.length)) faults.push({ field: 'born', code: 'born-wrong' })
  else if (born !== identity.bornOn) changes.push({ field: 'bornOn', value: born })
  if (typed.sex !== identity.sex) changes.push({ field: 'sex', value: typed.sex })
  const id = typed.nationalId.trim() === '' ? null : parseNationalId(typed.nationalId)
  if (id !== null && !id.ok) faults.push({ field: 'nationalId', code: 'national-id-wrong' })
  else if (id !== null && id.ok && id.nationalId !== identity.nationalId) changes.push({ field: 'nationalId', value: id.nationalId })
  if (typed.portrait) changes.push({ field: 'portrait', value: 'new' })
  if (faults.length === 0 && changes.length === 0) faults.push({ field: 'fullName', code: 'nothing-changed' })
  return { changes, faults }
}
