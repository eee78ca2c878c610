import type { ReferenceProposal } from '@an-sinh/contract'
import { REFERENCE_FIELDS, type ReferenceField, type ReferenceList, type ReferenceValues } from '@an-sinh/domain'
import type { StaffActor } from '../platform/actor.ts'
import { isSamePerson } from '../platform/is-same-person.ts'
import type { Queryable } from '../platform/sql.ts'
import { valuesOf } from './entry-lists.ts'
import { listVersions } from './entry-queries.ts'
import type { ProposalRow } from './proposal-queries.ts'
import { versionOn } from './write-entry.ts'

/** How the entry stands on the proposal's day; of an office how it stands now. */
export async function readStanding(
  sql: Queryable,
  { list, code, fromOn }: Pick<ProposalRow, 'list' | 'code' | 'fromOn'>,
): Promise<ReferenceValues> {
  const versions = await listVersions(sql, list, code)
  return valuesOf(list, (list === 'office' ? versions[0] : versionOn(versions, fromOn))?.row ?? null)
}

export const isSame = (list: ReferenceList, one: ReferenceValues, other: ReferenceValues): boolean =>
  REFERENCE_FIELDS[list].every((field) => (one[field] ?? null) === (other[field] ?? null))

/** Whether the reader proposed it themselves. */
export const isOwnProposal = ({ staffId, staffPersonId: personId }: ProposalRow, actor: StaffActor): boolean =>
  isSamePerson(actor, { staffId, personId })

/** Field by field: as it stood, as it shall be, as it stands now. */
export async function toProposal(sql: Queryable, row: ProposalRow, actor: StaffActor): Promise<ReferenceProposal> {
  const { before, after, staffId, staffPersonId: _person, appliedAt, ...rest } = row
  const now = row.state === 'waiting' ? await readStanding(sql, row) : before
  return {
    ...rest,
    changes: (Object.keys(after) as ReferenceField[]).map((field) => ({
      field,
      before: before[field] ?? null,
      after: after[field] ?? null,
      now: now[field] ?? null,
    })),
    outdated: !isSame(row.list, before, now),
    proposedAt: row.proposedAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    applied: appliedAt !== null,
    mayDecide: row.state === 'waiting' && !isOwnProposal(row, actor),
    mayWithdraw: row.state === 'waiting' && staffId === actor.staffId,
  }
}
