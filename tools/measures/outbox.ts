import 'fake-indexeddb/auto'
import { cpus } from 'node:os'

import type { Measure, MeasureContext, MeasureLine } from './measure-line.ts'
import { sumParts } from './measure-line.ts'
import { bundleOutbox } from './outbox-bundle.ts'
import { type FarEnd, openFarEnd } from './outbox-far-end.ts'
import { type Findings, type Pages, PhoneRun } from './outbox-run.ts'

const RUNS = 10_000
const AT_ONCE = 64

const add = (sum: Findings, one: Findings): Findings => {
  const happened = { ...sum.happened }
  for (const [name, count] of Object.entries(one.happened)) happened[name] = (happened[name] ?? 0) + count
  return {
    lost: sum.lost + one.lost,
    doubled: sum.doubled + one.doubled,
    stuck: sum.stuck + one.stuck,
    seen: sum.seen + one.seen,
    left: sum.left + one.left,
    happened,
  }
}

/** One run of some ten events, then fair weather. Waiting letters at its end count as stuck. */
async function runPhone(seed: number, pages: Pages, far: FarEnd): Promise<Findings> {
  const phone = new PhoneRun(seed, pages, far)
  await phone.open()
  await phone.signIn('person-a')
  const steps = 6 + Math.floor(phone.chance() * 9)
  for (let step = 0; step < steps; step += 1) await phone.step()
  await phone.settle()
  const findings = phone.find()
  phone.end()
  return findings
}

/** Many phones at once, each with its own disk, weather and people. */
async function runModel({ tell, runs }: MeasureContext): Promise<Findings & { runs: number }> {
  const pages: Pages = { now: await bundleOutbox(1), newer: await bundleOutbox(2) }
  const far = await openFarEnd()
  const total = runs ?? RUNS
  let sum: Findings = { lost: 0, doubled: 0, stuck: 0, seen: 0, left: 0, happened: {} }
  let next = 0
  const work = async (): Promise<void> => {
    while (next < total) {
      const seed = (next += 1)
      const found = await runPhone(seed, pages, far)
      if (found.lost + found.doubled + found.stuck + found.seen + found.left > 0) tell(`seed ${seed}: ${JSON.stringify(found)}`)
      sum = add(sum, found)
      if (seed % 1000 === 0) tell(`${seed} of ${total}`)
    }
  }
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, work))
  } finally {
    await far.close()
  }
  return { ...sum, runs: total }
}

export const measure: Measure = {
  name: 'outbox',
  run: async (context) => {
    const { lost, doubled, stuck, seen, left, runs, happened } = await runModel(context)
    const bad = lost + doubled + stuck + seen + left
    const node: MeasureLine = {
      name: 'outbox.node',
      value: bad,
      unit: 'wrong',
      bar: `0 in ${RUNS.toLocaleString('en')} runs`,
      ok: bad === 0 && runs >= RUNS,
      ref: context.reference.measure(),
      runs,
      lost,
      doubled,
      stuck,
      seenByAnother: seen,
      photosLeft: left,
      happened,
      cpus: cpus().length,
    }
    return [node, sumParts('outbox', [node])]
  },
}
