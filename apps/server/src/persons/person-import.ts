import type { ImportKind } from '../platform/import-kind.ts'
import { personColumns } from './person-import-columns.ts'
import { applyPersons, countUntakable, matchPersons } from './person-import-queries.ts'
import { countPersonsBuiltUpon, undoPersons } from './person-undo-queries.ts'

/** Insured persons by insurance number. Somebody nearly the same is shown and left alone; facts that changed keep their old version. */
export const personImport: ImportKind = {
  name: 'persons',
  title: { vi: 'Người tham gia', en: 'Insured persons' },
  formats: ['csv', 'xlsx'],
  columns: personColumns,
  checkRow: ({ bornOn = null, diedOn = null }) =>
    diedOn !== null && bornOn !== null && diedOn < bornOn ? [{ column: 'diedOn', code: 'outside-life', value: diedOn }] : [],
  refusesBelowShare: null,
  closeMatches: { same: 'moved', other: 'new', countUntakable },
  match: matchPersons,
  apply: applyPersons,
  undo: undoPersons,
  countBuiltUpon: countPersonsBuiltUpon,
}
