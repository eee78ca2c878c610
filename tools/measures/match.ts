import { compareWithPerson, listCandidates } from '../../apps/server/src/decisions/index.ts'
import { copyPersons } from '../../apps/server/src/persons/index.ts'
import { openPlatform, type Platform } from '../../apps/server/src/platform/platform.ts'
import { parseSettings } from '../../apps/server/src/platform/settings.ts'
import { type Facts, makePairs, type Pair, type PairKind } from './match-pairs.ts'
import type { Measure, MeasureContext, MeasureLine } from './measure-line.ts'
import { rounded, sumParts } from './measure-line.ts'
import { startSystem } from './running-system.ts'

const PAIRS = 2000
const SEED = 20_261_126
/** Looked at once, at the end, with --full; never while the matcher is worked on. */
const HELD_BACK = { pairs: 400, seed: 977_113, offset: 100_000 }
const BARS = { marked: 0.98, falseAlarms: 0.02 }

const WITHOUT_DETAILS = {
  legacyId: null,
  passportNumber: null,
  nationality: 'VN',
  wardCode: null,
  address: null,
  householdId: null,
  householdRelation: null,
  diedOn: null,
  mergedIntoPersonId: null,
} as const

const toPerson = ({ phone, ...facts }: Facts) => ({ ...WITHOUT_DETAILS, ...facts, phoneOnFile: phone })

type Shown = Awaited<ReturnType<typeof listCandidates>>[number]
type Judged = { marked: boolean | null; falseAlarm: boolean }

/** The person the clerk would look at first, and every field that is marked in any way. */
const marksOf = (pair: Pair, row: Parameters<typeof compareWithPerson>[0], person: Shown) =>
  compareWithPerson(row, person).filter(
    ({ verdict, severity }) => severity !== 'none' || (pair.kind === 'tone-position' && verdict !== 'same'),
  )

/**
 * One pair through the product's own look-up and comparison. Marked: the spoilt field carries a rule (a moved tone is shown and weighs
 * nothing); of twins and namesakes: both people are on the screen, or the numbers disagree. A false alarm: any other field of the right person.
 */
async function judge(platform: Platform, pair: Pair): Promise<Judged> {
  const { phone, fullName, ...declared } = pair.declared
  // The edge writes every text in NFC with single spaces before anything is compared.
  const stored = { ...declared, fullName: fullName.normalize('NFC').replaceAll(/\s+/gu, ' ') }
  const row = { declared: stored, provedPhone: phone } as Parameters<typeof listCandidates>[1]
  const shown = await listCandidates(platform.sql, row)
  const [meant] = pair.registered
  const person = shown.find(
    ({ nationalId, insuranceNumber }) => nationalId === meant?.nationalId || insuranceNumber === meant?.insuranceNumber,
  )
  if (person === undefined) return { marked: pair.kind === 'clean' ? null : shown.length === 0, falseAlarm: pair.kind === 'clean' }
  const marks = marksOf(pair, row, person).map(({ field }): string => field)
  if (pair.kind === 'twins' || pair.kind === 'same-name-and-birthday') {
    const both = pair.registered.every(({ nationalId }) => shown.some((other) => other.nationalId === nationalId))
    return { marked: both && marks.includes('insuranceNumber'), falseAlarm: marks.some((field) => field !== 'insuranceNumber') }
  }
  return {
    marked: pair.spoilt === null ? null : marks.includes(pair.spoilt),
    falseAlarm:
      marks.some((field) => field !== pair.spoilt) ||
      (pair.kind === 'tone-position' && compareWithPerson(row, person).some(({ severity }) => severity !== 'none')),
  }
}

async function measureSet(context: MeasureContext, platform: Platform, name: string, pairs: readonly Pair[]): Promise<MeasureLine[]> {
  await copyPersons(platform.sql, { persons: pairs.flatMap(({ registered }) => registered.map(toPerson)), households: [] }, 'measure')
  const kinds = new Map<PairKind, { pairs: number; spoilt: number; marked: number; falseAlarms: number }>()
  for (const pair of pairs) {
    const { marked, falseAlarm } = await judge(platform, pair)
    const count = kinds.get(pair.kind) ?? { pairs: 0, spoilt: 0, marked: 0, falseAlarms: 0 }
    count.pairs += 1
    count.spoilt += marked === null ? 0 : 1
    count.marked += marked === true ? 1 : 0
    count.falseAlarms += falseAlarm ? 1 : 0
    kinds.set(pair.kind, count)
    if (marked === false || falseAlarm)
      context.tell(`${pair.kind}: ${JSON.stringify(pair.declared)} beside ${pair.registered[0]?.fullName ?? ''}`)
  }
  const sum = (of: (count: { pairs: number; spoilt: number; marked: number; falseAlarms: number }) => number): number =>
    [...kinds.values()].reduce((total, count) => total + of(count), 0)
  const marked = sum((count) => count.marked) / sum((count) => count.spoilt)
  const falseAlarms = sum((count) => count.falseAlarms) / pairs.length
  const ref = context.reference.measure()
  const byKind = Object.fromEntries(
    [...kinds].map(([kind, count]) => [kind, `${count.marked}/${count.spoilt} marked, ${count.falseAlarms}/${count.pairs} false`]),
  )
  return [
    {
      name: `${name}-marked`,
      value: rounded(marked * 100),
      unit: '%',
      bar: '≥ 98',
      ok: marked >= BARS.marked,
      ref,
      pairs: pairs.length,
      byKind,
    },
    { name: `${name}-false`, value: rounded(falseAlarms * 100), unit: '%', bar: '≤ 2', ok: falseAlarms <= BARS.falseAlarms, ref },
  ]
}

/** Declared beside register for 2,000 labelled pairs, through the server's own look-up and comparison over a real database. */
export const measure: Measure = {
  name: 'match',
  run: async (context) => {
    const system = await startSystem({ people: 300, durable: false, worker: false })
    const platform = await openPlatform(parseSettings(system.environment), { name: 'measure', works: false })
    try {
      const lines = await measureSet(context, platform, 'match', makePairs(context.runs ?? PAIRS, SEED, 1))
      if (context.full)
        lines.push(
          ...(await measureSet(context, platform, 'match-held-back', makePairs(HELD_BACK.pairs, HELD_BACK.seed, HELD_BACK.offset))),
        )
      return [...lines, sumParts('match', lines)]
    } finally {
      await platform.close()
      await system.stop()
    }
  },
}
