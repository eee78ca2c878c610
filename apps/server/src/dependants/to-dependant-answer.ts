import type { DependantRequest } from '@an-sinh/contract'
import { findDependantReason } from '@an-sinh/domain'
import type { DependantRequestRow } from './dependant-queries.ts'

/** As the guardian reads it. */
export function toDependantAnswer(row: DependantRequestRow): DependantRequest {
  const { requestId, childName, bornOn, insuranceNumber, nationalId, relation, officeName, state, startedAt, movedAt } = row
  return {
    requestId,
    childName,
    bornOn,
    insuranceNumber,
    nationalId,
    relation,
    officeName,
    state,
    reason: row.reasonCode === null ? null : (findDependantReason(row.reasonCode)?.citizen ?? null),
    startedAt: startedAt.toISOString(),
    movedAt: (movedAt ?? startedAt).toISOString(),
  }
}
