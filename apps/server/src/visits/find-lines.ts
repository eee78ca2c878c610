import type { Queryable } from '../platform/sql.ts'
import {
  type CostLineRow,
  findVisit,
  findVisitIdOfCostLine,
  listCostLines,
  listPapers,
  type PaperRow,
  type VisitRow,
} from './visit-queries.ts'

/** What a correction request is attached to: a standing visit of this person, null when it is none of theirs. */
export const findVisitLine = (sql: Queryable, personId: number, visitId: string): Promise<VisitRow | null> =>
  findVisit(sql, personId, visitId)

/** A cost line with its visit. */
export async function findVisitCostLine(
  sql: Queryable,
  personId: number,
  costLineId: string,
): Promise<{ visit: VisitRow; line: CostLineRow } | null> {
  const visitId = await findVisitIdOfCostLine(sql, personId, costLineId)
  const visit = visitId === null ? null : await findVisit(sql, personId, visitId)
  if (visit === null) return null
  const line = (await listCostLines(sql, personId, visit.visitId)).find((one) => one.costLineId === costLineId)
  return line === undefined ? null : { visit, line }
}

export async function findMedicalPaperLine(sql: Queryable, personId: number, paperId: string): Promise<PaperRow | null> {
  return (await listPapers(sql, personId, null)).find((paper) => paper.paperId === paperId) ?? null
}
