import { getRolloutProgressRoute, listRolloutEmployersRoute, type RolloutEmployer, type RolloutFigures } from '@an-sinh/contract'
import { type Bilingual, type SizeBand, sizeBandsOn } from '@an-sinh/domain'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { readToday } from '../registrations/index.ts'
import { listOfficesInView } from '../staff/index.ts'
import { countEmployers, type EmployerRow, type GroupRow, listEmployers, listWeeks, readCountedAt, sumCells } from './progress-queries.ts'

const WEEKS = 26
const PAGE = 50
const UNKNOWN: Bilingual = { vi: 'Chưa rõ', en: 'Not known' }

export const sizeName = (bands: readonly SizeBand[], key: string): Bilingual => bands.find((band) => band.key === key)?.name ?? UNKNOWN

const EMPTY: RolloutFigures = {
  employers: 0,
  noRoster: 0,
  nobodyRegistered: 0,
  people: 0,
  registered: 0,
  handedIn: 0,
  approved: 0,
  signedIn: 0,
  needsHelp: 0,
}
const FIGURES = Object.keys(EMPTY) as (keyof RolloutFigures)[]
const addUp = (rows: readonly RolloutFigures[]): RolloutFigures =>
  rows.reduce((sum, row) => Object.fromEntries(FIGURES.map((figure) => [figure, sum[figure] + row[figure]])) as RolloutFigures, EMPTY)

/** Groups with their names; sizes in their own order, not in that of their words. */
const toGroups = (rows: readonly GroupRow[], by: string, bands: readonly SizeBand[]) => {
  const named = rows.map(({ key, name, ...figures }) => ({
    key,
    name: by === 'size' ? sizeName(bands, key) : name === null ? UNKNOWN : { vi: name, en: name },
    figures,
  }))
  if (by !== 'size') return named
  const placeOf = (key: string): number => bands.findIndex((band) => band.key === key)
  return named.toSorted((one, other) => placeOf(one.key) - placeOf(other.key))
}

export const toEmployer = ({ sizeBand, ...row }: EmployerRow, bands: readonly SizeBand[]): RolloutEmployer => ({
  ...row,
  size: sizeName(bands, sizeBand),
})

/** All of them from what was counted; the time of the counting goes with them. */
export function getProgress(server: Server, platform: Platform): void {
  addRoute(server, getRolloutProgressRoute, async ({ body, request }) => {
    const officeIds = await listOfficesInView(platform.sql, requireActor(request, 'staff'))
    const chosen = officeIds.filter((officeId) => body.filter.officeId === undefined || officeId === body.filter.officeId)
    const [countedAt, today, rows, weeks] = await Promise.all([
      readCountedAt(platform.sql),
      readToday(platform.sql),
      sumCells(platform.sql, officeIds, body),
      listWeeks(platform.sql, chosen, WEEKS),
    ])
    const groups = toGroups(rows, body.by, sizeBandsOn(today))
    return { countedAt: countedAt?.toISOString() ?? null, total: addUp(groups.map(({ figures }) => figures)), groups, weeks }
  })
  addRoute(server, listRolloutEmployersRoute, async ({ body, request }) => {
    const officeIds = await listOfficesInView(platform.sql, requireActor(request, 'staff'))
    const { sort, down, page, ...filter } = body
    const [countedAt, today, found, rows] = await Promise.all([
      readCountedAt(platform.sql),
      readToday(platform.sql),
      countEmployers(platform.sql, officeIds, filter),
      listEmployers(platform.sql, officeIds, filter, { sort, down, limit: PAGE, offset: (page - 1) * PAGE }),
    ])
    const bands = sizeBandsOn(today)
    return { countedAt: countedAt?.toISOString() ?? null, found, pageSize: PAGE, employers: rows.map((row) => toEmployer(row, bands)) }
  })
}
