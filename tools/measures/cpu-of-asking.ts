import { readProcessCpu } from './process-cpu.ts'
import type { RunningSystem } from './running-system.ts'
import { readServerCpu } from './server-cpu.ts'

/**
 * Runs `work` and tells the milliseconds of CPU that the product's server and the database spent on it: what a busy machine does not change
 * much, where the clock tells more about the neighbours.
 */
export async function cpuOfAsking<T>(
  system: RunningSystem,
  work: () => Promise<T>,
): Promise<{ result: T; serverMs: number; databaseMs: number }> {
  const [backend] = await system.owner<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`
  const read = () => ({ server: readProcessCpu(system.pidOf('http')), database: readServerCpu(backend?.pid ?? 0) })
  const before = read()
  const result = await work()
  const after = read()
  return { result, serverMs: (after.server - before.server) * 1000, databaseMs: (after.database - before.database) * 1000 }
}
