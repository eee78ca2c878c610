import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import postgres from 'postgres'
import type { RunningSystem } from './running-system.ts'

const CLI = join(import.meta.dirname, '../../apps/server/src/cli.ts')

/** A register that takes files: who counts in it, and how the command line reaches it. */
export type Register = Pick<RunningSystem, 'owner' | 'environment'>

/** A second database beside the system's, migrated and otherwise empty, with a data folder of its own. */
export const openQuietRegister = async (system: RunningSystem, folder: string): Promise<Register & { close: () => Promise<void> }> => {
  await system.owner`CREATE DATABASE quiet`
  const inQuiet = (url: string): string => url.replace(/\/ansinh$/u, '/quiet')
  const environment = { ...system.environment, DATABASE_URL: inQuiet(system.appUrl), ANSINH_DATA_DIR: join(folder, 'data') }
  const migrating = {
    ...environment,
    DATABASE_MIGRATOR_URL: inQuiet(system.ownerUrl),
    ANSINH_APP_PASSWORD: new URL(system.appUrl).password,
    ANSINH_MARK_DEMO: '1',
  }
  for (const [env, command] of [
    [migrating, 'migrate'],
    [environment, 'seed-reference'],
  ] as const) {
    const { status, stderr } = spawnSync(process.execPath, [CLI, command], { env, encoding: 'utf8' })
    if (status !== 0) throw new Error(`${command} of the quiet register: ${stderr}`)
  }
  const owner = postgres(inQuiet(system.ownerUrl), { max: 2, onnotice: () => undefined })
  return { owner, environment, close: () => owner.end({ timeout: 2 }).catch(() => undefined) }
}
