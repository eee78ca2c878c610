import { setTimeout as pause } from 'node:timers/promises'

import { ApiClient } from './api-client.ts'
import { decideSomeone, type Decided, kindOf } from './decide-someone.ts'
import { inParallel } from './in-parallel.ts'
import { type Measure, type MeasureContext, type MeasureLine, percentile, rounded, sumParts } from './measure-line.ts'
import { registerSomeone, type Someone } from './register-someone.ts'
import { listRegistrants } from './registrants.ts'
import { type RunningSystem, startSystem } from './running-system.ts'
import { signInStaff } from './sign-in-staff.ts'
import { type SmsCentre, startSmsCentre } from './sms-centre.ts'

const DECISIONS = 200
const AT_ONCE = 4
const CLERK = 'canbo.dongda'
const FROM_RELEASE_S = 10
const FROM_KEY_S = 40
const FINAL_PATIENCE_MS = 120_000

const DECISION_TEXT = /Mat khau lan dau|can bo sung|khong duoc duyet/u

/** Share of the decisions' texts that stand in a final state, and which states they are in. */
async function waitUntilFinal(
  system: RunningSystem,
  decided: readonly Decided[],
): Promise<{ final: number; states: Record<string, number> }> {
  const keys = decided.map((one) => `decision/${one.decisionId}/sms`)
  const until = Date.now() + FINAL_PATIENCE_MS
  for (;;) {
    const rows = await system.owner<{ state: string; count: number }[]>`
      SELECT state, count(*)::int AS count FROM messages WHERE idempotency_key = ANY(${keys}) GROUP BY state`
    const states = Object.fromEntries(rows.map((row) => [row.state, row.count]))
    const final = (states['delivered'] ?? 0) + (states['permanent'] ?? 0)
    if (final === decided.length || Date.now() > until) return { final, states }
    await pause(500)
  }
}

async function decideAll(context: MeasureContext, system: RunningSystem, centre: SmsCentre): Promise<Map<Someone, Decided>> {
  const clerk = await signInStaff(system, CLERK)
  const { officeId } = (await clerk.must('GET', '/api/staff/me')).body
  const settings = await clerk.must('GET', '/api/settings')
  const registered: { someone: Someone; registrationId: string }[] = []
  await inParallel(await listRegistrants(system.owner, DECISIONS, Number(officeId)), AT_ONCE, async (someone) => {
    const { registrationId } = await registerSomeone(new ApiClient(system.citizenUrl), someone, {
      readSms: centre.read,
      privacyTextVersion: String(settings.body['privacyTextVersion']),
    })
    registered.push({ someone, registrationId })
  })
  context.tell(`${registered.length} registered`)
  const decided = new Map<Someone, Decided>()
  for (const [at, { someone, registrationId }] of registered.entries())
    decided.set(someone, await decideSomeone(clerk, registrationId, kindOf(at)))
  context.tell(`${decided.size} decided`)
  return decided
}

async function measureSystem(context: MeasureContext, system: RunningSystem, centre: SmsCentre): Promise<MeasureLine[]> {
  const decided = await decideAll(context, system, centre)
  const { final, states } = await waitUntilFinal(system, [...decided.values()])
  const arrived = [...decided].map(([someone, decision]) => ({
    decision,
    sms: centre.accepted.filter((sms) => sms.to.endsWith(someone.phone.slice(-9)) && DECISION_TEXT.test(sms.text)),
  }))
  const first = arrived.map(({ decision, sms }) => ({ decision, at: sms[0]?.at ?? Number.POSITIVE_INFINITY }))
  const fromRelease = first.map(({ decision, at }) => (at - decision.releasesAt) / 1000)
  const fromKey = first.map(({ decision, at }) => (at - decision.keyAt) / 1000)
  const early = fromRelease.filter((seconds) => seconds < 0).length
  const ref = rounded(context.reference.measure(), 1)
  const [release, key] = [rounded(percentile(fromRelease, 0.95)), rounded(percentile(fromKey, 0.95))]
  return [
    {
      name: 'decision-to-sms.release',
      value: release,
      unit: `s, p95 of ${decided.size}`,
      bar: `≤ ${FROM_RELEASE_S}`,
      ok: release <= FROM_RELEASE_S && early === 0,
      ref,
      p50: rounded(percentile(fromRelease, 0.5)),
      max: rounded(Math.max(...fromRelease)),
      beforeRelease: early,
    },
    {
      name: 'decision-to-sms.key',
      value: key,
      unit: `s, p95 of ${decided.size}`,
      bar: `≤ ${FROM_KEY_S}`,
      ok: key <= FROM_KEY_S,
      ref,
      max: rounded(Math.max(...fromKey)),
    },
    {
      name: 'decision-to-sms.final',
      value: rounded((100 * final) / decided.size),
      unit: '% in a final state',
      bar: '100',
      ok: final === decided.size && decided.size === DECISIONS,
      ref,
      states,
      twiceAtTheGateway: arrived.filter(({ sms }) => sms.length > 1).length,
    },
  ]
}

/** From the clerk's key and from the end of the undo time to the gateway's acceptance, over the counter's API and a real SMPP process. */
export const measure: Measure = {
  name: 'decision-to-sms',
  run: async (context) => {
    const centre = await startSmsCentre()
    const system = await startSystem({ people: 600, smppUrl: centre.url })
    try {
      const parts = await measureSystem(context, system, centre)
      return [...parts, sumParts('decision-to-sms', parts)]
    } finally {
      await system.stop()
      centre.stop()
    }
  },
}
