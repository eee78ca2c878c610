import { performance } from 'node:perf_hooks'

import { type Check, type Count, countFindings, FAILED, skippedFor, sumCounts } from './checks/check.ts'
import { checkHouse } from './checks/check-house.ts'
import { checkInstallScripts, checkLockFile } from './checks/check-lock-file.ts'
import { checkTexts } from './checks/check-texts.ts'
import { checkUnusedTexts } from './checks/check-unused-texts.ts'
import { findTool } from './checks/find-tool.ts'
import { runJourneys } from './checks/run-journeys.ts'
import { endTools, passTool } from './checks/run-tool.ts'
import { runVitest } from './checks/run-vitest.ts'
import { writeSbom } from './checks/write-sbom.ts'

/** `npm test [-- NAME …]`: every check (or the named ones), one after the other; goes on after a failure; the last line is the sum. */
const LIGHTHOUSE = new URL('lighthouse', import.meta.url).pathname
const OTHER_POSTGRES = process.env['TEST_DATABASE_URL'] ?? ''

const CHECKS: Check[] = [
  { name: 'format', run: () => passTool([findTool('oxfmt', 'oxfmt'), '--check']) },
  { name: 'lint', run: () => passTool([findTool('oxlint', 'oxlint'), '--deny-warnings']) },
  { name: 'types', run: () => passTool(['tools/check-types.ts']) },
  { name: 'walls', run: () => passTool(['tools/check-walls.ts']) },
  { name: 'house', run: async () => countFindings(checkHouse()) },
  { name: 'unused', run: () => passTool([findTool('knip', 'knip'), '--no-progress']) },
  { name: 'texts', run: async () => countFindings([...checkTexts(), ...checkUnusedTexts()]) },
  { name: 'lock-file', run: async () => countFindings([...checkLockFile(), ...checkLockFile(LIGHTHOUSE)]) },
  { name: 'install-scripts', run: async () => countFindings(checkInstallScripts()) },
  { name: 'sbom', run: async () => countFindings(writeSbom()) },
  { name: 'unit', run: () => runVitest(['domain', 'ui', 'server', 'citizen', 'office']) },
  { name: 'tools', run: () => runVitest(['tools']) },
  { name: 'schema', run: () => passTool(['tools/dump-schema.ts', '--check']) },
  { name: 'database-18', run: () => runVitest(['database'], { TEST_DATABASE_URL: undefined }) },
  {
    name: 'database-15',
    run: async () =>
      OTHER_POSTGRES === '' ? skippedFor('database tests on PostgreSQL 15: TEST_DATABASE_URL is not set') : runVitest(['database']),
  },
  { name: 'journeys', run: runJourneys },
]

async function runCheck({ name, run }: Check): Promise<Count> {
  const began = performance.now()
  console.log(`\n── ${name}`)
  const count = await run().catch((error: unknown) => {
    console.error(error)
    return FAILED
  })
  const { passed, failed, skipped } = count
  console.log(
    `── ${name}: ${failed > 0 ? 'FAILED' : 'ok'} (${passed} passed, ${failed} failed, ${skipped} skipped, ${((performance.now() - began) / 1000).toFixed(1)} s)`,
  )
  return count
}

function sayTotal(counts: Count[], failedNames: string[]): void {
  const { passed, failed, skipped, notes } = sumCounts(counts)
  if (notes.length > 0) console.log(`\nSkipped:\n${notes.map((note) => `  ${note}`).join('\n')}`)
  if (failedNames.length > 0) console.log(`\nFailed: ${failedNames.join(', ')}`)
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`)
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0
}

const names = process.argv.slice(2)
const unknown = names.filter((name) => !CHECKS.some((check) => check.name === name))
if (unknown.length > 0) {
  console.error(`no such check: ${unknown.join(', ')}; there are: ${CHECKS.map(({ name }) => name).join(', ')}`)
  process.exit(2)
}
for (const event of ['SIGINT', 'SIGTERM', 'disconnect'] as const) {
  process.on(event, () => {
    endTools()
    process.exit(130)
  })
}

// Hearing of the end of our parent must not keep us running.
process.channel?.unref()

const counts: Count[] = []
const failedNames: string[] = []
for (const check of CHECKS.filter(({ name }) => names.length === 0 || names.includes(name))) {
  const count = await runCheck(check)
  counts.push(count)
  if (count.failed > 0) failedNames.push(check.name)
}
sayTotal(counts, failedNames)
