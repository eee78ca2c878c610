import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

import { ClosedLoop, type Target } from './closed-loop.ts'
import { type Measure, type MeasureContext, type MeasureLine, rounded } from './measure-line.ts'
import { measurePointSelects } from './point-select.ts'
import { readProcessCpu } from './process-cpu.ts'
import { type RunningSystem, startSystem } from './running-system.ts'
import { makeSignedInPersons } from './signed-in-persons.ts'

const BAR = 1.33
const RUNS = 3
const WARM_UP = 200
/** In turns of this many, so that a disturbance of the machine meets both servers alike. */
const TURN = 500
/** CPU is counted in hundredths of a second: enough requests that one of them is below half a percent. */
const REQUESTS = 10_000
const PEOPLE = 200

type Side = { target: Target; pid: number }
type Spent = { cpu: number; seconds: number }
type Run = { product: Spent; bare: Spent }

async function startBare(system: RunningSystem): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bare-card-server.ts')], {
    env: { ...system.environment, DATABASE_URL: system.appUrl },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve((message as { port: number }).port))
    child.once('exit', (code) => reject(new Error(`bare server ended with ${code}`)))
  })
  return { child, url: `http://127.0.0.1:${port}/card` }
}

async function takeTurn(loop: ClosedLoop, side: Side, into: Spent): Promise<void> {
  const before = readProcessCpu(side.pid)
  into.seconds += await loop.run(side.target, TURN)
  into.cpu += readProcessCpu(side.pid) - before
}

async function compareOnce(product: Side, bare: Side): Promise<Run> {
  const [productLoop, bareLoop] = [new ClosedLoop(), new ClosedLoop()]
  const run: Run = { product: { cpu: 0, seconds: 0 }, bare: { cpu: 0, seconds: 0 } }
  try {
    await productLoop.run(product.target, WARM_UP)
    await bareLoop.run(bare.target, WARM_UP)
    for (let done = 0; done < REQUESTS; done += TURN) {
      await takeTurn(productLoop, product, run.product)
      await takeTurn(bareLoop, bare, run.bare)
    }
  } finally {
    productLoop.close()
    bareLoop.close()
  }
  return run
}

const ratioOf = (run: Run): number => run.product.cpu / run.bare.cpu
const microseconds = (spent: Spent): number => rounded((spent.cpu / REQUESTS) * 1e6, 1)
const perSecond = (spent: Spent): number => rounded(REQUESTS / spent.seconds, 0)

export async function measureSystem(context: MeasureContext, system: RunningSystem): Promise<MeasureLine> {
  const cookies = await makeSignedInPersons(system.owner, PEOPLE)
  const personIds = cookies.map((cookie) => Number.parseInt(/=([0-9a-z]+)\./.exec(cookie)?.[1] ?? '', 36))
  await system.owner`ANALYZE`
  const bare = await startBare(system)
  try {
    const runs: { run: Run; ref: number }[] = []
    for (let at = 0; at < RUNS; at += 1) {
      const { result, ref } = await context.reference.steady(() =>
        compareOnce(
          { target: { url: `${system.citizenUrl}/api/me/health-card`, cookies }, pid: system.pidOf('http') },
          { target: { url: bare.url, cookies }, pid: bare.child.pid ?? 0 },
        ),
      )
      runs.push({ run: result, ref })
      context.tell(
        `run ${at + 1}: product ${microseconds(result.product)} µs, bare ${microseconds(result.bare)} µs, ratio ${ratioOf(result).toFixed(3)}`,
      )
    }
    const [best] = runs.toSorted((a, b) => ratioOf(a.run) - ratioOf(b.run))
    if (best === undefined) throw new Error('no run')
    const database = await measurePointSelects(system.appUrl, personIds)
    const value = rounded(ratioOf(best.run), 3)
    return {
      name: 'api-read',
      value,
      unit: '× bare Fastify, server CPU per request',
      bar: `≤ ${BAR}`,
      ok: value <= BAR,
      ref: best.ref,
      allRuns: runs.map(({ run }) => rounded(ratioOf(run), 3)),
      productMicroseconds: microseconds(best.run.product),
      bareMicroseconds: microseconds(best.run.bare),
      productPerSecond: perSecond(best.run.product),
      barePerSecond: perSecond(best.run.bare),
      databasePerSecond: rounded(database.perSecond, 0),
      databaseBy: database.by,
      productToDatabase: rounded(perSecond(best.run.product) / database.perSecond, 3),
    }
  } finally {
    bare.child.kill('SIGTERM')
  }
}

/** A signed-in person's card: the product's CPU beside that of a bare Fastify doing the same two reads, alternating in one run. */
export const measure: Measure = {
  name: 'api-read',
  run: async (context) => {
    const system = await startSystem({ worker: false })
    try {
      return [await measureSystem(context, system)]
    } finally {
      await system.stop()
    }
  },
}
