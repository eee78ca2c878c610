import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { type Measure, type MeasureContext, type MeasureLine } from './measure-line.ts'

const REPOSITORY = join(import.meta.dirname, '../..')
type Cells = { looked: number; staff: number; unexpected: string[] }

/** The matrix of the test, run as a program: it says itself how many cells it looked at, and which were not as they should be. */
const runMatrix = (): Cells => {
  const folder = mkdtempSync(join(tmpdir(), 'an-sinh-authz-'))
  const file = join(folder, 'cells.json')
  try {
    execFileSync(
      process.execPath,
      ['node_modules/vitest/vitest.mjs', 'run', '--project', 'database', 'apps/server/src/access-matrix.db.test.ts', '--reporter', 'dot'],
      { cwd: REPOSITORY, env: { ...process.env, ANSINH_ACCESS_CELLS: file }, stdio: ['ignore', 'ignore', 'inherit'] },
    )
  } catch {
    // Unexpected cells fail the test as well; they are counted from what it wrote.
  }
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Cells
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureAuthz(context: MeasureContext): Promise<MeasureLine[]> {
  const { looked, staff, unexpected } = runMatrix()
  for (const line of unexpected) context.tell(line)
  const ok = unexpected.length === 0 && staff > 0
  return [
    {
      name: 'authz',
      value: unexpected.length,
      unit: 'unexpected cells',
      bar: '0',
      ok,
      ref: context.reference.measure(),
      cells: looked,
      staffCells: staff,
      unexpected: unexpected.slice(0, 20),
    },
  ]
}

/** Role × route × ownership × office over every route, staff's and citizens'. */
export const measure: Measure = { name: 'authz', run: measureAuthz }
