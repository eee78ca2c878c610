import { isPartialDate, type PartialDate } from '../calendar/index.ts'
import { foldText } from '../text/index.ts'
import { refused, type Refused } from '../values/index.ts'

/** What somebody at the counter says of themselves; null or blank: not said. */
export type SaidAtCounter = {
  readonly fullName: string | null
  readonly bornOn: PartialDate | null
  readonly phoneTail: string | null
  readonly idTail: string | null
}

/** What counts of it. `nameFolded`: part of the folded name. `bornOn`: every way in which that birth may have been declared. */
export type WaitingFacts = {
  readonly nameFolded: string | null
  readonly bornOn: readonly PartialDate[] | null
  readonly phoneTail: string | null
  readonly idTail: string | null
}

const NAME_LEAST = 2
/** Of four digits one in ten thousand has the same; fewer would lead to half the street. */
const TAIL_LEAST = 4

const nameOf = (said: string | null): string | null => {
  const folded = foldText(said ?? '')
  return folded.length < NAME_LEAST ? null : folded
}

/** The trunk zero of a whole number typed is not part of its international form. */
const phoneOf = (said: string | null): string | null => {
  const digits = (said ?? '').replace(/\D/gu, '').replace(/^(?:0|84)(?=\d{9}$)/u, '')
  return digits.length < TAIL_LEAST ? null : digits
}

const idOf = (said: string | null): string | null => {
  const signs = (said ?? '')
    .normalize('NFC')
    .replace(/[\s.–-]/gu, '')
    .toUpperCase()
  return /^[0-9A-Z]+$/u.test(signs) && signs.length >= TAIL_LEAST ? signs : null
}

/** Whole date, its month, its year: who does not know the day declared less. */
const birthsOf = (said: PartialDate | null): PartialDate[] | null =>
  said === null || !isPartialDate(said) ? null : [...new Set([said, said.slice(0, 7), said.slice(0, 4)])]

/**
 * Two facts at least, so that nobody is found by a name, a birthday or four digits alone: together they belong to whoever stands there,
 * one by itself belongs to many.
 */
export const readWaitingFacts = (said: SaidAtCounter): ({ readonly ok: true } & WaitingFacts) | Refused<'two-facts-needed'> => {
  const facts = {
    nameFolded: nameOf(said.fullName),
    bornOn: birthsOf(said.bornOn),
    phoneTail: phoneOf(said.phoneTail),
    idTail: idOf(said.idTail),
  }
  return Object.values(facts).filter((fact) => fact !== null).length < 2 ? refused('two-facts-needed') : { ok: true, ...facts }
}
