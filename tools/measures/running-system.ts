import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import postgres from 'postgres'

import { startEmbeddedDatabase } from '../embedded-database.ts'
import { findFreePort } from '../postgres/find-free-port.ts'

const REPOSITORY = join(import.meta.dirname, '../..')
const SERVER = join(REPOSITORY, 'apps/server/src')

export type RunningSystem = {
  citizenUrl: string
  officeUrl: string
  /** As the owner of the tables: for counting and for moving the clock, never for what the product does. */
  owner: postgres.Sql
  appUrl: string
  dataDir: string
  environment: NodeJS.ProcessEnv
  /** The demo sign-ins as the product prints them. */
  signIns: () => string
  pidOf: (part: 'http' | 'worker') => number
  /** kill −9, and nothing else. */
  kill: (part: 'http' | 'worker') => Promise<void>
  start: (part: 'http' | 'worker') => Promise<void>
  restartDatabase: () => Promise<void>
  stop: () => Promise<void>
}

export type SystemOptions = { people?: number; durable?: boolean; environment?: NodeJS.ProcessEnv; worker?: boolean }

/** The whole product on free ports with a database and a data folder of its own, as `npm start` runs it; gone afterwards. */
export async function startSystem(options: SystemOptions = {}): Promise<RunningSystem> {
  const folder = mkdtempSync(join(tmpdir(), 'an-sinh-measure-'))
  // As root, PostgreSQL runs as another account and has to pass through.
  chmodSync(folder, 0o711)
  const databaseFolder = join(folder, 'database')
  const databasePort = await findFreePort()
  let database = await startEmbeddedDatabase({ folder: databaseFolder, port: databasePort, durable: options.durable ?? true })
  const superuser = postgres(database.url, { max: 1, onnotice: () => undefined })
  await superuser.unsafe('CREATE DATABASE ansinh')
  await superuser.end()
  const ownerUrl = database.url.replace(/\/postgres$/, '/ansinh')
  const appPassword = randomBytes(12).toString('hex')
  const appUrl = `postgres://ansinh_app:${appPassword}@127.0.0.1:${databasePort}/ansinh`
  const [citizenPort, officePort, operationsPort] = [await findFreePort(), await findFreePort(), await findFreePort()]
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    DATABASE_URL: appUrl,
    ANSINH_DATA_DIR: join(folder, 'data'),
    ANSINH_CITIZEN_PORT: String(citizenPort),
    ANSINH_OFFICE_PORT: String(officePort),
    ANSINH_OPERATIONS_PORT: String(operationsPort),
    ANSINH_LOG_LEVEL: 'error',
    ...options.environment,
  }
  const cli = (args: string[], more: NodeJS.ProcessEnv = {}): string => {
    const run = spawnSync(process.execPath, [join(SERVER, 'cli.ts'), ...args], { env: { ...environment, ...more }, encoding: 'utf8' })
    if (run.status !== 0) throw new Error(`cli ${args[0]}: ${run.stderr}${run.stdout}`)
    return run.stdout
  }
  cli(['migrate'], { DATABASE_MIGRATOR_URL: ownerUrl, ANSINH_APP_PASSWORD: appPassword, ANSINH_MARK_DEMO: '1' })
  cli(['seed-reference'])
  cli(['seed-demo', '--people', String(options.people ?? 300)])

  const running = new Map<'http' | 'worker', ChildProcess>()
  const start = async (part: 'http' | 'worker'): Promise<void> => {
    const child = spawn(process.execPath, [join(SERVER, `${part}.ts`)], { env: environment, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    running.set(part, child)
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve())
      child.once('exit', (code) => reject(new Error(`${part} ended with ${code}`)))
    })
  }
  const end = async (part: 'http' | 'worker', signal: NodeJS.Signals): Promise<void> => {
    const child = running.get(part)
    running.delete(part)
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await gone
  }
  await start('http')
  if (options.worker !== false) await start('worker')
  const owner = postgres(ownerUrl, { max: 2, onnotice: () => undefined })
  return {
    citizenUrl: `http://localhost:${citizenPort}`,
    officeUrl: `http://localhost:${officePort}`,
    owner,
    appUrl,
    dataDir: join(folder, 'data'),
    environment,
    signIns: () => cli(['demo-sign-ins']),
    pidOf: (part) => running.get(part)?.pid ?? 0,
    kill: (part) => end(part, 'SIGKILL'),
    start,
    restartDatabase: async () => {
      process.kill(database.pid, 'SIGKILL')
      await database.exited
      await pause(200)
      database = await startEmbeddedDatabase({ folder: databaseFolder, port: databasePort, durable: options.durable ?? true })
    },
    stop: async () => {
      await Promise.all([end('http', 'SIGTERM'), end('worker', 'SIGTERM')])
      await owner.end({ timeout: 2 }).catch(() => undefined)
      await database.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
