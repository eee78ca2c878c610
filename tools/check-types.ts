import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'

import { findTool } from './checks/find-tool.ts'

/** The compiler over every tsconfig of the repository: each package's own (domain without node or DOM) and the root's over all. */
const REPOSITORY = join(import.meta.dirname, '..')
const tsc = findTool('typescript-7', 'tsc')

const listed = execFileSync('git', ['ls-files', 'tsconfig*.json', '**/tsconfig*.json'], { cwd: REPOSITORY, encoding: 'utf8' })
const projects = listed.split('\n').filter((path) => path.endsWith('.json') && !path.endsWith('tsconfig.base.json'))

const failed = projects.filter(
  (project) => spawnSync(process.execPath, [tsc, '--noEmit', '-p', project], { cwd: REPOSITORY, stdio: 'inherit' }).status !== 0,
)

console.log(`${projects.length} projects, ${failed.length} with errors${failed.length > 0 ? `: ${failed.join(', ')}` : ''}`)
process.exitCode = failed.length > 0 || projects.length === 0 ? 1 : 0
