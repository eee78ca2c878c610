import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import type { Measure, MeasureContext, MeasureLine } from './measures/measure-line.ts'
import { makeReferenceLoop } from './measures/reference-loop.ts'

const REPOSITORY = join(import.meta.dirname, '..')
/** In the order in which `npm run measure` runs them; each is loaded only when it runs. */
const MEASURES: Record<string, () => Promise<{ measure: Measure }>> = {
  'start-warm': () => import('./measures/start-warm.ts'),
  'first-load': () => import('./measures/first-load.ts'),
  deadline: () => import('./measures/deadline.ts'),
  'api-read': () => import('./measures/api-read.ts'),
  'registration-slow-phone': () => import('./measures/registration-slow-phone.ts'),
  'decision-to-sms': () => import('./measures/decision-to-sms.ts'),
  'card-offline': () => import('./measures/card-offline.ts'),
  'qr-layout': () => import('./measures/qr-layout.ts'),
  axe: () => import('./measures/axe.ts'),
  i18n: () => import('./measures/i18n.ts'),
  keyboard: () => import('./measures/keyboard.ts'),
  'clerk-keys': () => import('./measures/clerk-keys.ts'),
  'clerk-time': () => import('./measures/clerk-time.ts'),
  canary: () => import('./measures/canary.ts'),
  lighthouse: () => import('./measures/lighthouse.ts'),
  'import-copy': () => import('./measures/import-copy.ts'),
  crash: () => import('./measures/crash.ts'),
  'import-crash': () => import('./measures/import-crash.ts'),
  synth: () => import('./measures/synth.ts'),
  'import-visits': () => import('./measures/import-visits.ts'),
  history: () => import('./measures/history.ts'),
  outbox: () => import('./measures/outbox.ts'),
  'outbox-chromium': () => import('./measures/outbox-chromium.ts'),
  closure: () => import('./measures/closure.ts'),
  'double-decision': () => import('./measures/double-decision.ts'),
  'person-search': () => import('./measures/person-search.ts'),
  match: () => import('./measures/match.ts'),
  fraud: () => import('./measures/fraud.ts'),
  authz: () => import('./measures/authz.ts'),
  'bulk-forms': () => import('./measures/bulk-forms.ts'),
  assistant: () => import('./measures/assistant.ts'),
  campaign: () => import('./measures/campaign.ts'),
  'employer-wall': () => import('./measures/employer-wall.ts'),
  audit: () => import('./measures/audit.ts'),
  'roster-preview': () => import('./measures/roster-preview.ts'),
  'roster-faults': () => import('./measures/roster-faults.ts'),
  lookup: () => import('./measures/lookup.ts'),
  chat: () => import('./measures/chat.ts'),
  scrape: () => import('./measures/scrape.ts'),
  'help-size': () => import('./measures/help-size.ts'),
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { full: { type: 'boolean', default: false }, people: { type: 'string' }, runs: { type: 'string' }, only: { type: 'string' } },
})
const people = values.people === undefined ? null : Number(values.people)
const runs = values.runs === undefined ? null : Number(values.runs)
const names = positionals.length > 0 ? positionals : Object.keys(MEASURES)
const unknown = names.filter((name) => MEASURES[name] === undefined)
if (unknown.length > 0) {
  console.error(`Không có phép đo / no such measure: ${unknown.join(', ')}. Có / known: ${Object.keys(MEASURES).join(', ')}`)
  process.exit(2)
}

const reference = makeReferenceLoop()
const lines: MeasureLine[] = []
const endings: (() => Promise<void>)[] = []
const context: MeasureContext = {
  full: values.full,
  people,
  runs,
  only: values.only ?? null,
  reference,
  atEnd: (work) => void endings.push(work),
  tell: (line) => console.error(`  ${line}`),
}
for (const name of names) {
  const begun = Date.now()
  console.error(`… ${name}`)
  try {
    const loaded = await MEASURES[name]?.()
    const found = (await loaded?.measure.run(context)) ?? []
    lines.push(...found)
    for (const line of found) console.log(JSON.stringify(line))
  } catch (error) {
    console.error(error)
    const line: MeasureLine = { name, value: 0, unit: 'none', bar: 'runs at all', ok: false, ref: reference.measure() }
    lines.push(line)
    console.log(JSON.stringify(line))
  }
  console.error(`  ${name}: ${((Date.now() - begun) / 1000).toFixed(0)} s`)
}
for (const end of endings) await end()
if (positionals.length === 0) {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: REPOSITORY, encoding: 'utf8' }).trim()
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`
  writeFileSync(
    join(REPOSITORY, 'measurements.json'),
    `${JSON.stringify({ on: new Date().toISOString(), commit, machine, lines }, null, 2)}\n`,
  )
}
process.exitCode = lines.every((line) => line.ok) ? 0 : 1
