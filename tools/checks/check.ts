/** What a check counted: a runner's own tests, or 1 for a check that is one question. `notes` name what was skipped. */
export type Count = { passed: number; failed: number; skipped: number; notes: string[] }

export type Check = { name: string; run: () => Promise<Count> }

export const PASSED: Count = { passed: 1, failed: 0, skipped: 0, notes: [] }
export const FAILED: Count = { passed: 0, failed: 1, skipped: 0, notes: [] }

export const skippedFor = (reason: string): Count => ({ passed: 0, failed: 0, skipped: 1, notes: [reason] })

export function sumCounts(counts: readonly Count[]): Count {
  const sum = (key: 'passed' | 'failed' | 'skipped') => counts.reduce((total, count) => total + count[key], 0)
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped'), notes: counts.flatMap(({ notes }) => notes) }
}

/** A check in our own code: passes when it finds nothing; prints each finding. */
export function countFindings(findings: readonly string[]): Count {
  for (const finding of findings) console.error(finding)
  return findings.length === 0 ? PASSED : FAILED
}
