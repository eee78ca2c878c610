import { getLookupPackageRoute, type LookupAnswer, type LookupAreaAnswer } from '@an-sinh/contract'
import type { LookupKind } from '@an-sinh/domain'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import type { LookupMemory, Remembered } from './lookup-memory.ts'
import { listDaysAhead } from './place-queries.ts'

const SECONDS = 3600

const listPlaces = ({ indexes }: Remembered, kind: LookupKind, provinceCode: string): LookupAnswer[] =>
  (indexes.get(kind)?.places ?? []).filter(({ place }) => place.provinceCode === provinceCode).map(({ place }) => place.answer)

/** What every place of the package shares, or its code and the areas tell, is left out: the phone fills it in. */
const slimFacility = ({ provinceCode: _province, around: _around, validFrom: _from, ...facility }: LookupAnswer): LookupAnswer => facility
const slimUnit = ({
  provinceCode: _province,
  type: _type,
  wardCode: _ward,
  within: _within,
  validFrom: _from,
  validTo: _to,
  point: _point,
  becomes,
  ...unit
}: LookupAnswer): LookupAnswer => (becomes === undefined ? unit : { ...unit, becomes: becomes.map(({ id, kind }) => ({ id, kind })) })

const codesAround = ({ around = [], becomes = [] }: LookupAnswer): string[] => [
  ...around,
  ...becomes.map(({ id }) => id.split('-').at(-1) ?? ''),
]

/** The province, its wards, and the old provinces and districts that its places name. */
const areasAround = ({ areaAnswers }: Remembered, provinceCode: string, places: readonly LookupAnswer[]): LookupAreaAnswer[] => {
  const wards = places.flatMap(({ type, wardCode }) => (type === 'ward' && wardCode !== undefined ? [wardCode] : []))
  const codes = new Set([provinceCode, ...wards, ...places.flatMap(codesAround)])
  return [...codes].flatMap((code) => areaAnswers.get(code) ?? [])
}

export function getLookupPackage(server: Server, platform: Platform, memory: LookupMemory): void {
  addRoute(server, getLookupPackageRoute, async ({ params, request, reply }) => {
    const { provinceCode } = params
    const remembered = await memory.read()
    if (!remembered.areas.has(provinceCode)) throw new Refusal('not-found')
    const etag = `W/"${platform.keyring.hmac('device', remembered.stamp).toString('base64url').slice(0, 22)}"`
    reply.header('cache-control', `public, max-age=${SECONDS}`).header('etag', etag)
    if (request.headers['if-none-match']?.includes(etag) === true) return reply.code(304).send()
    const [facilities, offices, collectionPoints, units] = (['facilities', 'offices', 'collection-points', 'units'] as const).map((kind) =>
      listPlaces(remembered, kind, provinceCode),
    ) as [LookupAnswer[], LookupAnswer[], LookupAnswer[], LookupAnswer[]]
    const sickLeave = listPlaces(remembered, 'sick-leave', provinceCode)
    return {
      provinceCode,
      madeAt: new Date().toISOString(),
      areas: areasAround(remembered, provinceCode, [...units, ...facilities]),
      facilities: facilities.map(slimFacility),
      sickLeave: sickLeave.map(({ id }) => id),
      sickLeaveSample: sickLeave.some(({ sample }) => sample === true),
      offices,
      collectionPoints,
      units: units.map(slimUnit),
      calendar: await listDaysAhead(platform.sql),
    }
  })
}
