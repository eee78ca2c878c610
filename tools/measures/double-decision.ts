import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

import { addDays } from '@an-sinh/domain'

import type { Answer, ApiClient } from './api-client.ts'
import { crashAtRandom } from './crash-events.ts'
import { inParallel } from './in-parallel.ts'
import { insertCases, type MadeCase } from './made-cases.ts'
import { type Measure, type MeasureContext, type MeasureLine, rounded, sumParts } from './measure-line.ts'
import { type RunningSystem, startSystem } from './running-system.ts'
import { signInStaff } from './sign-in-staff.ts'
import { type SmsCentre, startSmsCentre } from './sms-centre.ts'

const RACES = 500
const AT_ONCE = 2
const KILLS = { http: 20, worker: 10, database: 0 }
/** Both may decide at this desk. */
const DESK = ['canbo.dongda', 'truongbophan'] as const
const CHECKED = ['original-seen', 'face-matches', 'signature-present', 'data-matches']
const DECISION_TEXT = /^BHXH: (?:Dang ky duoc duyet|Ho so \S+ can bo sung|Ho so \S+ khong duoc duyet)/u
/** A claim of a killed sender runs out after 60 s; then the undo time. */
const SETTLE_MS = 180_000

type Kind = 'approve' | 'return' | 'refuse'
const REASONS = { approve: [], return: ['unsigned'], refuse: ['wrong-person'] } as const
const STATE_AFTER = { approve: ['approved', 'activated'], return: ['returned'], refuse: ['refused'] } as const
/** What the two want; as often the same as not. */
const WANTS: readonly (readonly [Kind, Kind])[] = [
  ['approve', 'approve'],
  ['approve', 'return'],
  ['return', 'approve'],
  ['refuse', 'approve'],
]

type Race = { made: MadeCase; won: { decisionId: string; kind: Kind }[]; lost: string[] }

/** Two clerks at one case within some milliseconds, each as patient as their app: after a lost answer the same decision is sent again. */
async function race(clerks: readonly ApiClient[], made: MadeCase, at: number): Promise<Race> {
  const path = `/api/counter/registrations/${made.registrationId}`
  const wants = WANTS[at % WANTS.length] ?? WANTS[0] ?? (['approve', 'approve'] as const)
  const result: Race = { made, won: [], lost: [] }
  await Promise.all(
    clerks.map(async (clerk, who) => {
      const kind = wants[who] ?? 'approve'
      const decisionId = randomUUID()
      // Every third race is for the lock too.
      if (at % 3 === 0) await clerk.patiently('PUT', `${path}/lock`)
      await pause(Math.random() * 20)
      const order = {
        decisionId,
        version: 1,
        kind,
        personId: made.personId,
        documentKind: 'cccd-chip',
        checklist: CHECKED,
        reasonCodes: REASONS[kind],
      }
      const answer: Answer = await clerk.patiently('POST', `${path}/decision`, order)
      if (answer.status < 300) result.won.push({ decisionId, kind })
      else result.lost.push(String(answer.body['code']))
    }),
  )
  return result
}

async function waitUntilSettled(system: RunningSystem): Promise<number> {
  const until = Date.now() + SETTLE_MS
  for (;;) {
    const [open] = await system.owner<{ count: number }[]>`
      SELECT (SELECT count(*) FROM messages WHERE channel = 'sms' AND state NOT IN ('delivered', 'permanent', 'cancelled'))::int
        + (SELECT count(*) FROM decisions WHERE released_at IS NULL AND undone_at IS NULL)::int AS count`
    if (open?.count === 0 || Date.now() > until) return open?.count ?? -1
    await pause(1000)
  }
}

type Row = {
  registrationId: string
  state: string
  decisions: string[]
  moves: number
  accounts: number
  messages: number
  delivered: number
}

const readRows = async (system: RunningSystem, ids: readonly string[]): Promise<Map<string, Row>> =>
  new Map(
    (
      await system.owner<Row[]>`
        SELECT r.registration_id AS "registrationId", r.state,
          ARRAY(SELECT d.decision_id::text FROM decisions d WHERE d.registration_id = r.registration_id AND d.undone_at IS NULL) AS decisions,
          (SELECT count(*) FROM registration_moves m WHERE m.registration_id = r.registration_id AND m.move IN ('approve', 'return', 'refuse', 'second-check'))::int AS moves,
          (SELECT count(*) FROM accounts a WHERE a.registration_id = r.registration_id OR a.person_id IN (
            SELECT p.person_id FROM persons p WHERE p.insurance_number = r.declared ->> 'insuranceNumber'))::int AS accounts,
          (SELECT count(*) FROM messages g WHERE g.registration_id = r.registration_id AND g.event IN ('approved', 'returned', 'refused'))::int AS messages,
          (SELECT count(*) FROM messages g WHERE g.registration_id = r.registration_id AND g.event IN ('approved', 'returned', 'refused') AND g.state = 'delivered')::int AS delivered
        FROM registrations r WHERE r.registration_id = ANY(${[...ids]})`
    ).map((row) => [row.registrationId, row]),
  )

/** What each race left behind that is not one of each. */
function listFaults(
  races: readonly Race[],
  rows: ReadonlyMap<string, Row>,
  centre: SmsCentre,
): Record<'decision' | 'account' | 'message', string[]> {
  const faults: Record<'decision' | 'account' | 'message', string[]> = { decision: [], account: [], message: [] }
  for (const { made, won, lost } of races) {
    const row = rows.get(made.registrationId)
    const [winner] = won
    const said = JSON.stringify({ won, lost, row })
    const isOne =
      winner !== undefined && won.length === 1 && row?.decisions.length === 1 && row.decisions[0] === winner.decisionId && row.moves === 1
    const isInState = winner !== undefined && (STATE_AFTER[winner.kind] as readonly string[]).includes(row?.state ?? '')
    if (!isOne || !isInState) faults.decision.push(said)
    if (row?.accounts !== (winner?.kind === 'approve' ? 1 : 0)) faults.account.push(said)
    const texts = centre.accepted.filter((sms) => sms.to.endsWith(made.phone.slice(-9)) && DECISION_TEXT.test(sms.text))
    // A text of the same reference is the same text to the centre.
    const effects = new Set(texts.map((sms) => `${sms.reference} ${sms.text}`)).size
    if (row?.messages !== 1 || row.delivered !== 1 || effects !== 1) faults.message.push(`${effects} texts, ${said}`)
  }
  return faults
}

async function measureSystem(context: MeasureContext, system: RunningSystem, centre: SmsCentre): Promise<MeasureLine[]> {
  const clerks: ApiClient[] = []
  for (const userName of DESK) clerks.push(await signInStaff(system, userName))
  const officeId = Number((await clerks[0]?.must('GET', '/api/staff/me'))?.body['officeId'])
  const [today] = await system.owner<{ on: string }[]>`SELECT ansinh_today()::text AS "on"`
  const todayOn = today?.on ?? ''
  const dates = { clockStartedOn: todayOn, extensions: 0, dueOn: addDays(todayOn, 10), graceEndsOn: addDays(todayOn, 15) }
  const count = context.runs ?? RACES
  const made = await insertCases(system, count, { officeId, state: 'received' }, () => ({
    ...dates,
    facts: { officeId, moved: [], reminderOns: [] },
  }))
  const races: Race[] = []
  const kills = { ...KILLS, http: Math.min(KILLS.http, count), worker: Math.min(KILLS.worker, count) }
  const begun = Date.now()
  const run = inParallel(made, AT_ONCE, async (one, at) => {
    races.push(await race(clerks, one, at))
    if (races.length % 100 === 0) context.tell(`${races.length} races`)
  })
  await Promise.all([run, crashAtRandom(context, system, kills)])
  const seconds = rounded((Date.now() - begun) / 1000, 0)
  const unsettled = await waitUntilSettled(system)
  const rows = await readRows(
    system,
    made.map(({ registrationId }) => registrationId),
  )
  const faults = listFaults(races, rows, centre)
  const refusals = Object.fromEntries(
    [...new Set(races.flatMap(({ lost }) => lost))].map((code) => [code, races.filter(({ lost }) => lost.includes(code)).length]),
  )
  for (const fault of Object.values(faults).flat().slice(0, 10)) context.tell(fault)
  const ref = rounded(context.reference.measure(), 1)
  return (['decision', 'account', 'message'] as const).map((name) => ({
    name: `double-decision.${name}`,
    value: faults[name].length,
    unit: `races of ${races.length} without exactly one`,
    bar: `0 of ${RACES}`,
    ok: faults[name].length === 0 && races.length === count && unsettled === 0,
    ref,
    kills,
    refusals,
    seconds,
    unsettled,
  }))
}

/** 500 races of two clerks at one case over HTTP, with server and worker killed −9 in the middle: one decision, one account, one message each. */
export const measure: Measure = {
  name: 'double-decision',
  run: async (context) => {
    const centre = await startSmsCentre()
    const system = await startSystem({ people: 1500, smppUrl: centre.url })
    try {
      const parts = await measureSystem(context, system, centre)
      return [...parts, sumParts('double-decision', parts)]
    } finally {
      await system.stop()
      centre.stop()
    }
  },
}
