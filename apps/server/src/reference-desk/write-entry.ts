import { addDays, type CivilDate, type ReferenceList, type ReferenceValues } from '@an-sinh/domain'
import { Refusal } from '../platform/refusal.ts'
import type { Transaction } from '../platform/transaction.ts'
import { patchOf } from './entry-lists.ts'
import { addEntitlement, addVersion, type EntryVersion, findProvinceOfWard, listVersions, rewriteVersion } from './entry-queries.ts'

export type EntryChange = {
  proposalId: string
  list: ReferenceList
  code: string
  after: ReferenceValues
  fromOn: CivilDate
  untilOn: CivilDate | null
  paperNumber: string
}

const isNotBefore = (on: CivilDate | null, than: CivilDate): boolean => on === null || on >= than

/** The version that holds on a day, else the last that began before it. */
export const versionOn = (versions: readonly EntryVersion[], on: CivilDate): EntryVersion | null =>
  versions.find(({ fromOn }) => fromOn <= on) ?? null

const withProvince = async (transaction: Transaction, after: ReferenceValues): Promise<ReturnType<typeof patchOf>> => {
  const patch = patchOf(after)
  const { wardCode } = after
  if (wardCode === undefined || wardCode === null) return patch
  const province = await findProvinceOfWard(transaction, wardCode)
  if (province === null) throw new Refusal('proposal-ward')
  return { ...patch, province_code: province }
}

type Target = Parameters<typeof rewriteVersion>[1]
/** The version a change begins in, and how it goes on: `untilOn` null, or the last day before all is as it was. */
type Split = { standing: EntryVersion; patch: ReturnType<typeof patchOf>; endsOn: CivilDate | null; untilOn: CivilDate | null }

/** Holds longer or shorter, and says nothing else. @throws Refusal `proposal-dates` when it would hold on no day */
const moveEnd = async (transaction: Transaction, target: Target, standing: EntryVersion, endsOn: CivilDate | null): Promise<void> => {
  if (!isNotBefore(endsOn, standing.fromOn)) throw new Refusal('proposal-dates')
  await rewriteVersion(transaction, { ...target, fromOn: standing.fromOn }, {}, endsOn)
}

const splitVersion = async (transaction: Transaction, target: Target, { standing, patch, endsOn, untilOn }: Split): Promise<void> => {
  const { fromOn } = target
  if (!isNotBefore(endsOn, fromOn)) throw new Refusal('proposal-dates')
  const until = untilOn !== null && isNotBefore(endsOn, addDays(untilOn, 1)) ? untilOn : null
  const likeOn = standing.fromOn
  // As before again, from the day after: made first, while the version it is like still stands.
  if (until !== null) await addVersion(transaction, { ...target, fromOn: addDays(until, 1) }, { likeOn, patch: {}, endsOn })
  if (likeOn === fromOn) return rewriteVersion(transaction, target, patch, until ?? endsOn)
  await addVersion(transaction, target, { likeOn, patch, endsOn: until ?? endsOn })
  if (isNotBefore(standing.endsOn, fromOn)) await rewriteVersion(transaction, { ...target, fromOn: likeOn }, {}, addDays(fromOn, -1))
}

/** An end alone moves the version's own end; after a gap it is a further version. */
const movesEnd = ({ endsOn: before }: EntryVersion, fromOn: CivilDate, endsOn: CivilDate | null): boolean =>
  isNotBefore(before, addDays(fromOn, -1)) || (endsOn !== null && before !== null && endsOn <= before)

/**
 * Writes an approved change into its list: versions begin and end by date, as those of imports do. What lies ahead of its beginning is not
 * written over. @throws Refusal `proposal-dates` where it would hold on no day, or over a version that begins later
 */
export async function writeEntry(transaction: Transaction, change: EntryChange): Promise<void> {
  const { list, code, after, fromOn, untilOn, proposalId } = change
  const target = { list, code, fromOn, batchId: proposalId, source: `proposal ${change.paperNumber}` }
  const versions = await listVersions(transaction, list, code, true)
  const standing = versionOn(versions, fromOn)
  const endsOn = 'endsOn' in after ? (after.endsOn ?? null) : (standing?.endsOn ?? null)
  if (standing === null) {
    if (list !== 'sick-leave' || versions.length > 0 || !isNotBefore(endsOn, fromOn)) throw new Refusal('proposal-dates')
    return addEntitlement(transaction, target, { decisionNumber: after.decisionNumber ?? null, endsOn })
  }
  const next = versions.findLast((version) => version.fromOn > fromOn)
  if (next !== undefined && isNotBefore(endsOn, next.fromOn)) throw new Refusal('proposal-dates')
  const patch = await withProvince(transaction, after)
  const isEndAlone = Object.keys(patch).length === 0
  if (isEndAlone && movesEnd(standing, fromOn, endsOn)) return moveEnd(transaction, target, standing, endsOn)
  return splitVersion(transaction, target, { standing, patch, endsOn, untilOn })
}

/** An office keeps its number and its row: what changes is written on its day. */
export async function writeOffice(transaction: Transaction, { code, after, proposalId, paperNumber }: EntryChange): Promise<void> {
  const [row] = await listVersions(transaction, 'office', code, true)
  if (row === undefined) throw new Refusal('not-found')
  const target = { list: 'office', code, fromOn: row.fromOn, batchId: proposalId, source: `proposal ${paperNumber}` } as const
  await rewriteVersion(transaction, target, patchOf(after), row.endsOn)
}
