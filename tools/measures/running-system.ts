import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import postgres from 'postgres'

import { type EmbeddedDatabase, startEmbeddedDatabase } from '../embedded-database.ts'
import { findFreePort } from '../postgres/find-free-port.ts'

const REPOSITORY = join(import.meta.dirname, '../..')
const SERVER = join(REPOSITORY, 'apps/server/src')
const STOP_MS = 15_000
const RESTART_MS = 500

type Part = 'http' | 'worker'

export type RunningSystem = {
  citizenUrl: string
  officeUrl: string
  operationsUrl: string
  /** As the owner of the tables: for counting and for moving the clock, never for what the product does. */
  owner: postgres.Sql
  ownerUrl: string
  appUrl: string
  environment: NodeJS.ProcessEnv
  /** The server's command line in this system's environment; what it printed. @throws Error when it fails */
  cli: (...args: string[]) => string
  /** The demo sign-ins as the product prints them. */
  signIns: () => Promise<string>
  pidOf: (part: Part) => number
  /** kill −9, and nothing else. */
  kill: (part: Part) => Promise<void>
  start: (part: Part) => Promise<void>
  /** kill −9 of PostgreSQL's first process, then a new start on the same port. */
  killDatabase: () => Promise<void>
  /** From a database that was filled without fsync to one that writes as the product's does. */
  makeDurable: () => Promise<void>
  /** How often a process ended though nobody ended it. */
  endedByThemselves: () => number
  stop: () => Promise<void>
}

export type SystemOptions = {
  people?: number
  /** false: PostgreSQL without fsync, where crashes are not what is measured. */
  durable?: boolean
  worker?: boolean
  /** A real SMS gateway: the people are seeded first, then the demo mark is taken off, since the product refuses the two together. */
  smppUrl?: string
  /** A file that takes everything both processes log, down to the finest level. */
  logFile?: string
}

/** One of the two processes. Should it end by itself, that is counted and it is started again, as `npm start` does. */
function keepProcess(part: Part, environment: NodeJS.ProcessEnv, logFile?: string) {
  let child: ChildProcess | null = null
  let endedByItself = 0
  const start = async (): Promise<void> => {
    const started = spawn(process.execPath, [join(SERVER, `${part}.ts`)], {
      env: environment,
      stdio: [
        'ignore',
        ...(logFile === undefined ? (['ignore', 'inherit'] as const) : [openSync(logFile, 'a'), openSync(logFile, 'a')]),
        'ipc',
      ],
    })
    child = started
    await new Promise<void>((resolve, reject) => {
      started.once('message', () => resolve())
      started.once('exit', (code, signal) => reject(new Error(`${part} ended with ${code ?? signal}`)))
    })
    started.once('exit', () => {
      if (child !== started) return
      endedByItself += 1
      setTimeout(() => void start().catch((error: unknown) => console.error(error)), RESTART_MS)
    })
  }
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const ending = child
    child = null
    if (ending === null || ending.exitCode !== null || ending.signalCode !== null) return
    const gone = new Promise((resolve) => ending.once('exit', resolve))
    ending.kill(signal)
    const late = setTimeout(() => ending.kill('SIGKILL'), STOP_MS)
    await gone
    clearTimeout(late)
  }
  return { start, end, pid: () => child?.pid ?? 0, endedByItself: () => endedByItself }
}

async function openDatabase(folder: string, port: number, durable: boolean) {
  const start = (safely = durable): Promise<EmbeddedDatabase> =>
    startEmbeddedDatabase({ folder: join(folder, 'database'), port, durable: safely })
  let database = await start()
  const superuser = postgres(database.url, { max: 1, onnotice: () => undefined })
  await superuser.unsafe('CREATE DATABASE ansinh')
  await superuser.end()
  return {
    ownerUrl: database.url.replace(/\/postgres$/, '/ansinh'),
    stop: () => database.stop(),
    kill: async () => {
      process.kill(database.pid, 'SIGKILL')
      await database.exited
      await database.stop()
      await pause(200)
      database = await start()
    },
    makeDurable: async () => {
      await database.stop()
      database = await start(true)
    },
  }
}

async function makeEnvironment(folder: string, appUrl: string): Promise<NodeJS.ProcessEnv> {
  return {
    // As the launcher starts the product.
    MALLOC_ARENA_MAX: '2',
    ...process.env,
    DATABASE_URL: appUrl,
    ANSINH_DATA_DIR: join(folder, 'data'),
    ANSINH_CITIZEN_PORT: String(await findFreePort()),
    ANSINH_OFFICE_PORT: String(await findFreePort()),
    ANSINH_OPERATIONS_PORT: String(await findFreePort()),
    ANSINH_LOG_LEVEL: 'fatal',
    // Measures send the same drawn pictures for everybody, and a lot would make every run another one.
    ANSINH_SECOND_CHECKS: 'off',
  }
}

const makeCli =
  (environment: NodeJS.ProcessEnv) =>
  (...args: string[]): string => {
    const run = spawnSync(process.execPath, [join(SERVER, 'cli.ts'), ...args], { env: environment, encoding: 'utf8' })
    if (run.status !== 0) throw new Error(`cli ${args[0]}: ${run.stderr}${run.stdout}`)
    return run.stdout
  }

/** The whole product on free ports with a database and a data folder of its own, as `npm start` runs it; gone afterwards. */
export async function startSystem(options: SystemOptions = {}): Promise<RunningSystem> {
  const folder = mkdtempSync(join(tmpdir(), 'an-sinh-measure-'))
  // As root, PostgreSQL runs as another account and has to pass through.
  chmodSync(folder, 0o711)
  const port = await findFreePort()
  const database = await openDatabase(folder, port, options.durable ?? true)
  const appPassword = randomBytes(12).toString('hex')
  const appUrl = `postgres://ansinh_app:${appPassword}@127.0.0.1:${port}/ansinh`
  const environment = await makeEnvironment(folder, appUrl)
  makeCli({ ...environment, DATABASE_MIGRATOR_URL: database.ownerUrl, ANSINH_APP_PASSWORD: appPassword, ANSINH_MARK_DEMO: '1' })('migrate')
  const cli = makeCli(environment)
  cli('seed-reference')
  cli('seed-demo', '--people', String(options.people ?? 300))

  const owner = postgres(database.ownerUrl, { max: 2, onnotice: () => undefined })
  const markDemo = async (demo: boolean): Promise<void> => void (await owner`UPDATE installation SET demo = ${demo}`)
  const hasGateway = options.smppUrl !== undefined
  if (hasGateway) await markDemo(false)
  const level = options.logFile === undefined ? {} : { ANSINH_LOG_LEVEL: 'trace' }
  const gateway = hasGateway ? { ANSINH_SMS_GATEWAY: 'smpp', ANSINH_SMPP_URL: options.smppUrl } : {}
  const running = { ...environment, ...level, ...gateway }
  const parts = { http: keepProcess('http', running, options.logFile), worker: keepProcess('worker', running, options.logFile) }
  await parts.http.start()
  if (options.worker !== false) await parts.worker.start()
  return {
    citizenUrl: `http://localhost:${environment['ANSINH_CITIZEN_PORT']}`,
    officeUrl: `http://localhost:${environment['ANSINH_OFFICE_PORT']}`,
    operationsUrl: `http://localhost:${environment['ANSINH_OPERATIONS_PORT']}`,
    owner,
    ownerUrl: database.ownerUrl,
    appUrl,
    environment,
    cli,
    signIns: async () => {
      if (hasGateway) await markDemo(true)
      const printed = cli('demo-sign-ins')
      if (hasGateway) await markDemo(false)
      return printed
    },
    pidOf: (part) => parts[part].pid(),
    kill: (part) => parts[part].end('SIGKILL'),
    start: (part) => parts[part].start(),
    killDatabase: database.kill,
    makeDurable: database.makeDurable,
    endedByThemselves: () => parts.http.endedByItself() + parts.worker.endedByItself(),
    stop: async () => {
      await Promise.all([parts.http.end('SIGTERM'), parts.worker.end('SIGTERM')])
      await owner.end({ timeout: 2 }).catch(() => undefined)
      await database.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
