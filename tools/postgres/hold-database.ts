import { startEmbeddedDatabase } from '../embedded-database.ts'

/**
 * `node tools/postgres/hold-database.ts FOLDER`: keeps the database of a folder running until it is told to stop.
 * First line out: `ready PORT PID`, or `refused SENTENCE`. For the tests that kill it, and for measurements that want a database alone.
 */
const [folder = ''] = process.argv.slice(2)
try {
  const database = await startEmbeddedDatabase({ folder, durable: false })
  const stop = () => void database.stop().then(() => process.exit(0))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
  console.log(`ready ${database.port} ${database.pid}`)
  setInterval(() => undefined, 60_000)
} catch (error) {
  console.log(`refused ${error instanceof Error ? error.message.replaceAll('\n', ' ') : String(error)}`)
  process.exitCode = 1
}
