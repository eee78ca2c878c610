import type { Adjustable } from '@an-sinh/contract'
import { getPerson, listAddressVersions } from '../persons/index.ts'
import type { Queryable } from '../platform/sql.ts'
import { findEndedWard, findWard } from '../reference/index.ts'

type Versions = Awaited<ReturnType<typeof listAddressVersions>>

/** Versions of the person that say the same address are one: the earliest beginning, the latest end. */
const fold = (versions: Versions): Adjustable['addresses'] => {
  const folded: Adjustable['addresses'] = []
  for (const { address, from, until } of versions) {
    const last = folded.at(-1)
    if (last !== undefined && last.address === address) last.from = from.toISOString()
    else folded.push({ address, from: from.toISOString(), until: until?.toISOString() ?? null })
  }
  return folded
}

type WardFacts = Pick<Adjustable, 'ward' | 'wardAsked'>

/** The ward in use: as stored, or the only one that it became whole; else the question which one it is now. */
const toWardAnswer = async (sql: Queryable, wardCode: string | null): Promise<WardFacts> => {
  const ended = wardCode === null ? null : await findEndedWard(sql, wardCode)
  if (ended !== null && !ended.whole) return { ward: null, wardAsked: { endedName: ended.endedName, becomes: ended.becomes } }
  const ward = wardCode === null ? null : (ended?.becomes[0] ?? (await findWard(sql, wardCode)))
  return {
    ward: ward && { provinceCode: ward.provinceCode, provinceName: ward.provinceName, wardCode: ward.wardCode, wardName: ward.wardName },
    wardAsked: null,
  }
}

/** What may be adjusted, as it stands now; addresses newest first. */
export async function toAdjustableAnswer(sql: Queryable, personId: number): Promise<Adjustable> {
  const { fullName, bornOn, sex, nationalId, insuranceNumber, wardCode } = await getPerson(sql, personId)
  return {
    identity: { fullName, bornOn, sex, nationalId, insuranceNumber },
    ...(await toWardAnswer(sql, wardCode)),
    addresses: fold(await listAddressVersions(sql, personId)),
  }
}
