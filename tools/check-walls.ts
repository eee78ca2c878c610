import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { cruise } from './checks/cruise.ts'

/** Who imports whom, as .dependency-cruiser.cjs says; fails too when the reader saw less than git does. */
const REPOSITORY = join(import.meta.dirname, '..')
const ROOTS = ['apps', 'packages', 'tools', 'tests'].filter((folder) => existsSync(join(REPOSITORY, folder)))

const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...ROOTS], {
  cwd: REPOSITORY,
  encoding: 'utf8',
})
const expected = listed.split('\n').filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts') && existsSync(join(REPOSITORY, path)))

const { modules, violations } = cruise(REPOSITORY, ROOTS)
const unread = expected.filter((path) => !modules.includes(path))

for (const { rule, from, to } of violations) console.error(`${rule}: ${from} → ${to}`)
for (const path of unread) console.error(`not read: ${path}`)
if (modules.length === 0 || expected.length === 0) console.error('nothing was read')
console.log(`${expected.length} files, ${modules.length} modules read, ${violations.length} walls broken, ${unread.length} files not read`)
process.exitCode = violations.length + unread.length > 0 || modules.length === 0 || expected.length === 0 ? 1 : 0
