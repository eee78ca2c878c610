import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import { type Measure, type MeasureContext, type MeasureLine, rounded, sumParts } from './measure-line.ts'
import { type RunningSystem, startSystem } from './running-system.ts'
import { readServerCpu } from './server-cpu.ts'

const CLI = join(import.meta.dirname, '../../apps/server/src/cli.ts')

const GENERATED_BAR = 100_000
const MULTIPLIED_BAR = 1_000_000
/** Generated unless told; with --full the size that large sets are multiplied from. */
const PEOPLE = 20_000
const FULL_PEOPLE = 100_000
const MULTIPLY = 11

type Made = { generated: number; persons: number; seconds: { generating: number; multiplying: number } }

/**
 * The product's own command. `databaseCpu`: seconds of the database's CPU while it multiplied, from the line that says so; neighbours on the
 * machine change the clock and hardly that.
 */
async function runSynth({ environment, owner }: RunningSystem, people: number): Promise<Made & { databaseCpu: number }> {
  const [backend] = await owner<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`
  const cpu = (): number => readServerCpu(backend?.pid ?? 0)
  const child = spawn(process.execPath, [CLI, 'synth', '--people', String(people), '--seed', '1', '--multiply', String(MULTIPLY)], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  let [last, before] = ['', 0]
  for await (const line of createInterface({ input: child.stdout })) {
    if (before === 0 && line.includes('×')) before = cpu()
    last = line
  }
  const databaseCpu = cpu() - before
  const [code] = (await ended) as [number | null]
  if (code !== 0) throw new Error(`synth ended with ${code}`)
  return { ...(JSON.parse(last) as Made), databaseCpu }
}

/** Rows of each table and what they take on disk, so that nobody mistakes empty people for a nation. */
async function countRows({ owner }: RunningSystem): Promise<Record<string, number>> {
  const rows = await owner<{ name: string; n: number }[]>`
    SELECT 'spells' AS name, count(*)::int AS n FROM participation_spells UNION ALL SELECT 'cards', count(*)::int FROM health_cards
    UNION ALL SELECT 'visits', count(*)::int FROM visits UNION ALL SELECT 'costLines', count(*)::int FROM visit_cost_lines
    UNION ALL SELECT 'persons', count(*)::int FROM persons`
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]))
}

async function measureSynth(context: MeasureContext): Promise<MeasureLine[]> {
  const people = context.people ?? (context.full ? FULL_PEOPLE : PEOPLE)
  const system = await startSystem({ people: 20, worker: false })
  try {
    const { result, ref } = await context.reference.steady(() => runSynth(system, people))
    const generatedAMinute = (result.generated / result.seconds.generating) * 60
    const multipliedAMinute = ((result.persons - result.generated) / result.seconds.multiplying) * 60
    const shared = { unit: 'people a minute', ref }
    const parts: MeasureLine[] = [
      {
        name: 'synth-generated',
        value: rounded(generatedAMinute, 0),
        bar: `≥ ${GENERATED_BAR}`,
        ok: generatedAMinute >= GENERATED_BAR,
        ...shared,
        people: result.generated,
        rows: await countRows(system),
      },
      {
        name: 'synth-multiplied',
        value: rounded(multipliedAMinute, 0),
        bar: `≥ ${MULTIPLIED_BAR}`,
        ok: multipliedAMinute >= MULTIPLIED_BAR,
        ...shared,
        people: result.persons - result.generated,
        databaseCpuSeconds: rounded(result.databaseCpu),
        perMinuteOfTwoCores: rounded(((result.persons - result.generated) / (result.databaseCpu / 2)) * 60, 0),
      },
    ]
    return [...parts, sumParts('synth', parts)]
  } finally {
    await system.stop()
  }
}

export const measure: Measure = { name: 'synth', run: measureSynth }
