import { countRollout } from '../../apps/server/src/campaigns/index.ts'
import { openSql, type Sql } from '../../apps/server/src/platform/sql.ts'
import { askInTurn, type Question } from './ask-in-turn.ts'
import { growRollout, moveSome, recount } from './grow-rollout.ts'
import { type Measure, type MeasureContext, type MeasureLine, percentile, rounded, sumParts } from './measure-line.ts'
import { type RunningSystem, startSystem } from './running-system.ts'
import { signInStaff } from './sign-in-staff.ts'

const EMPLOYERS = 60_000
const FULL_EMPLOYERS = 600_000
const PEOPLE_OF_EACH = 25
const BAR_MS = 500
const ROUNDS = 12
const WARM_UP = 3

const DIMENSIONS = ['district', 'office', 'industry', 'size'] as const
const SORTS = ['name', 'people', 'registered', 'lacking'] as const
const LOOKED_FOR = ['cong ty 77', 'Công ty 123', 'QA0001A']

/** What the screen asks: every dimension, every sort, pages near and far, searches, and those not started. */
const questionsOf = (cookie: string, campaignId: string): Question[] => {
  const ask = (path: string, body: object): Question => ({ path: `/api/campaigns/${path}`, cookie, body: JSON.stringify(body) })
  const employers = (body: object) =>
    ask('employers', { campaignId, standing: 'all', filter: {}, sort: 'lacking', down: true, page: 1, ...body })
  return [
    ...DIMENSIONS.map((by) => ask('progress', { by, filter: {} })),
    ...SORTS.flatMap((sort) => [1, 20].map((page) => employers({ sort, page, down: sort !== 'name' }))),
    ...LOOKED_FOR.map((q) => employers({ q })),
    ...(['no-roster', 'nobody-registered', 'behind'] as const).map((standing) => employers({ standing })),
    ...['1-10', '201-1000'].map((size) => employers({ filter: { size } })),
  ]
}

const shownTotals = async (system: RunningSystem, cookie: string): Promise<Record<string, number>> => {
  const response = await fetch(`${system.officeUrl}/api/campaigns/progress`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ by: 'office', filter: {} }),
  })
  return ((await response.json()) as { total: Record<string, number> }).total
}

/** Every sum on the screen beside the same counted from the lines: how many differ. */
async function compare(system: RunningSystem, app: Sql, cookie: string): Promise<number> {
  await countRollout({ sql: app }, { whole: false })
  const [shown, counted] = [await shownTotals(system, cookie), await recount(system)]
  return Object.entries(counted).filter(([figure, value]) => shown[figure] !== value).length
}

async function measureDashboard(context: MeasureContext, system: RunningSystem, cookie: string, employers: number): Promise<MeasureLine> {
  const campaignId = '018f0000-0000-7000-8000-00000000c001'
  await system.owner`
    INSERT INTO campaigns (campaign_id, version, office_id, name, from_on, to_on, registered_percent, staff_id)
    SELECT ${campaignId}, 1, 100, 'Đợt đo', ansinh_today(), ansinh_today() + 30, 60, staff_id FROM staff_users LIMIT 1`
  const questions = questionsOf(cookie, campaignId).map((question) => [question])
  for (let round = 0; round < WARM_UP; round += 1) await askInTurn(system.officeUrl, questions)
  const { result: times, ref } = await context.reference.steady(async () => {
    const all: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) all.push(...(await askInTurn(system.officeUrl, questions)))
    return all
  })
  const p95 = percentile(times, 0.95)
  return {
    name: 'campaign-dashboard',
    value: rounded(p95, 1),
    unit: 'ms p95 at the API, every question of the screen',
    bar: `≤ ${BAR_MS}`,
    ok: p95 <= BAR_MS,
    ref,
    p50: rounded(percentile(times, 0.5), 1),
    most: rounded(Math.max(...times), 1),
    asked: times.length,
    employers,
    people: employers * PEOPLE_OF_EACH,
  }
}

async function measureCampaign(context: MeasureContext): Promise<MeasureLine[]> {
  const employers = context.full ? FULL_EMPLOYERS : EMPLOYERS
  const system = await startSystem({ people: 20, worker: false, durable: false })
  context.atEnd(() => system.stop())
  const app = openSql(system.appUrl, { max: 2, role: 'ansinh_app', statementTimeoutMs: 0, name: 'measure' })
  context.atEnd(() => app.end({ timeout: 5 }))
  const begun = performance.now()
  await growRollout(system, employers, PEOPLE_OF_EACH)
  context.tell(`${employers} employers and their people in ${((performance.now() - begun) / 1000).toFixed(0)} s`)
  const counting = performance.now()
  await countRollout({ sql: app }, { whole: true })
  const wholeMs = performance.now() - counting
  await system.owner`ANALYZE`
  const { cookie } = await signInStaff(system, 'tinh.hanoi')
  const dashboard = await measureDashboard(context, system, cookie, employers)
  const differing = await compare(system, app, cookie)
  // With the triggers on again: states move on, people leave and come, and the sums follow.
  await moveSome(system)
  const moving = performance.now()
  const differingThen = await compare(system, app, cookie)
  const recountLine = (name: string, value: number, more: object): MeasureLine => ({
    name,
    value,
    unit: 'figures of the screen that differ from a recount of the lines',
    bar: '0',
    ok: value === 0,
    ref: context.reference.measure(),
    ...more,
  })
  const parts = [
    dashboard,
    recountLine('campaign-recount', differing, { wholeCountSeconds: rounded(wholeMs / 1000, 1) }),
    recountLine('campaign-recount-moved', differingThen, { countSeconds: rounded((performance.now() - moving) / 1000, 1) }),
  ]
  return [...parts, sumParts('campaign', parts)]
}

/** The campaign desk over a province's employers, and whether its sums are what a recount says. */
export const measure: Measure = { name: 'campaign', run: measureCampaign }
