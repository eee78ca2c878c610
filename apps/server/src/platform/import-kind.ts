import type { Bilingual, CellParser, ImportFaultCode } from '@an-sinh/domain'
import type { Queryable } from './sql.ts'
import type { Transaction } from './transaction.ts'

/** How a staged text becomes a column of SQL; `month` is `YYYY-MM` → the first of the month. */
export type StagedType = 'text' | 'date' | 'month' | 'bigint' | 'integer' | 'numeric' | 'boolean' | 'jsonb'

/** One column of a file that an import kind understands. */
export type ImportColumn = {
  /** Our word, camelCase; the staged row's field. */
  readonly name: string
  readonly title: Bilingual
  /** Headings that mean this column, compared folded and without punctuation; the first stands in the template. */
  readonly headers: readonly [string, ...string[]]
  /** `file`: without the column the file is refused. `row`: an empty cell rejects the row. `none`: may be missing. */
  readonly required: 'file' | 'row' | 'none'
  readonly parse: CellParser
  readonly type: StagedType
}

/** A fault of one row; `column` is a column's name, null when the row as a whole is meant. */
export type RowFault = { readonly column: string | null; readonly code: ImportFaultCode; readonly value: string | null }
/** Canonical texts by column name. */
export type StagedRow = Readonly<Record<string, string | null>>

/** What a reader of a kind's own hands on: cells in the order of the kind's columns, already canonical. `rowNo` as a person counts in the file. */
export type ReadRow = { readonly rowNo: number; readonly cells: readonly (string | null)[]; readonly faults: readonly RowFault[] }

export const IMPORT_GROUPS = ['new', 'known', 'close-match', 'moved', 'rejected'] as const
/** Preview groups: not there yet · there and the same · probably that one, differs a little · there and changes · cannot be taken. */
export type ImportGroup = (typeof IMPORT_GROUPS)[number]

/** The batch as a kind's SQL needs it. `source` stays with every fact that the batch writes. */
export type ImportBatch = { readonly batchId: string; readonly source: string }
export type ImportCounts = { readonly written: number; readonly ended: number; readonly unchanged: number }

/** How a kind takes rows that a person has decided about. */
export type CloseMatchRules = {
  /** The group under which `apply` writes a row that is the person whom it is like. */
  readonly same: ImportGroup
  /** …and one that is somebody else; undefined where a row can only be about people of the register. */
  readonly other?: ImportGroup
  /** How many staged rows of the batch the register does not take any more as they were decided. */
  readonly countUntakable: (sql: Queryable, batch: ImportBatch) => Promise<number>
}

/**
 * What a feature declares as importable; put together in app.ts. Rows travel parsed through the unlogged table `import_rows` and are
 * matched and applied set-based: `match` and `apply` are a few statements over all rows of the batch, never one row at a time.
 */
export type ImportKind = {
  readonly name: string
  readonly title: Bilingual
  readonly formats: readonly ('csv' | 'xlsx' | 'xml')[]
  readonly columns: readonly ImportColumn[]
  /** Reads XML in the kind's own way (claim envelopes); chunks come as they are in the file. */
  readonly readXml?: (chunks: AsyncIterable<Buffer>) => AsyncIterable<ReadRow>
  /** Faults between the cells of one row. Pure, called once per row whose cells are all good. */
  readonly checkRow?: (row: StagedRow) => readonly RowFault[]
  /** 0.7 for kinds that match against the register (roster, participation, visits): a file matching less is refused. null for lists. */
  readonly refusesBelowShare: number | null
  /** Close matches of this kind wait for a person, and this is how decided ones are written. null: they are shown only. */
  readonly closeMatches: CloseMatchRules | null
  /** Sets `row_group` (and `person_id`) of every staged row whose group is null; rejections also get a line in `import_row_faults`. */
  readonly match: (sql: Queryable, batch: ImportBatch) => Promise<void>
  /**
   * For kinds of many rows, whose `match` marks the exceptions alone and keeps the rest in tables of its transaction: rows that stay unmarked
   * are `new`, and this is one number that changes when the person of any of them does.
   */
  readonly digestUnmarked?: (sql: Queryable) => Promise<bigint>
  /**
   * In the batch's one transaction, after `match` in the same one: writes the rows that are not rejected. Must find everything again that
   * changed since the preview.
   */
  readonly apply: (transaction: Transaction, batch: ImportBatch) => Promise<ImportCounts>
  /** In the transaction of the compensating batch: ends what `batch` wrote and records again what it ended; nothing is deleted. */
  readonly undo: (transaction: Transaction, batch: ImportBatch, compensation: ImportBatch) => Promise<ImportCounts>
  /**
   * How many facts of `batch` a later batch or correction has since ended or replaced: undo is refused while this is not 0.
   */
  readonly countBuiltUpon: (sql: Queryable, batch: ImportBatch) => Promise<number>
}
