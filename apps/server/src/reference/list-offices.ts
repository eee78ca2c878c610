import { listOfficesRoute } from '@an-sinh/contract'
import { foldText, type GeoPoint, rankOffices } from '@an-sinh/domain'

import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { listReceivingOffices, type OfficeRow } from './office-queries.ts'
import { cachePublicList } from './cache-public-list.ts'
import { toOfficeAnswer } from './to-office-answer.ts'
import { findWard } from './unit-queries.ts'

/** Closures are shown in the finder: a phone asks again after five minutes. */
const OFFICES_SECONDS = 300
/** The rows read are those in force today: no further date decides. */
const LATEST = '9999-12-31'
/** "Nearest first" needs no longer list than this; typing narrows it. */
const MOST_OFFICES = 60

const pointOf = (place: { longitude: number | null; latitude: number | null } | null): GeoPoint | null =>
  place === null || place.longitude === null || place.latitude === null ? null : { longitude: place.longitude, latitude: place.latitude }

/** Every typed word begins a word of the office's name or address, whatever its accents. */
const matches = (office: OfficeRow, words: readonly string[]): boolean => {
  const text = ` ${office.nameFolded} ${foldText(office.address)}`
  return words.every((word) => text.includes(` ${word}`))
}

const toRankable = (row: OfficeRow) => ({
  officeId: String(row.officeId),
  name: row.nameFolded,
  provinceCode: row.provinceCode,
  wardCodes: row.wardCodes,
  point: pointOf(row),
  validFrom: row.validFrom,
  validTo: row.validTo,
  row,
})

export function listOffices(server: Server, platform: Platform): void {
  addRoute(server, listOfficesRoute, async ({ query, request, reply }) => {
    const ward = query.wardCode === undefined ? null : await findWard(platform.sql, query.wardCode)
    const provinceCode = query.provinceCode ?? ward?.provinceCode ?? null
    const words = foldText(query.q ?? '')
      .split(' ')
      .filter((word) => word !== '')
    const rows = (await listReceivingOffices(platform.sql)).filter((office) => matches(office, words))
    const point = pointOf(ward) ?? pointOf(rows.find((office) => ward !== null && office.wardCodes.includes(ward.wardCode)) ?? null)
    // A typed word searches the whole country, and the desk across the border may be the nearest; without either a province lists its own.
    const offered =
      words.length > 0 || point !== null || provinceCode === null ? rows : rows.filter((office) => office.provinceCode === provinceCode)
    const ranked = rankOffices({ offices: offered.map(toRankable), wardCode: query.wardCode ?? null, provinceCode, point, on: LATEST })
    const offices = ranked.slice(0, MOST_OFFICES).map(({ office, why, distanceKm }) => ({
      ...toOfficeAnswer(office.row),
      servesWard: why === 'ward',
      distanceKm: distanceKm === null ? null : Math.round(distanceKm * 10) / 10,
    }))
    return cachePublicList(request, reply, { offices }, OFFICES_SECONDS)
  })
}
