import type { CivilDate } from '@an-sinh/domain'

import { countSyntheticEmployers } from '../employers/index.ts'
import { type DemoEmployer, type HistorySource, makeEmployers, type Random } from '../histories/index.ts'
import type { Queryable } from '../platform/sql.ts'
import { listFacilityCodes, listReceivingOffices, type OfficeRow } from '../reference/index.ts'
import type { DemoWard } from './make-households.ts'

/** Where synthetic people live and work: the reference lists, and employers of their own that are not in the register yet. */
export type World = HistorySource & { wards: readonly DemoWard[]; newEmployers: DemoEmployer[] }

const makeOfficeIdOf = (offices: readonly OfficeRow[]): ((wardCode: string | null) => number) => {
  const byWard = new Map(offices.flatMap((office) => office.wardCodes.map((wardCode) => [wardCode, office.officeId])))
  const [first] = offices
  return (wardCode) => byWard.get(wardCode ?? '') ?? first?.officeId ?? 0
}

export async function loadWorld(
  sql: Queryable,
  options: { random: Random; today: CivilDate; wards: readonly DemoWard[]; employers: number },
): Promise<World> {
  const { random, today, wards } = options
  const offices = await listReceivingOffices(sql)
  const grassroots = offices.filter((office) => office.officeLevel === 'grassroots')
  const facilityCodes = await listFacilityCodes(sql)
  if (grassroots.length === 0 || wards.length === 0 || facilityCodes.length === 0)
    throw new Error('Chưa nạp danh mục / reference lists are missing')
  const newEmployers = makeEmployers(random, grassroots, { after: await countSyntheticEmployers(sql), count: options.employers })
  return {
    random,
    today,
    wards,
    newEmployers,
    employers: {
      DN: newEmployers.filter((employer) => employer.group === 'DN'),
      HC: newEmployers.filter((employer) => employer.group === 'HC'),
    },
    facilityCodes,
    officeIdOf: makeOfficeIdOf(offices),
  }
}
