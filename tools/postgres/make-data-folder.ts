import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { Refusal } from '../refusal.ts'
import type { PostgresPrograms } from './find-postgres-programs.ts'
import { runProgram, type RunAs } from './run-program.ts'

/**
 * Makes `FOLDER/postgres` where it is missing. initdb works in a folder of another name that is renamed at its end,
 * because it writes PG_VERSION early: a folder that has the right name is a finished one.
 * A finished folder of another major version is refused and left untouched.
 */
export async function makeDataFolder(
  folder: string,
  programs: PostgresPrograms,
  runAs: RunAs,
  durable: boolean,
): Promise<'made' | 'found'> {
  const data = join(folder, 'postgres')
  if (existsSync(data)) {
    await requireSameMajor(data, programs)
    return 'found'
  }
  for (const name of readdirSync(folder)) if (name.startsWith('postgres.new')) removeHalfMade(join(folder, name))
  const fresh = join(folder, `postgres.new-${randomBytes(4).toString('hex')}`)
  const made = await runProgram(programs.initdb, initdbArguments(folder, fresh, durable), { runAs, cwd: folder })
  if (made.code !== 0) throw new Error(`initdb: ${made.output.trim()}`)
  renameSync(fresh, data)
  return 'made'
}

/** A killed owner's initdb may still be writing for a moment; what cannot be removed now is removed at a later start. */
function removeHalfMade(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  } catch {
    // The new folder gets another name.
  }
}

/**
 * The default order of texts is by code point (keys and codes compare fast, and an ICU update never spoils an index);
 * names are sorted by the ICU collation `vi-x-icu`, which every PostgreSQL with ICU has.
 */
function initdbArguments(folder: string, fresh: string, durable: boolean): string[] {
  return [
    `--pgdata=${fresh}`,
    '--username=postgres',
    `--pwfile=${passwordFile(folder)}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ]
}

async function requireSameMajor(data: string, programs: PostgresPrograms): Promise<void> {
  const ours = /\d+/.exec((await runProgram(programs.postgres, ['--version'])).output)?.[0] ?? ''
  const theirs = existsSync(join(data, 'PG_VERSION')) ? readFileSync(join(data, 'PG_VERSION'), 'utf8').trim() : '?'
  if (ours === theirs) return
  throw new Refusal(
    `Thư mục dữ liệu ${data} thuộc PostgreSQL ${theirs}, còn bản đi kèm là PostgreSQL ${ours}. Không có gì bị thay đổi. Hãy nâng cấp thư mục bằng pg_upgrade, hoặc chọn thư mục khác bằng --data.`,
    `${data} belongs to PostgreSQL ${theirs}, the bundled one is ${ours}. Nothing was touched: upgrade it with pg_upgrade or choose another folder with --data.`,
  )
}

function passwordFile(folder: string): string {
  return join(folder, 'superuser-password')
}

/** The superuser's password of this folder: made once, before initdb, and kept beside the data (mode 600). */
export function keepPassword(folder: string, runAs: RunAs): string {
  const file = passwordFile(folder)
  if (!existsSync(file)) {
    if (existsSync(join(folder, 'postgres'))) {
      throw new Refusal(`Thiếu tệp mật khẩu ${file} của cơ sở dữ liệu.`, `The database's password file ${file} is missing.`)
    }
    const half = `${file}.new`
    writeFileSync(half, randomBytes(24).toString('base64url'), { mode: 0o600 })
    if (runAs !== null) chownSync(half, runAs.uid, runAs.gid)
    renameSync(half, file)
  }
  return readFileSync(file, 'utf8').trim()
}
