import type { CivilDate } from '../calendar/index.ts'

/** A row of a dated list: both days included, `validTo` null while it is in force. */
export type Dated = { readonly validFrom: CivilDate; readonly validTo: CivilDate | null }

/** The rows in force on a day, in their order. */
export const validOn = <Row extends Dated>(rows: readonly Row[], on: CivilDate): Row[] =>
  rows.filter((row) => row.validFrom <= on && (row.validTo === null || on <= row.validTo))
