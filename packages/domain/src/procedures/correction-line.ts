import type { Bilingual } from '../values/index.ts'

/** Every kind of line that a person may say is wrong. */
export const CORRECTION_LINE_KINDS = [
  'participation-spell',
  'health-card',
  'benefit',
  'visit',
  'visit-cost',
  'medical-paper',
  'identity',
] as const
export type CorrectionLineKind = (typeof CORRECTION_LINE_KINDS)[number]

/** One cell of the line: `field` is its lasting name, label and value are as the person read them. */
export type CorrectionFact = { readonly field: string; readonly label: Bilingual; readonly value: Bilingual }

/** A line as it was shown, kept with the request: what the register says later does not change what was questioned. */
export type CorrectableLine = { readonly title: Bilingual; readonly facts: readonly CorrectionFact[]; readonly source: string }

/** Field, label in both languages, value; a text that reads alike in both, or null where the register has nothing. */
type FactRow = readonly [field: string, vi: string, en: string, value: string | Bilingual | null]

/** The cells of a line; an empty one is shown as a dash, so that a person can say what is missing. */
export const makeCorrectionFacts = (rows: readonly FactRow[]): CorrectionFact[] =>
  rows.map(([field, vi, en, value]) => ({
    field,
    label: { vi, en },
    value: value === null || value === '' ? { vi: '–', en: '–' } : typeof value === 'string' ? { vi: value, en: value } : value,
  }))
