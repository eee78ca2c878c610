import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Measure, MeasureContext, MeasureLine } from './measure-line.ts'

const REPOSITORY = join(import.meta.dirname, '../..')
const REQUESTS = 10_000
type Wall = { declared: Record<string, string[]>; grants: number; paths: string[]; routes: number; requests: number; unexpected: string[] }

/** The wall of the test, run as a program with many more requests: it says itself what it looked at. */
const runWall = (requests: number): Wall => {
  const folder = mkdtempSync(join(tmpdir(), 'an-sinh-wall-'))
  const file = join(folder, 'wall.json')
  try {
    execFileSync(
      process.execPath,
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        '--project',
        'database',
        'apps/server/src/employer-wall.db.test.ts',
        '--reporter',
        'dot',
        '--testTimeout',
        '900000',
      ],
      {
        cwd: REPOSITORY,
        env: { ...process.env, ANSINH_WALL_RESULT: file, ANSINH_WALL_REQUESTS: String(requests) },
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    )
  } catch {
    // What was unexpected fails the test as well; it is counted from what it wrote.
  }
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Wall
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureWall(context: MeasureContext): Promise<MeasureLine[]> {
  const due = context.runs ?? REQUESTS
  const { declared, grants, paths, routes, requests, unexpected } = runWall(due)
  for (const line of [...paths, ...new Set(unexpected)]) context.tell(line)
  const value = paths.length + unexpected.length
  return [
    {
      name: 'employer-wall',
      value,
      unit: 'paths and unexpected answers',
      bar: '0',
      ok: value === 0 && grants > 0 && routes > 0 && requests >= due,
      ref: context.reference.measure(),
      grants,
      routes,
      requests,
      agencySide: declared,
      paths: paths.slice(0, 20),
      unexpected: [...new Set(unexpected)].slice(0, 20),
    },
  ]
}

/** Every employer route × the grants of ansinh_employer, and requests about another employer's things. */
export const measure: Measure = { name: 'employer-wall', run: measureWall }
