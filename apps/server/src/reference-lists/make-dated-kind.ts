import type { Bilingual } from '@an-sinh/domain'

import type { ImportKind, RowFault, StagedRow } from '../platform/import-kind.ts'
import { applyDatedRows, countChangedSince, type DatedList, matchDatedRows, undoDatedRows } from './dated-list-queries.ts'

/** Import kind of a dated list: CSV or XLSX, no share of known rows is asked for. */
export function makeDatedKind(
  name: string,
  title: Bilingual,
  list: DatedList,
  checkRow: (row: StagedRow) => readonly RowFault[] = checkValidity,
): ImportKind {
  return {
    name,
    title,
    formats: ['csv', 'xlsx'],
    columns: list.columns,
    checkRow,
    refusesBelowShare: null,
    closeMatches: null,
    match: (sql, batch) => matchDatedRows(sql, list, batch),
    apply: (transaction, batch) => applyDatedRows(transaction, list, batch),
    undo: (transaction, batch, compensation) => undoDatedRows(transaction, list, batch, compensation),
    countBuiltUpon: (sql, batch) => countChangedSince(sql, list, batch),
  }
}

/** A row that would end before it begins. */
export function checkValidity({ validFrom = null, validTo = null }: StagedRow): readonly RowFault[] {
  return validFrom !== null && validTo !== null && validTo < validFrom
    ? [{ column: 'validTo', code: 'to-before-from', value: validTo }]
    : []
}
