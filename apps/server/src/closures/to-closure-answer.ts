import type { Closure } from '@an-sinh/contract'
import type { OfficeRow } from '../reference/index.ts'
import type { OrderRow } from './closure-queries.ts'

/** Offices outside the reader's area are counted by their number alone. */
export const toClosureAnswer = (row: OrderRow, area: readonly OfficeRow[]): Closure => {
  const { orderId, officeIds, staffId: _staffId, cause: _cause, recordedAt, undoneAt, ...rest } = row
  return {
    ...rest,
    closureId: orderId,
    offices: officeIds.map((officeId) => ({
      officeId,
      name: area.find((office) => office.officeId === officeId)?.name ?? String(officeId),
    })),
    recordedAt: recordedAt.toISOString(),
    undoneAt: undoneAt?.toISOString() ?? null,
  }
}
