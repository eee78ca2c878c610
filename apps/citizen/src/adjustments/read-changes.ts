import type { Adjustable } from '@an-sinh/contract'
import { parseNationalId, parsePartialDate, parsePersonName } from '@an-sinh/domain'
import type { DateBoxes } from '@an-sinh/ui'

/** Null: that field was not touched. */
export type Typed = {
  readonly fullName: string | null
  readonly born: DateBoxes | null
  readonly sex: 'male' | 'female' | null
  readonly nationalId: string | null
  readonly portrait: boolean
}
export const UNTOUCHED: Typed = { fullName: null, born: null, sex: null, nationalId: null, portrait: false }

export type Change = { readonly field: 'fullName' | 'bornOn' | 'sex' | 'nationalId' | 'portrait'; readonly value: string }
type Fault = { readonly field: string; readonly code: 'name-wrong' | 'born-wrong' | 'national-id-wrong' | 'nothing-changed' }
export type Read = { readonly changes: readonly Change[]; readonly faults: readonly Fault[] }

const numberOf = (box: string): number | null => (box.trim() === '' ? null : Number(box))

export const toBoxes = (bornOn: string): DateBoxes => {
  const [year = '', month = '', day = ''] = bornOn.split('-')
  return { day, month, year }
}

type Found = Change | Fault | null

const readName = (typed: string | null, isKnown: boolean): Found => {
  if (typed === null || (!isKnown && typed.trim() === '')) return null
  const name = parsePersonName(typed)
  return name.ok ? { field: 'fullName', value: name.fullName } : { field: 'fullName', code: 'name-wrong' }
}

const readBorn = (typed: DateBoxes | null, isKnown: boolean, today: string): Found => {
  if (typed === null) return null
  const { day, month, year } = typed
  if (!isKnown && (day + month + year).trim() === '') return null
  const born = parsePartialDate(numberOf(day), numberOf(month), Number(year))
  return typeof born !== 'string' || born > today.slice(0, born.length)
    ? { field: 'born', code: 'born-wrong' }
    : { field: 'bornOn', value: born }
}

const readNumber = (typed: string | null): Found => {
  if (typed === null || typed.trim() === '') return null
  const id = parseNationalId(typed)
  return id.ok ? { field: 'nationalId', value: id.nationalId } : { field: 'nationalId', code: 'national-id-wrong' }
}

/** What was typed → what differs from the register, and what cannot be read. `now` null: the register cannot be asked at present. */
export const readChanges = (now: Adjustable | null, typed: Typed, today: string): Read => {
  const isKnown = now !== null
  const found: readonly Found[] = [
    readName(typed.fullName, isKnown),
    readBorn(typed.born, isKnown, today),
    typed.sex === null ? null : { field: 'sex', value: typed.sex },
    readNumber(typed.nationalId),
    typed.portrait ? { field: 'portrait', value: 'new' } : null,
  ]
  const faults = found.filter((one) => one !== null && 'code' in one)
  const isNew = ({ field, value }: Change): boolean => field === 'portrait' || now === null || now.identity[field] !== value
  const changes = found.filter((one) => one !== null && 'value' in one).filter(isNew)
  if (faults.length === 0 && changes.length === 0) return { changes, faults: [{ field: 'fullName', code: 'nothing-changed' }] }
  return { changes, faults }
}

/** What a request that came back asked for, as it was typed. */
export const toTyped = (wanted: readonly { readonly field: string; readonly value: string }[]): Typed => {
  const valueOf = (name: Change['field']): string | null => wanted.find(({ field }) => field === name)?.value ?? null
  const [bornOn, sex] = [valueOf('bornOn'), valueOf('sex')]
  return {
    fullName: valueOf('fullName'),
    born: bornOn === null ? null : toBoxes(bornOn),
    sex: sex === 'male' || sex === 'female' ? sex : null,
    nationalId: valueOf('nationalId'),
    portrait: valueOf('portrait') !== null,
  }
}
