import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { ApiClient } from './api-client.ts'
import { type Drive, driveByCli, driveByOffice } from './import-crash-drive.ts'
import { openQuietRegister } from './import-crash-quiet.ts'
import { compareContents, findStanding, isSettled, readContent } from './import-crash-register.ts'
import { fileOf, type Step, writeRound } from './import-crash-steps.ts'
import { type Measure, type MeasureContext, type MeasureLine, rounded } from './measure-line.ts'
import { type RunningSystem, startSystem } from './running-system.ts'
import { signInStaff } from './sign-in-staff.ts'

type Victim = 'importer' | 'worker' | 'http' | 'database'
const KILLS: Record<Victim, number> = { importer: 8, worker: 8, http: 6, database: 8 }
const MOST_ROUNDS = 12
const KILLS_A_STEP = 2
const SEEN_MS = 30_000
/** A phase is met at a random moment of about its length. */
const SPAN_MS: Record<string, number> = { waiting: 300, reading: 250, matching: 250, applying: 500 }
const OPERATOR = 'vanhanh'

type Told = { kills: Record<Victim, number>; phases: Record<string, number>; missed: number }

const countKills = ({ kills }: Told): number => kills.importer + kills.worker + kills.http + kills.database
const isDone = ({ kills }: Told): boolean => (Object.keys(KILLS) as Victim[]).every((victim) => kills[victim] >= KILLS[victim])

/** Waits for a phase. false when the batch settled before. */
const meetPhase = async (system: RunningSystem, step: Step, phase: string): Promise<boolean> => {
  for (const until = Date.now() + SEEN_MS; Date.now() < until; await pause(4)) {
    const standing = await findStanding(system, step)
    if (isSettled(standing)) return false
    if (standing !== null && (standing.phase === phase || step.undo)) return true
  }
  return false
}

const strike = async (system: RunningSystem, drive: Drive, victim: Victim): Promise<void> => {
  if (victim === 'importer') drive.killImporter()
  else if (victim === 'database') await system.killDatabase()
  else {
    await system.kill(victim)
    await pause(Math.random() * 300)
    await system.start(victim)
  }
}

/** The API has its part while a file comes in and while a yes is given; the others in between. */
const choosePhase = (victim: Victim, byCli: boolean, turn: number): string => {
  if (victim === 'http') return 'waiting'
  const phases = byCli ? ['reading', 'applying'] : ['reading', 'matching', 'applying']
  return phases[turn % phases.length] ?? 'reading'
}

/** One step to its end, through the kills that are left for its way; a kill that met a settled batch does not count. */
const goThrough = async (system: RunningSystem, operator: ApiClient, step: Step, at: number, told: Told): Promise<void> => {
  const byCli = at % 2 === 0
  const drive = byCli ? driveByCli(system, step) : driveByOffice(system, operator, step)
  // Not left unheard while the kills go on.
  drive.finished.catch(() => undefined)
  for (let kill = 0; kill < KILLS_A_STEP; kill += 1) {
    const turns: readonly Victim[] = byCli ? ['importer', 'database'] : ['worker', 'http', 'database']
    const victim = turns.toSorted((a, b) => told.kills[a] / KILLS[a] - told.kills[b] / KILLS[b])[0] ?? 'database'
    if (told.kills[victim] >= KILLS[victim]) break
    const phase = choosePhase(victim, byCli, at + kill)
    if (!(await meetPhase(system, step, phase))) break
    await pause(Math.random() * (SPAN_MS[phase] ?? 0))
    const standing = await findStanding(system, step)
    if (isSettled(standing)) {
      told.missed += 1
      break
    }
    await strike(system, drive, victim)
    told.kills[victim] += 1
    const met = step.undo ? 'undoing' : (standing?.phase ?? phase)
    told.phases[met] = (told.phases[met] ?? 0) + 1
  }
  await drive.finished
}

/** Four digits that begin nobody's number yet. */
const findPrefix = async ({ owner }: RunningSystem): Promise<string> => {
  const rows = await owner<{ prefix: string }[]>`SELECT DISTINCT left(insurance_number, 4) AS prefix FROM insurance_numbers`
  const taken = new Set(rows.map(({ prefix }) => prefix))
  const free = Array.from({ length: 100 }, (_one, at) => `99${String(99 - at).padStart(2, '0')}`).find((prefix) => !taken.has(prefix))
  if (free === undefined) throw new Error('no four digits are free')
  return free
}

async function compareRuns({ tell, reference }: MeasureContext, folder: string, killed: RunningSystem): Promise<MeasureLine[]> {
  const prefix = await findPrefix(killed)
  const operator = await signInStaff(killed, OPERATOR)
  const told: Told = { kills: { importer: 0, worker: 0, http: 0, database: 0 }, phases: {}, missed: 0 }
  const steps: Step[] = []
  const begun = Date.now()
  for (let round = 0; round < MOST_ROUNDS && !isDone(told); round += 1) {
    for (const step of writeRound(folder, prefix, round)) {
      // The number of the round shifts the ways, so that every kind of step is done by both.
      await goThrough(killed, operator, step, steps.length + round, told)
      steps.push(step)
    }
    tell(`${steps.length} steps, ${JSON.stringify(told)}, ${rounded((Date.now() - begun) / 1000, 0)} s`)
  }
  const quiet = await openQuietRegister(killed, folder)
  for (const step of steps) await driveByCli(quiet, step).finished
  const files = steps.filter(({ undo }) => !undo).map(fileOf)
  const [due, found] = [await readContent(quiet, files), await readContent(killed, files)]
  await quiet.close()
  const difference = compareContents(due, found)
  const value = difference.lost + difference.doubled + difference.half + difference.strange
  return [
    {
      name: 'import-crash',
      value,
      unit: 'rows',
      bar: '30 kills: 0 lost, doubled or half-applied',
      ok: value === 0 && due.hash === found.hash && countKills(told) >= 30 && due.lines.size > 0,
      ref: reference.measure(),
      ...difference,
      sameHash: due.hash === found.hash,
      ...told,
      steps: steps.length,
      rows: [...due.lines.values()].reduce((sum, count) => sum + count, 0),
      endedByThemselves: killed.endedByThemselves(),
      seconds: rounded((Date.now() - begun) / 1000, 0),
    },
  ]
}

/**
 * The worker, the command line, the API and PostgreSQL killed −9 at random moments of sending, reading, matching, writing and undoing; afterwards every row that the
 * batches left is compared with a run on another database that nobody disturbed.
 */
export const measure: Measure = {
  name: 'import-crash',
  run: async (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'an-sinh-import-crash-'))
    const system = await startSystem({ people: 40 })
    try {
      return await compareRuns(context, folder, system)
    } finally {
      await system.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
