import { checkRosterRow, civilDateIn, rosterRulesOn } from '@an-sinh/domain'
import type { ImportKind } from '../platform/import-kind.ts'
import { applyRoster } from './roster-apply-queries.ts'
import { matchRoster } from './roster-match-queries.ts'
import { rosterColumns } from './line-columns-queries.ts'
import { countRosterBuiltUpon, undoRoster } from './roster-undo-queries.ts'

/** An employer's list of its people. Matched by the agency; what the employer hears of that is in docs/decisions/0035. */
export const rosterImport: ImportKind = {
  name: 'roster',
  title: { vi: 'Danh sách người lao động của đơn vị', en: 'An employer’s roster' },
  formats: ['csv', 'xlsx'],
  columns: rosterColumns,
  checkRow: checkRosterRow,
  get refusesBelowShare() {
    return rosterRulesOn(civilDateIn(Date.now())).matchedShare
  },
  closeMatches: null,
  match: matchRoster,
  apply: applyRoster,
  undo: undoRoster,
  countBuiltUpon: countRosterBuiltUpon,
}
