import { setTimeout as pause } from 'node:timers/promises'

import { ApiClient } from './api-client.ts'
import { weighEvidence, type Told } from './crash-evidence.ts'
import { crashAtRandom, type CrashPlan } from './crash-events.ts'
import { decideSomeone, kindOf } from './decide-someone.ts'
import { type Measure, type MeasureContext, type MeasureLine, rounded, sumParts } from './measure-line.ts'
import { registerSomeone } from './register-someone.ts'
import { listRegistrants } from './registrants.ts'
import { type RunningSystem, startSystem } from './running-system.ts'
import { signInStaff } from './sign-in-staff.ts'
import { type SmsCentre, startSmsCentre } from './sms-centre.ts'

const PLAN: CrashPlan = { http: 50, database: 10, worker: 10 }
const PLAN_FULL: CrashPlan = { http: 200, database: 40, worker: 40 }
const APPLICANTS = 3
const PEOPLE = { usual: 1200, full: 4000 }
const CLERK = 'canbo.dongda'
/** A claim of a killed sender runs out after 60 s; then the undo time; then the audit's seal. */
const SETTLE_MS = 150_000

type Stage = { told: Told; ended: boolean; waiting: string[] }

/** One applicant after another, each to the end, however often the system goes away. */
async function keepRegistering(
  system: RunningSystem,
  centre: SmsCentre,
  stage: Stage,
  people: Awaited<ReturnType<typeof listRegistrants>>,
  privacyTextVersion: string,
): Promise<void> {
  while (!stage.ended) {
    const someone = people.shift()
    if (someone === undefined) return
    const client = new ApiClient(system.citizenUrl)
    const submitted = await registerSomeone(client, someone, {
      readSms: centre.read,
      privacyTextVersion,
      patient: true,
    })
    stage.told.submitted.push({ ...submitted, phone: someone.phone, client })
    stage.waiting.push(submitted.registrationId)
  }
}

async function keepDeciding(clerk: ApiClient, stage: Stage): Promise<void> {
  for (let at = 0; !stage.ended || stage.waiting.length > 0; at += 1) {
    const registrationId = stage.waiting.shift()
    if (registrationId === undefined) await pause(100)
    else stage.told.decided.push(await decideSomeone(clerk, registrationId, kindOf(at)))
  }
}

async function waitUntilSettled(system: RunningSystem): Promise<void> {
  const until = Date.now() + SETTLE_MS
  while (Date.now() < until) {
    const [open] = await system.owner<{ count: number }[]>`
      SELECT (SELECT count(*) FROM messages WHERE channel = 'sms' AND state NOT IN ('delivered', 'permanent', 'cancelled'))::int
        + (SELECT count(*) FROM decisions WHERE released_at IS NULL AND undone_at IS NULL)::int AS count`
    if (open?.count === 0) break
    await pause(1000)
  }
  await pause(10_000)
}

async function measureSystem(context: MeasureContext, system: RunningSystem, centre: SmsCentre): Promise<MeasureLine[]> {
  const clerk = await signInStaff(system, CLERK)
  const { officeId } = (await clerk.must('GET', '/api/staff/me')).body
  const privacyTextVersion = String((await clerk.must('GET', '/api/settings')).body['privacyTextVersion'])
  const people = await listRegistrants(system.owner, context.full ? PEOPLE.full / 3 : PEOPLE.usual / 3, Number(officeId))
  const [before] = await system.owner<{ count: number }[]>`SELECT count(*)::int AS count FROM registrations WHERE state <> 'draft'`
  const stage: Stage = { told: { submitted: [], decided: [] }, ended: false, waiting: [] }
  const work = Promise.all([
    ...Array.from({ length: APPLICANTS }, () => keepRegistering(system, centre, stage, people, privacyTextVersion)),
    keepDeciding(clerk, stage),
  ])
  const plan = context.full ? PLAN_FULL : PLAN
  const crashes = crashAtRandom(context, system, plan).finally(() => (stage.ended = true))
  await Promise.all([work, crashes])
  context.tell(`${stage.told.submitted.length} submitted, ${stage.told.decided.length} decided; waiting until all is settled`)
  await waitUntilSettled(system)
  const { parts, repeated } = await weighEvidence(system, centre, stage.told, before?.count ?? 0)
  const ref = rounded(context.reference.measure(), 1)
  const details = {
    submitted: stage.told.submitted.length,
    decided: stage.told.decided.length,
    kills: plan,
    repeatedAtTheGateway: repeated,
  }
  for (const fault of parts.flatMap((part) => part.faults).slice(0, 20)) context.tell(fault)
  return parts.map(({ name, faults, bar }) => ({
    name: `crash.${name}`,
    value: faults.length,
    unit: name,
    bar,
    ok: faults.length === 0,
    ref,
    ...details,
  }))
}

/** kill −9 of the server, the worker and PostgreSQL at points of chance, while people register, send photos and are decided. */
export const measure: Measure = {
  name: 'crash',
  run: async (context) => {
    const centre = await startSmsCentre()
    const system = await startSystem({ people: context.full ? PEOPLE.full : PEOPLE.usual, smppUrl: centre.url })
    try {
      const parts = await measureSystem(context, system, centre)
      return [...parts, sumParts('crash', parts)]
    } finally {
      await system.stop()
      centre.stop()
    }
  },
}
