import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import { Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import type { PostgresPrograms } from './find-postgres-programs.ts'
import { isAlive, isZombie, worksInside } from './process-mark.ts'
import { type RunAs, runProgram } from './run-program.ts'

/** Log files past this size start again from nothing at the next start, bytes. */
const LOG_LIMIT = 5_000_000

const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=60',
  'shared_buffers=256MB',
  'effective_cache_size=1GB',
  'work_mem=8MB',
  'random_page_cost=1.1',
  'max_wal_size=1GB',
  'timezone=UTC',
  'log_timezone=UTC',
]
const NOT_DURABLE = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

export type Postmaster = { process: ChildProcess; exited: Promise<void>; release(): void }

type Where = { folder: string; programs: PostgresPrograms; runAs: RunAs }

/** Stops a PostgreSQL that a killed owner left behind; a stale `postmaster.pid` that PostgreSQL would take for a living one is removed. */
export async function stopOrphan({ folder, programs, runAs }: Where): Promise<'none' | 'stopped'> {
  const data = join(folder, 'postgres')
  const pidFile = join(data, 'postmaster.pid')
  const pid = readPostmasterFile(folder)?.pid
  if (pid === undefined || !(isAlive(pid) || isZombie(pid))) return 'none'
  if (isZombie(pid) || worksInside(pid, data) === false) {
    rmSync(pidFile, { force: true })
    return 'none'
  }
  await stopCleanly({ folder, programs, runAs })
  return 'stopped'
}

/** Fast stop: running statements are broken off, all that was committed stays. */
export async function stopCleanly({ folder, programs, runAs }: Where): Promise<void> {
  const stop = (mode: string) =>
    runProgram(programs.pgCtl, ['stop', '-D', join(folder, 'postgres'), '-m', mode, '-w', '-t', '30'], { runAs, cwd: folder })
  if ((await stop('fast')).code !== 0 && existsSync(join(folder, 'postgres', 'postmaster.pid'))) await stop('immediate')
}

/**
 * Starts `postgres` and waits until it takes connections (recovery after a crash included).
 * Throws an Error whose message is the end of its log.
 */
export async function startPostmaster({ folder, programs, runAs }: Where, port: number, durable: boolean): Promise<Postmaster> {
  const log = join(folder, 'postgres.log')
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) truncateSync(log)
  const from = statSync(log, { throwIfNoEntry: false })?.size ?? 0
  const child = spawnPostgres({ folder, programs, runAs }, port, durable, log)
  const exited = new Promise<void>((resolve) => {
    child.once('error', () => resolve())
    child.once('exit', () => resolve())
  })
  let gone = false
  void exited.then(() => (gone = true))
  while (!isReady(folder, child.pid)) {
    if (gone) throw new Error(readFileSync(log).subarray(from).toString('utf8').trim() || 'postgres ended without a word')
    await pause(15)
  }
  return { process: child, exited, release: watchOver(child, runAs) }
}

/** Its own process group, so that Ctrl-C in the terminal reaches the launcher first, which stops things in order. */
function spawnPostgres({ folder, programs, runAs }: Where, port: number, durable: boolean, log: string): ChildProcess {
  const settings = [...SETTINGS, `port=${port}`, ...(durable ? [] : NOT_DURABLE)].flatMap((setting) => ['-c', setting])
  const output = openSync(log, 'a', 0o600)
  const child = spawn(programs.postgres, ['-D', join(folder, 'postgres'), ...settings], {
    ...runAs,
    cwd: folder,
    detached: true,
    stdio: ['ignore', output, output],
    env: { ...process.env, LC_ALL: 'C' },
  })
  closeSync(output)
  child.unref()
  return child
}

/**
 * A small shell that holds the other end of a pipe: when this process is killed without a chance to clean up, the pipe ends
 * and the shell asks PostgreSQL to stop (SIGINT is a fast stop). Where there is no shell, the next start stops the orphan.
 */
function watchOver(child: ChildProcess, runAs: RunAs): () => void {
  if (process.platform === 'win32' || child.pid === undefined) return () => undefined
  const watcher = spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$1"', 'sh', String(child.pid)], {
    ...runAs,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  watcher.on('error', () => undefined)
  watcher.stdin.on('error', () => undefined)
  watcher.unref()
  // The pipe is a socket underneath; holding it open must not hold this process open.
  if (watcher.stdin instanceof Socket) watcher.stdin.unref()
  return () => watcher.kill('SIGKILL')
}

/** `postmaster.pid`: line 1 the process, line 4 the port, line 8 the state (PostgreSQL, miscadmin.h). */
function readPostmasterFile(folder: string): { pid: number; status: string } | undefined {
  try {
    const lines = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), status: (lines[7] ?? '').trim() }
  } catch {
    return undefined
  }
}

function isReady(folder: string, pid: number | undefined): boolean {
  const found = readPostmasterFile(folder)
  return found !== undefined && found.pid === pid && found.status === 'ready'
}
