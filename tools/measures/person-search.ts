import { askInTurn, type Question } from './ask-in-turn.ts'
import { cpuOfAsking } from './cpu-of-asking.ts'
import { drawPersons, type GrownRegister, growTo, openRegister } from './grow-register.ts'
import { type Measure, type MeasureContext, type MeasureLine, percentile, rounded, sumParts } from './measure-line.ts'
import { signInStaff } from './sign-in-staff.ts'

const ASKED = 1000
const WARM_UP = 200
const PATH = '/api/counter/person-searches'
/** Searches before the staff limit is emptied by the owner: a clerk has 300 an hour, a measurement more. */
const BETWEEN = 200

type Sample = { fullName: string; nameFolded: string; bornOn: string }
type Search = { fullName: string; bornOn: string | null; match: 'whole' | 'beginning' | 'similar'; reason: 'enquiry' }
type Kind = { name: string; bar: number; searchFor: (sample: Sample, at: number) => Omit<Search, 'reason'> }

/** The letter in the middle of the last word, another one. */
const withSlip = (fullName: string): string => {
  const at = fullName.length - 2
  return `${fullName.slice(0, at)}${fullName[at] === 'x' ? 'k' : 'x'}${fullName.slice(at + 1)}`
}
/** Every other search by name alone, the others with the birthday. */
const birthdayOf = ({ bornOn }: Sample, at: number): string | null => (at % 2 === 0 ? bornOn : null)

const KINDS: readonly Kind[] = [
  { name: 'exact', bar: 10, searchFor: (one, at) => ({ fullName: one.fullName, bornOn: birthdayOf(one, at), match: 'whole' }) },
  { name: 'accent-free', bar: 10, searchFor: (one, at) => ({ fullName: one.nameFolded, bornOn: birthdayOf(one, at), match: 'whole' }) },
  {
    name: 'prefix',
    bar: 10,
    searchFor: (one, at) => ({ fullName: one.nameFolded.slice(0, -2), bornOn: birthdayOf(one, at), match: 'beginning' }),
  },
  { name: 'one-letter-typo', bar: 25, searchFor: (one) => ({ fullName: withSlip(one.fullName), bornOn: one.bornOn, match: 'similar' }) },
]

async function drawSamples(register: GrownRegister): Promise<Sample[]> {
  const personIds = await drawPersons(register, ASKED + WARM_UP)
  return register.system.owner<Sample[]>`
    SELECT full_name AS "fullName", name_folded AS "nameFolded", born_on_partial AS "bornOn" FROM persons WHERE person_id = ANY(${personIds}::bigint[])`
}

async function measureKind(context: MeasureContext, register: GrownRegister, cookie: string, kind: Kind): Promise<MeasureLine> {
  const { system } = register
  // Other people at every try, and others again to warm up with: nobody's pages were read just before.
  const { result, ref } = await context.reference.steady(async () => {
    const questions = (await drawSamples(register)).map((sample, at): Question[] => [
      { path: PATH, cookie, body: JSON.stringify({ ...kind.searchFor(sample, at), reason: 'enquiry' }) },
    ])
    await system.owner`DELETE FROM limit_counters`
    await askInTurn(system.officeUrl, questions.slice(ASKED))
    const times: number[] = []
    return cpuOfAsking(system, async () => {
      for (let at = 0; at < ASKED; at += BETWEEN) {
        await system.owner`DELETE FROM limit_counters`
        times.push(...(await askInTurn(system.officeUrl, questions.slice(at, Math.min(at + BETWEEN, ASKED)))))
      }
      return times
    })
  })
  const p99 = percentile(result.result, 0.99)
  return {
    name: `person-search-${kind.name}`,
    value: rounded(p99),
    unit: 'ms p99 at the API, audit lines written',
    bar: `≤ ${kind.bar}`,
    ok: p99 <= kind.bar,
    ref,
    p50: rounded(percentile(result.result, 0.5)),
    cpu: [rounded(result.serverMs / ASKED), rounded(result.databaseMs / ASKED)],
  }
}

async function measureSearch(context: MeasureContext): Promise<MeasureLine[]> {
  const register = await openRegister(context)
  const { system, people } = register
  await growTo(register, people, context.tell)
  // Each search is an audit line that must outlive a power cut: filled without fsync, asked with it.
  await system.makeDurable()
  const clerk = await signInStaff(system, 'canbo.dongda')
  const refused = await clerk.send('POST', PATH, { fullName: 'Nguyễn Thị Lam', bornOn: null, match: 'similar', reason: 'enquiry' })
  const parts: MeasureLine[] = [
    {
      name: 'person-search-refusal',
      value: refused.status,
      unit: 'status of a fuzzy search without a birthday',
      bar: '400 with a sentence',
      ok: refused.status === 400 && refused.body['code'] === 'birthday-needed' && typeof refused.body['sentence'] === 'string',
      ref: context.reference.measure(),
    },
  ]
  for (const kind of KINDS) parts.push({ ...(await measureKind(context, register, clerk.cookie, kind)), people })
  return [...parts, sumParts('person-search', parts)]
}

/** A clerk's search of the register by name: whole, accent-free, beginning, one slip with the birthday. */
export const measure: Measure = { name: 'person-search', run: measureSearch }
