import type { ImportKind, RowFault, StagedRow } from '../platform/import-kind.ts'
import { cardColumns } from './card-import-columns.ts'
import { applyCards, matchCards } from './card-import-queries.ts'
import { countCardsBuiltUpon, undoCards } from './card-undo-queries.ts'

const JOINED = ['oldCardNumber', 'participantGroup', 'coverageLevel', 'facilityCode', 'areaCode', 'validTo'] as const

const partsOf = (cell: string | null | undefined): string[] => (cell ?? '').split(';')

/** The part of a card; a value written once counts for every card, and an empty part after the last `;` for none. */
const partAt = (cell: string | null | undefined, at: number): string => {
  const parts = partsOf(cell)
  return parts[Math.min(at, parts.length - 1)] ?? ''
}

const checkCard = (row: StagedRow, validFrom: string, at: number): RowFault[] => {
  const validTo = partAt(row['validTo'], at)
  const hasNumber = partAt(row['oldCardNumber'], at) !== ''
  const need = (column: string): RowFault[] =>
    hasNumber || partAt(row[column], at) !== '' ? [] : [{ column, code: 'missing', value: null }]
  return [
    ...(validFrom === '' ? [{ column: 'validFrom', code: 'missing', value: null } as const] : []),
    ...(validTo !== '' && validTo < validFrom ? [{ column: 'validTo', code: 'to-before-from', value: validTo } as const] : []),
    ...(partAt(row['facilityCode'], at) === '' ? [{ column: 'facilityCode', code: 'missing', value: null } as const] : []),
    // The fifteen characters begin with group and level; without them both must stand in the row.
    ...need('participantGroup'),
    ...need('coverageLevel'),
  ]
}

/** As many values as cards, or one for all: anything else cannot be told apart. */
const checkRow = (row: StagedRow): RowFault[] => {
  const starts = partsOf(row['validFrom']?.replace(/;$/u, ''))
  const misfit = JOINED.find((name) => {
    const parts = partsOf(row[name])
    return parts.length !== 1 && parts.length !== starts.length && !(parts.length === starts.length + 1 && parts.at(-1) === '')
  })
  if (misfit !== undefined) return [{ column: misfit, code: 'parts-differ', value: row[misfit] ?? null }]
  return starts.flatMap((validFrom, at) => checkCard(row, validFrom, at)).slice(0, 1)
}

/** Health cards by person and period. The same again is left alone, other facts about the same period correct it, another period is another card. */
export const healthCardImport: ImportKind = {
  name: 'health-cards',
  title: { vi: 'Thẻ bảo hiểm y tế', en: 'Health cards' },
  formats: ['csv', 'xlsx'],
  columns: cardColumns,
  checkRow,
  refusesBelowShare: 0.7,
  closeMatches: null,
  match: matchCards,
  apply: applyCards,
  undo: undoCards,
  countBuiltUpon: countCardsBuiltUpon,
}
