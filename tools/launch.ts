import { join } from 'node:path'

import { buildWebApps } from './launch/build-web-app.ts'
import { checkPorts } from './launch/check-ports.mjs'
import { fillDatabase, runCli } from './launch/fill-database.ts'
import { openDatabase, type OpenDatabase } from './launch/open-database.ts'
import { type LaunchOptions, parseOptions } from './launch/parse-options.mjs'
import { step, tell } from './launch/progress.ts'
import { stopRunning } from './launch/run-node.ts'
import { supervise, type Supervised } from './launch/supervise.ts'
import { waitUntilReady } from './launch/wait-until-ready.ts'

/** The whole product on one machine: database, both web apps, API, worker; ends in order on Ctrl-C, SIGTERM or when its parent is gone. */
const options = parseOptions(process.argv.slice(2), process.env)
const started: { database?: OpenDatabase; processes: Supervised[] } = { processes: [] }
let stopping: Promise<never> | null = null

async function stopAll(code: number): Promise<never> {
  stopRunning()
  await Promise.all(started.processes.map((one) => one.stop()))
  await started.database?.stop()
  process.exit(code)
}

/** A second Ctrl-C a second later means "now": PostgreSQL and the server mend themselves at the next start. */
function onSignal(since = Date.now()): () => void {
  return () => {
    if (stopping !== null && Date.now() - since > 1000) process.exit(130)
    if (stopping !== null) return
    since = Date.now()
    tell('Đang dừng / stopping …')
    stopping = stopAll(0)
  }
}

function environmentFor({ ports, dataDir }: LaunchOptions): Record<string, string> {
  return {
    ANSINH_DATA_DIR: dataDir,
    ANSINH_CITIZEN_PORT: String(ports.citizen.port),
    ANSINH_OFFICE_PORT: String(ports.office.port),
    ANSINH_OPERATIONS_PORT: String(ports.operations.port),
    ANSINH_SMS_GATEWAY: process.env['ANSINH_SMS_GATEWAY'] ?? 'inbox',
    ANSINH_LOG_LEVEL: process.env['ANSINH_LOG_LEVEL'] ?? 'info',
    // Compiled modules are kept between starts: a third less work for each process that begins.
    NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? join(dataDir, 'compile-cache'),
  }
}

async function launch(): Promise<void> {
  await checkPorts(Object.values(options.ports))
  const env = environmentFor(options)
  const data = openDatabase(options).then(async (database) => {
    started.database = database
    await fillDatabase(options, database, env)
    return database
  })
  const [database] = await Promise.all([data, options.build ? buildWebApps() : undefined])
  const serverEnv = { ...env, ...database.appEnv }
  await step('Khởi động máy chủ / starting API and worker', () => startServer(serverEnv))
  printAddresses(database.embedded, options.demo ? await runCli('demo-sign-ins', serverEnv) : '')
  if (options.demo && process.stdin.isTTY) repeatSignIns(serverEnv)
  if (options.demo && process.env['ANSINH_DEMO_REGISTRATIONS'] !== 'off') addRegistrations(serverEnv)
}

/** Cases for the counter come after the product serves: they are made through its own endpoints, photos and all, and take a while. */
function addRegistrations(env: Record<string, string>): void {
  runCli('seed-demo-registrations', env, (line) => tell(line.trim())).catch((error: unknown) => {
    if (stopping === null) tell(error instanceof Error ? error.message : String(error))
  })
}

/** One-time codes live 30 s: the Enter key prints those of the moment. */
function repeatSignIns(env: Record<string, string>): void {
  tell('Nhấn Enter để in lại mã TOTP mới / Enter prints new one-time codes')
  process.stdin.on('data', () => {
    runCli('demo-sign-ins', env).then(
      (text) => console.log(`\n${text.trim()}\n`),
      (error: unknown) => tell(error instanceof Error ? error.message : String(error)),
    )
  })
}

async function startServer(env: Record<string, string>): Promise<void> {
  const logs = join(options.dataDir, 'logs')
  const processes = [supervise('http', 'apps/server/src/http.ts', env, logs), supervise('worker', 'apps/server/src/worker.ts', env, logs)]
  started.processes.push(...processes)
  const hosts = [waitUntilReady(options.ports.citizen.port), waitUntilReady(options.ports.office.port)]
  const ready = Promise.all([...hosts, ...processes.map((one) => one.started)])
  await Promise.race([ready, ...processes.map((one) => one.failedEarly)])
  for (const one of processes) one.markReady()
}

function printAddresses(embedded: boolean, signIns: string): void {
  const { citizen, office, operations } = options.ports
  console.log(`
  Người dân / citizen app        http://localhost:${citizen.port}/
  Cán bộ / office app            http://localhost:${office.port}/${
    signIns === '' ? '' : `\n  Hộp thư dùng thử / inbox       http://localhost:${citizen.port}/hop-thu`
  }
  Mô tả API / API reference      http://localhost:${operations.port}/reference
  Nhật ký / logs                 ${join(options.dataDir, 'logs')}${embedded ? '' : '\n  Cơ sở dữ liệu / database       DATABASE_URL'}
`)
  if (signIns !== '') console.log(`${signIns.trim()}\n`)
  tell('Sẵn sàng; Ctrl-C để dừng / ready, Ctrl-C stops everything')
}

const stop = onSignal()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
process.on('disconnect', stop)
launch().catch(async (error: unknown) => {
  if (stopping !== null) return
  console.error(`\n${error instanceof Error ? error.message : String(error)}`)
  stopping = stopAll(1)
  await stopping
})
