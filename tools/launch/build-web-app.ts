import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { findTool } from '../checks/find-tool.ts'
import { REPOSITORY } from '../prepare.mjs'
import { step, tell } from './progress.ts'
import { runNode } from './run-node.ts'

const LEFT_OUT = new Set(['dist', 'node_modules'])

/** What the built app is made of: its own files, the packages it may import, the lock file. */
const SOURCES = (name: string) => [
  `apps/${name}`,
  'packages/domain',
  'packages/contract',
  'packages/ui',
  'package-lock.json',
  'tsconfig.base.json',
]

function* listFiles(path: string): Generator<string> {
  if (/\.[a-z]+$/.test(path) && !path.endsWith('.')) {
    yield path
    return
  }
  for (const entry of readdirSync(path, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (LEFT_OUT.has(entry.name) || /\.test\.tsx?$/.test(entry.name)) continue
    if (entry.isDirectory()) yield* listFiles(join(path, entry.name))
    else yield join(path, entry.name)
  }
}

function hashSources(name: string): string {
  const hash = createHash('sha256')
  for (const source of SOURCES(name).filter((path) => existsSync(join(REPOSITORY, path)))) {
    for (const file of listFiles(join(REPOSITORY, source))) hash.update(file.slice(REPOSITORY.length)).update(readFileSync(file))
  }
  return hash.digest('hex')
}

/** Builds a web app when its sources changed since the last build; the mark lies beside `dist`, out of reach of the web server. */
export async function buildWebApp(name: 'citizen' | 'office', words: string): Promise<'built' | 'unchanged' | 'missing'> {
  const app = join(REPOSITORY, 'apps', name)
  if (!existsSync(join(app, 'vite.config.ts'))) return 'missing'
  const mark = join(REPOSITORY, 'node_modules', '.cache', 'an-sinh', `${name}.built`)
  const wanted = hashSources(name)
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
