import type { Bilingual } from '../values/index.ts'
import type { StatementKind } from './statement-kinds.ts'

export type StatementLine = { readonly label: Bilingual; readonly value: Bilingual }
export type StatementTable = {
  readonly title: Bilingual
  readonly columns: readonly { readonly label: Bilingual; readonly align: 'left' | 'right' }[]
  readonly rows: readonly (readonly Bilingual[])[]
  /** The line of totals, as long as a row; null where there is nothing to add up. */
  readonly total: readonly Bilingual[] | null
  readonly note: Bilingual | null
}

/**
 * All that a statement says, in words, as it was written on its day. It is kept as it is: what the register learns later, or how texts are
 * worded later, changes no paper that was issued.
 */
export type StatementContent = {
  readonly version: 'statement-1'
  readonly kind: StatementKind | 'data-export'
  readonly title: Bilingual
  /** `năm 2026`, `tính đến tháng 11/2026`. */
  readonly period: Bilingual
  readonly lines: readonly StatementLine[]
  readonly tables: readonly StatementTable[]
  readonly notes: readonly Bilingual[]
  /** What the check page repeats, so that a reader can compare it with the paper: nothing that the holder did not tick. */
  readonly shared: readonly StatementLine[]
}
