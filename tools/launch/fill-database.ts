import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { REPOSITORY } from '../prepare.mjs'
import { hashFiles } from './hash-files.ts'
import type { OpenDatabase } from './open-database.ts'
import type { LaunchOptions } from './parse-options.mjs'
import { step, tell } from './progress.ts'
import { runNode } from './run-node.ts'

/** What a database of ours was already brought to, so that the next start does not ask again: step → hash of what it came from. */
type Done = Record<string, string>

const CLI = 'apps/server/src/cli.ts'

/** The server's own command line. */
export function runCli(command: string, env: Record<string, string>, onLine?: (line: string) => void): Promise<string> {
  return runNode([join(REPOSITORY, CLI), command], {
    cwd: REPOSITORY,
    env,
    name: `ansinh ${command}`,
    ...(onLine === undefined ? {} : { onLine }),
  })
}

/**
 * Migrations, reference lists and, in a demo, the synthetic people; each only when its sources changed.
 * Every one of them may be run again after it was broken off: it finds what is there.
 */
export async function fillDatabase(options: LaunchOptions, database: OpenDatabase, env: Record<string, string>): Promise<void> {
  const { ownerEnv } = database
  if (ownerEnv === null) return tell('Không có DATABASE_MIGRATOR_URL: bỏ qua bước nâng cấp / no owner address: migrations are left to you')
  const marks = join(options.dataDir, 'database', 'filled.json')
  const done = database.embedded ? readDone(marks) : {}
  const once = async (name: string, command: string, sources: string[], extra: Record<string, string> = {}) => {
    const wanted = hashFiles(sources)
    if (done[command] === wanted) return
    await step(name, () => runCli(command, { ...env, ...ownerEnv, ...extra }, (line) => tell(`  ${line.trim()}`)))
    done[command] = wanted
    if (database.embedded) writeDone(marks, done)
  }
  await once(
    'Cập nhật cấu trúc cơ sở dữ liệu / migrations',
    'migrate',
    ['database/migrations'],
    options.demo ? { ANSINH_MARK_DEMO: '1' } : {},
  )
  await once('Nạp danh mục / reference lists', 'seed-reference', ['apps/server/src/reference-seeds', 'database/seeds', 'package-lock.json'])
  if (options.demo) await once('Tạo người tham gia hư cấu / synthetic people', 'seed-demo', [])
}

function readDone(file: string): Done {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Done) : {}
}

function writeDone(file: string, done: Done): void {
  writeFileSync(`${file}.new`, JSON.stringify(done))
  renameSync(`${file}.new`, file)
}
