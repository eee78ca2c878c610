import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { waitUntilReady } from '../launch/wait-until-ready.ts'
import { findFreePort } from '../postgres/find-free-port.ts'
import { REPOSITORY } from '../prepare.mjs'
import { type Measure, type MeasureLine, rounded } from './measure-line.ts'

const RUNS = 3
const WARM_BAR = 5
/** What is expected of a bare machine after `npm ci`: both apps built, database made, people invented, seconds. */
const COLD_EXPECTED = 60

type Trial = { args: string[]; ports: [number, number] }

/** Seconds from `npm start` to both hosts answering ready; the system is stopped again. */
async function timeStart({ args, ports }: Trial): Promise<number> {
  const began = performance.now()
  const child = spawn('npm', ['start', '--', ...args], {
    cwd: REPOSITORY,
    stdio: 'ignore',
    env: { ...process.env, DATABASE_URL: '', DATABASE_MIGRATOR_URL: '' },
  })
  try {
    await Promise.all(ports.map((port) => waitUntilReady(port, 300_000)))
    return (performance.now() - began) / 1000
  } finally {
    await stop(child)
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await gone
}

/** `start-warm`: from the command to serving, best of three steady runs; before it once with nothing made yet and both apps to build. */
export const measure: Measure = {
  name: 'start-warm',
  run: async ({ reference, tell }) => {
    const data = mkdtempSync(join(tmpdir(), 'an-sinh-start-'))
    chmodSync(data, 0o711)
    const [citizen, office, operations] = [await findFreePort(), await findFreePort(), await findFreePort()]
    const args = ['--data', data, '--citizen-port', `${citizen}`, '--office-port', `${office}`, '--operations-port', `${operations}`]
    const trial: Trial = { args, ports: [citizen, office] }
    try {
      rmSync(join(REPOSITORY, 'node_modules', '.cache', 'an-sinh'), { recursive: true, force: true })
      const coldRef = reference.measure()
      const cold = await timeStart(trial)
      tell(`cold ${cold.toFixed(1)} s`)
      const warm: { seconds: number; ref: number }[] = []
      for (let run = 0; run < RUNS; run += 1) {
        const { result, ref } = await reference.steady(() => timeStart(trial))
        tell(`warm ${result.toFixed(2)} s`)
        warm.push({ seconds: result, ref })
      }
      const best = warm.reduce((a, b) => (b.seconds < a.seconds ? b : a))
      const lines: MeasureLine[] = [
        {
          name: 'start-cold',
          value: rounded(cold),
          unit: 's',
          bar: `<= ${COLD_EXPECTED} expected`,
          ok: cold <= COLD_EXPECTED,
          ref: rounded(coldRef),
        },
        {
          name: 'start-warm',
          value: rounded(best.seconds),
          unit: 's',
          bar: `<= ${WARM_BAR}`,
          ok: best.seconds <= WARM_BAR,
          ref: rounded(best.ref),
        },
      ]
      return lines
    } finally {
      rmSync(data, { recursive: true, force: true })
    }
  },
}
