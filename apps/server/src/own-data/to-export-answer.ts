import type { DataExport } from '@an-sinh/contract'
import { keptInterval } from '@an-sinh/domain'
import type { ExportRow } from './export-queries.ts'

/** How long the files of a copy are there, as PostgreSQL reads it. */
export const keepOfExports = (): string => {
  return keptInterval('data-export')
}

/** What is over counts as erased from that instant, whenever the job comes by. */
export const stateOf = ({ state, isOver }: Pick<ExportRow, 'state' | 'isOver'>): DataExport['state'] =>
  state === 'ready' && isOver ? 'erased' : state

export const toExportAnswer = (row: ExportRow, paper: { code: string; checkUrl: string } | undefined): DataExport => {
  const state = stateOf(row)
  return {
    exportId: row.exportId,
    state,
    askedAt: row.askedAt.toISOString(),
    sectionsDone: row.sectionsDone,
    sectionsTotal: row.sectionsTotal,
    madeAt: row.madeAt?.toISOString() ?? null,
    availableUntil: row.availableUntil?.toISOString() ?? null,
    code: paper?.code ?? null,
    checkUrl: paper?.checkUrl ?? null,
    files: state === 'ready' ? row.files : [],
  }
}
