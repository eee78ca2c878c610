import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { findTool } from '../checks/find-tool.ts'
import { REPOSITORY } from '../prepare.mjs'
import { hashFiles } from './hash-files.ts'
import { step, tell } from './progress.ts'
import { runNode } from './run-node.ts'

/** What the built app is made of: its own files, the packages it may import, the lock file. */
const SOURCES = (name: string) => [
  `apps/${name}`,
  'packages/domain',
  'packages/contract',
  'packages/ui',
  'package-lock.json',
  'tsconfig.base.json',
]

/** Builds a web app when its sources changed since the last build; the mark lies beside `dist`, out of reach of the web server. */
async function buildWebApp(name: 'citizen' | 'office', words: string): Promise<'built' | 'unchanged' | 'missing'> {
  const app = join(REPOSITORY, 'apps', name)
  if (!existsSync(join(app, 'vite.config.ts'))) return 'missing'
  const mark = join(REPOSITORY, 'node_modules', '.cache', 'an-sinh', `${name}.built`)
  const wanted = hashFiles(SOURCES(name))
  if (existsSync(join(app, 'dist', 'index.html')) && existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return 'unchanged'
  rmSync(mark, { force: true })
  await step(`Dựng ${words} / building the ${name} app`, () =>
    runNode([findTool('vite', 'vite'), 'build', '--logLevel', 'warn'], { cwd: app, name: `vite build (${name})` }),
  )
  mkdirSync(dirname(mark), { recursive: true })
  writeFileSync(mark, wanted)
  return 'built'
}

/** Both apps, at the same time. */
export async function buildWebApps(): Promise<void> {
  const results = await Promise.all([buildWebApp('citizen', 'ứng dụng người dân'), buildWebApp('office', 'ứng dụng cán bộ')])
  if (results.includes('missing')) tell('Chưa có ứng dụng web để dựng / a web app has no build configuration')
}
