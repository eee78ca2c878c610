/** One row as it stands in a file; `rowNo` as a spreadsheet counts, from 1. A cell that is a formula without a result is null. */
export type FileRow = { readonly rowNo: number; readonly cells: readonly (string | null)[] }
/** Rows come in batches, so that a million of them do not wait a million times. */
export type FileRows = AsyncIterable<readonly FileRow[]>
