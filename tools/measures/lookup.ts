import { setTimeout as pause } from 'node:timers/promises'

import { buildWebApps } from '../launch/build-web-app.ts'
import { layLookupData } from './lookup-data.ts'
import { measurePackages, PACKAGE_BYTES } from './lookup-packages.ts'
import { measurePhone } from './lookup-phone.ts'
import { type LabelledQuery, makeLookupQueries, readLists } from './lookup-queries.ts'
import { type Measure, type MeasureContext, type MeasureLine, percentile, rounded, sumParts } from './measure-line.ts'
import { type RunningSystem, startSystem } from './running-system.ts'

const API_MS = 30
const PHONE_MS = 50
const SHARE = 0.95
const TOP = 3
const PATIENCE_MS = 180_000
/** The ranking was tuned with the queries of the first seed; those of the second were never looked at before they were counted. */
const SETS = [
  { seed: 1, count: 200 },
  { seed: 20_261_126, count: 100 },
] as const

type Found = { places: { id: string }[] }

const ask = async (url: string): Promise<{ found: Found; ms: number }> => {
  const begun = performance.now()
  const found = (await (await fetch(url)).json()) as Found
  return { found, ms: performance.now() - begun }
}
const addressOf = ({ citizenUrl }: RunningSystem, kind: string, typed: string): string =>
  `${citizenUrl}/api/lookups/${kind}?q=${encodeURIComponent(typed)}`

/** The server reads its lists anew some seconds after they changed. */
async function waitForLists(system: RunningSystem, code: string): Promise<void> {
  const until = performance.now() + PATIENCE_MS
  while (performance.now() < until) {
    const { found } = await ask(addressOf(system, 'facilities', code))
    if (found.places[0]?.id === code) return
    await pause(500)
  }
  throw new Error('the new lists were never read')
}

/** Every query letter by letter: how long each answer took, and whether the whole query led to the right entry. */
async function askAll(system: RunningSystem, queries: readonly LabelledQuery[], tell: (line: string) => void) {
  const times: number[] = []
  let right = 0
  for (const query of queries) {
    for (let length = 1; length < query.typed.length; length += 2)
      times.push((await ask(addressOf(system, query.kind, query.typed.slice(0, length)))).ms)
    const { found, ms } = await ask(addressOf(system, query.kind, query.typed))
    times.push(ms)
    if (found.places.slice(0, TOP).some(({ id }) => query.right.has(id))) right += 1
    else tell(`not in the top ${TOP} (${query.way}): ${query.typed}`)
  }
  return { times, share: right / queries.length }
}

/** One part against its bar: at most it, or for a share at least it. */
const lineOf = (
  ref: number,
  part: { name: string; value: number; unit: string; most: number } | { name: string; value: number; unit: string; least: number },
  rest: object = {},
): MeasureLine => {
  const { name, value, unit } = part
  const [bar, ok] = 'most' in part ? [`≤ ${part.most}`, value <= part.most] : [`≥ ${part.least}`, value >= part.least]
  return { name: `lookup.${name}`, value, unit, bar, ok, ref, ...rest }
}

async function run({ reference, tell }: MeasureContext): Promise<MeasureLine[]> {
  const directory = process.env['ANSINH_REFERENCE_DIR'] ?? ''
  if (directory === '') throw new Error('ANSINH_REFERENCE_DIR names the outside reference data')
  await buildWebApps()
  const system = await startSystem({ durable: false, worker: false })
  try {
    const laid = await layLookupData(system.owner, directory)
    const lists = readLists(directory)
    const sets = SETS.map(({ seed, count }) => makeLookupQueries(lists, seed, count))
    await waitForLists(system, lists.facilities.at(-1)?.['code'] ?? '')
    const [tuned, unseen] = [await askAll(system, sets[0] ?? [], tell), await askAll(system, sets[1] ?? [], tell)]
    const times = [...tuned.times, ...unseen.times]
    const packages = await measurePackages(system.citizenUrl, [...lists.provinces.keys()])
    const inProvince = (sets[0] ?? []).filter(({ kind }) => kind === 'facilities').slice(0, 40)
    const phone = await measurePhone(system.citizenUrl, packages.of, inProvince)
    const ref = rounded(reference.measure(), 1)
    const [api, onPhone] = [rounded(percentile(times, 0.99), 1), rounded(percentile(phone, 0.99), 1)]
    const parts = [
      lineOf(ref, { name: 'api', value: api, unit: 'ms per letter at the API, p99', most: API_MS }, { ...laid, requests: times.length }),
      lineOf(ref, { name: 'tuned', value: rounded(tuned.share, 3), unit: 'right entry in the top 3', least: SHARE }, { queries: 200 }),
      lineOf(ref, { name: 'unseen', value: rounded(unseen.share, 3), unit: 'right entry in the top 3', least: SHARE }, { queries: 100 }),
      lineOf(
        ref,
        { name: 'package', value: packages.largest, unit: 'bytes of the largest province', most: PACKAGE_BYTES },
        { province: packages.of },
      ),
      lineOf(
        ref,
        { name: 'phone', value: onPhone, unit: 'ms from key to list, offline, processor 4 × slower, p99', most: PHONE_MS },
        { median: rounded(percentile(phone, 0.5), 1), letters: phone.length },
      ),
    ]
    return [...parts, sumParts('lookup', parts)]
  } finally {
    await system.stop()
  }
}

/** The published facilities and all wards, asked as people ask: at the API, and on a slow phone without a network. */
export const measure: Measure = { name: 'lookup', run }
