import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'

import { REPOSITORY } from '../prepare.mjs'
import { Refusal } from '../refusal.ts'
import { tell } from './progress.ts'

const FIRST_PAUSE = 500
const LONGEST_PAUSE = 30_000
/** A process that ran this long was well; its next failure starts with the shortest pause again, milliseconds. */
const WELL_AFTER = 60_000
const STOP_PATIENCE = 12_000
/** Log files past this size start again from nothing, bytes. */
const LOG_LIMIT = 20_000_000

export type Supervised = {
  /** Settles when the entry said that it serves. */
  started: Promise<void>
  /** Rejects with the last lines of its log when it ends before it was ready once. */
  failedEarly: Promise<never>
  markReady(): void
  stop(): Promise<void>
}

/**
 * Keeps one entry of the server running: its output goes to a log file, an unexpected end is followed by a new start after a growing pause.
 * The ipc channel lets it end when this process is killed.
 */
export function supervise(name: string, entry: string, env: Record<string, string>, logFolder: string): Supervised {
  mkdirSync(logFolder, { recursive: true, mode: 0o700 })
  const log = join(logFolder, `${name}.log`)
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) truncateSync(log)
  let child: ChildProcess | null = null
  let stopping = false
  let ready = false
  let wait = FIRST_PAUSE
  let failEarly: (reason: Refusal) => void = () => undefined
  const failedEarly = new Promise<never>((_resolve, reject) => (failEarly = reject))
  failedEarly.catch(() => undefined)
  let sayStarted: () => void = () => undefined
  const started = new Promise<void>((resolve) => (sayStarted = resolve))

  const start = () => {
    if (stopping) return
    const began = Date.now()
    const from = statSync(log, { throwIfNoEntry: false })?.size ?? 0
    child = spawnLogged(entry, env, log)
    child.once('message', () => sayStarted())
    child.once('exit', (code, signal) => {
      child = null
      if (stopping) return
      const why = `${name} dừng bất ngờ / ended unexpectedly (${signal ?? `mã/code ${code}`})`
      if (!ready)
        return failEarly(new Refusal(`${why}\n${readFileSync(log).subarray(from).toString('utf8').trim().slice(-2000)}`, `Log: ${log}`))
      if (Date.now() - began > WELL_AFTER) wait = FIRST_PAUSE
      tell(`${why}; chạy lại sau / again in ${wait / 1000} s. ${log}`)
      setTimeout(start, wait)
      wait = Math.min(wait * 2, LONGEST_PAUSE)
    })
  }
  start()
  return {
    started,
    failedEarly,
    markReady: () => (ready = true),
    stop: async () => {
      stopping = true
      if (child !== null) await endChild(child)
    },
  }
}

function spawnLogged(entry: string, env: Record<string, string>, log: string): ChildProcess {
  const output = openSync(log, 'a', 0o600)
  const child = spawn(process.execPath, ['--enable-source-maps', join(REPOSITORY, entry)], {
    cwd: REPOSITORY,
    // Two arenas instead of one for each thread: what a thread that draws gives back is used again (docs/decisions/0047).
    env: { MALLOC_ARENA_MAX: '2', ...process.env, ...env },
    stdio: ['ignore', output, output, 'ipc'],
  })
  closeSync(output)
  child.on('error', (error) => tell(error.message))
  return child
}

async function endChild(child: ChildProcess): Promise<void> {
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const last = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE)
  await exited
  clearTimeout(last)
}
