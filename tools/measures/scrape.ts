import { doWork } from './do-work.ts'
import { type Measure, type MeasureContext, type MeasureLine, rounded, sumParts } from './measure-line.ts'
import { makeRandom } from './lookup-queries.ts'
import { type RunningSystem, startSystem } from './running-system.ts'

const QUERIES = 50_000
const ADDRESSES = 200
const AT_ONCE = 16
const PAIRS = 500
const MOST_Z = 3
/** Every so many questions the thief does the work, too. */
const WORKS_EVERY = 100
const WAIT_MS = 30_000
const [TAKEN, WORK_FIRST] = [202, 428]

type Person = { personId: number; fullName: string; bornOn: string; nationalId: string; number: string }
type Answer = { status: number; body: string; ms: number }
type Work = { challenge: string; bits: number }

async function ask({ citizenUrl }: RunningSystem, address: string, body: object, work?: Work): Promise<Answer> {
  const begun = performance.now()
  const response = await fetch(`${citizenUrl}/api/number-requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address, ...(work === undefined ? {} : { 'x-work': doWork(work) }) },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  return { status: response.status, body: text, ms: performance.now() - begun }
}

const listPersons = ({ owner }: RunningSystem): Promise<Person[]> =>
  owner<
    Person[]
  >`SELECT person_id::int AS "personId", full_name AS "fullName", born_on_partial AS "bornOn", national_id AS "nationalId", insurance_number AS number FROM persons
    WHERE national_id IS NOT NULL AND length(born_on_partial) = 10 AND phone_on_file IS NOT NULL AND died_on IS NULL AND merged_into_person_id IS NULL ORDER BY person_id`.then(
    (rows) => [...rows],
  )

const factsOf = ({ fullName, bornOn, nationalId }: Person): object => ({ fullName, bornOn, nationalId })

/** Asks for real people's numbers from many addresses, sometimes doing the work; answers every answer that held a number. */
async function scrape(system: RunningSystem, people: readonly Person[], from: number, to: number): Promise<number> {
  const numbers = people.map(({ number }) => number)
  let [next, leaks] = [from, 0]
  const thief = async (): Promise<void> => {
    while (next < to) {
      const at = (next += 1)
      const address = `10.${at % ADDRESSES}.7.9`
      const person = people[at % people.length]
      if (person === undefined) throw new Error('nobody to ask for')
      let answer = await ask(system, address, factsOf(person))
      const { work } = JSON.parse(answer.body) as { work?: Work }
      if (work !== undefined && at % WORKS_EVERY === 0) answer = await ask(system, address, factsOf(person), work)
      if (![TAKEN, WORK_FIRST].includes(answer.status) || numbers.some((number) => answer.body.includes(number))) leaks += 1
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, thief))
  return leaks
}

/** Somebody and nobody in turns, from fresh addresses: the z of the difference in time, and whether anything else differs. */
async function compare(system: RunningSystem, people: readonly Person[]): Promise<{ z: number; alike: boolean }> {
  const random = makeRandom(7)
  const differences: number[] = []
  let alike = true
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const person = people[pair % people.length]
    if (person === undefined) throw new Error('nobody to ask for')
    const address = (side: number): string => `172.${16 + side}.${pair % 250}.${1 + Math.floor(pair / 250)}`
    const hit = (): Promise<Answer> => ask(system, address(0), factsOf(person))
    const miss = (): Promise<Answer> => ask(system, address(1), { ...factsOf(person), fullName: `${person.fullName} Khác` })
    const hitFirst = random.next() < 0.5
    const one = await (hitFirst ? hit() : miss())
    const other = await (hitFirst ? miss() : hit())
    const [found, lost] = hitFirst ? [one, other] : [other, one]
    const shapeOf = ({ body }: Answer): string => body.replace(/"(?:challenge|requestId)":"[^"]*"/gu, '')
    if (found.status !== lost.status || shapeOf(found) !== shapeOf(lost)) alike = false
    differences.push(found.ms - lost.ms)
  }
  const mean = differences.reduce((sum, value) => sum + value, 0) / PAIRS
  const variance = differences.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (PAIRS - 1)
  return { z: mean / Math.sqrt(variance / PAIRS), alike }
}

/** Whether an honest person's question is taken in the middle of it and the number reaches their phone. */
async function askHonestly(system: RunningSystem, person: Person): Promise<boolean> {
  const { body } = await ask(system, '192.168.77.5', factsOf(person))
  if (body !== '{"taken":true}') return false
  const until = performance.now() + WAIT_MS
  while (performance.now() < until) {
    const [row] = await system.owner<{ sent: boolean }[]>`
      SELECT EXISTS (SELECT FROM messages WHERE person_id = ${person.personId} AND event = 'number-asked') AS sent`
    if (row?.sent === true) return true
    await new Promise((resolve) => void setTimeout(resolve, 200))
  }
  return false
}

async function run({ reference, people: given, tell }: MeasureContext): Promise<MeasureLine[]> {
  process.env['ANSINH_TRUSTED_PROXIES'] = '127.0.0.1'
  const system = await startSystem({ durable: false, people: 1000 })
  try {
    const [honest, ...people] = await listPersons(system)
    if (honest === undefined) throw new Error('nobody in the register')
    const queries = given ?? QUERIES
    const { z, alike } = await compare(system, people)
    tell(`z ${z.toFixed(2)}`)
    const first = scrape(system, people, 0, queries)
    await new Promise((resolve) => void setTimeout(resolve, 2000))
    const answered = await askHonestly(system, honest)
    const leaks = await first
    const [sent] = await system.owner<{ most: number }[]>`
      SELECT coalesce(max(sent), 0)::int AS most FROM (SELECT count(*) AS sent FROM messages WHERE event = 'number-asked' GROUP BY person_id) each`
    const ref = rounded(reference.measure(), 1)
    const most = sent?.most ?? 0
    const parts: MeasureLine[] = [
      {
        name: 'scrape.leaks',
        value: leaks,
        unit: 'answers with a number',
        bar: '= 0',
        ok: leaks === 0,
        ref,
        queries,
        addresses: ADDRESSES,
      },
      { name: 'scrape.alike', value: alike ? 0 : 1, unit: 'differences in body or status', bar: '= 0', ok: alike, ref, pairs: PAIRS },
      {
        name: 'scrape.time',
        value: rounded(Math.abs(z)),
        unit: '|z| of somebody against nobody',
        bar: `< ${MOST_Z}`,
        ok: Math.abs(z) < MOST_Z,
        ref,
      },
      { name: 'scrape.honest', value: answered ? 1 : 0, unit: 'honest question answered', bar: '= 1', ok: answered, ref },
      { name: 'scrape.sent', value: most, unit: 'messages to one person in a day', bar: '≤ 3', ok: most <= 3, ref },
    ]
    return [...parts, sumParts('scrape', parts)]
  } finally {
    await system.stop()
  }
}

/** Tens of thousands of questions for people's numbers from many addresses, and one honest one among them. */
export const measure: Measure = { name: 'scrape', run }
