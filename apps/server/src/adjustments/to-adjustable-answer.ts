import type { Adjustable } from '@an-sinh/contract'
import { getPerson, listAddressVersions } from '../persons/index.ts'
import type { Queryable } from '../platform/sql.ts'
import { findWard } from '../reference/index.ts'

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

/** What may be adjusted, as it stands now; addresses newest first. */
export async function toAdjustableAnswer(sql: Queryable, personId: number): Promise<Adjustable> {
  const { fullName, bornOn, sex, nationalId, insuranceNumber, wardCode } = await getPerson(sql, personId)
  const ward = wardCode === null ? null : await findWard(sql, wardCode)
  return {
    identity: { fullName, bornOn, sex, nationalId, insuranceNumber },
    ward: ward && { provinceCode: ward.provinceCode, provinceName: ward.provinceName, wardCode: ward.wardCode, wardName: ward.wardName },
    addresses: fold(await listAddressVersions(sql, personId)),
  }
}
