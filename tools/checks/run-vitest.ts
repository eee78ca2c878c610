import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Count } from './check.ts'
import { findTool } from './find-tool.ts'
import { runTool } from './run-tool.ts'

type JsonReport = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { name: string; status: string; assertionResults: { fullName: string; status: string }[] }[]
}

/** Runs vitest over projects of vitest.config.ts and counts tests; a file that could not be read counts as a failed test. */
export async function runVitest(projects: readonly string[], env: Record<string, string | undefined> = {}): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'an-sinh-vitest-'))
  const report = join(folder, 'report.json')
  const args = [
    'run',
    ...projects.flatMap((name) => ['--project', name]),
    '--passWithNoTests',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  try {
    const { code } = await runTool([findTool('vitest', 'vitest'), ...args], { env, show: true })
    if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0, notes: [] }
    return countReport(JSON.parse(readFileSync(report, 'utf8')) as JsonReport, code)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function countReport(report: JsonReport, code: number): Count {
  const unread = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length
  const failed = report.numFailedTests + unread
  const left = report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => ['pending', 'skipped', 'todo', 'disabled'].includes(status))
  return {
    passed: report.numPassedTests,
    // A run that failed without a failed test (an unhandled error, a broken set-up) is a failure all the same.
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
    notes: left.map(({ fullName }) => fullName),
  }
}
