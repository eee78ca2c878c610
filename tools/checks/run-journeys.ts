import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { findFreePort } from '../postgres/find-free-port.ts'
import { REPOSITORY } from '../prepare.mjs'
import { type Count, FAILED } from './check.ts'
import { findTool } from './find-tool.ts'
import { runTool } from './run-tool.ts'

type Suite = { title: string; suites?: Suite[]; specs?: { title: string; tests: { status: string }[] }[] }
type JsonReport = { stats: { expected: number; unexpected: number; flaky: number; skipped: number }; suites: Suite[] }

/** The journeys in a real Chromium against the whole product, started by playwright's configuration on free ports. */
export async function runJourneys(): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'an-sinh-journeys-'))
  const report = join(folder, 'report.json')
  const [citizen, office, operations] = [await findFreePort(), await findFreePort(), await findFreePort()]
  const env = {
    ANSINH_JOURNEY_PORTS: [citizen, office, operations].join(','),
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    DATABASE_URL: undefined,
    DATABASE_MIGRATOR_URL: undefined,
  }
  try {
    const config = join(REPOSITORY, 'tests', 'playwright.config.ts')
    await runTool([findTool('@playwright/test', 'playwright'), 'test', '--config', config, '--reporter=list,json'], { env, show: true })
    return existsSync(report) ? countReport(JSON.parse(readFileSync(report, 'utf8')) as JsonReport) : FAILED
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A flaky journey is a failed one: it did not hold at its first try. No journey at all is a failure too. */
function countReport({ stats, suites }: JsonReport): Count {
  const failed = stats.unexpected + stats.flaky
  const nothing = stats.expected + failed + stats.skipped === 0
  return {
    passed: stats.expected,
    failed: nothing ? 1 : failed,
    skipped: stats.skipped,
    notes: suites.flatMap((suite) => listSkipped(suite)),
  }
}

function listSkipped({ suites = [], specs = [] }: Suite): string[] {
  const here = specs.filter(({ tests }) => tests.some(({ status }) => status === 'skipped')).map(({ title }) => title)
  return [...here, ...suites.flatMap((suite) => listSkipped(suite))]
}
