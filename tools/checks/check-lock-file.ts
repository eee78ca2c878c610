import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { REPOSITORY } from '../prepare.mjs'

type Entry = {
  version?: string
  integrity?: string
  resolved?: string
  link?: boolean
  hasInstallScript?: boolean
  dependencies?: Record<string, string>
}
type Lock = { lockfileVersion: number; packages: Record<string, Entry> }
type Manifest = Partial<Record<'dependencies' | 'devDependencies' | 'optionalDependencies' | 'allowScripts', Record<string, string>>>

const readJson = (...path: string[]): unknown => JSON.parse(readFileSync(join(...path), 'utf8'))
const readLock = (repository: string) => readJson(repository, 'package-lock.json') as Lock
const readManifest = (...path: string[]) => readJson(...path) as Manifest

const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** What is wrong with the lock file: an entry without integrity, an address of some registry, a version that is not one version. */
export function checkLockFile(repository = REPOSITORY): string[] {
  const { lockfileVersion, packages } = readLock(repository)
  const entries = Object.entries(packages)
  const installed = entries.filter(([path, { link }]) => path.includes('node_modules/') && link !== true)
  return [
    ...(lockfileVersion === 3 ? [] : [`lock file version ${lockfileVersion}, not 3`]),
    ...(installed.length > 0 ? [] : ['the lock file names no package']),
    ...installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => `no sha512 integrity: ${path}`),
    ...entries.filter(([, { resolved, link }]) => resolved !== undefined && link !== true).map(([path]) => `carries an address: ${path}`),
    ...installed
      .filter(([, { version }]) => version === undefined || !/^\d+\.\d+\.\d+/.test(version))
      .map(([path]) => `no version: ${path}`),
    ...entries.filter(([path]) => !path.includes('node_modules')).flatMap(([path]) => checkPinned(repository, path)),
  ]
}

/** Our own manifests name exact versions, so that a new lock file says what changed because a manifest did. */
function checkPinned(repository: string, workspace: string): string[] {
  const path = join(workspace, 'package.json')
  if (!existsSync(join(repository, path))) return [`in the lock file but not in the repository: ${path}`]
  const manifest = readManifest(repository, path)
  const wanted = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }
  const loose = Object.entries(wanted).filter(([, range]) => !/^(npm:[^@]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(range))
  return loose.map(([name, range]) => `${path}: ${name} is "${range}", not one version`)
}

/**
 * Packages whose code would run at installation: each must be on the list in package.json (`allowScripts`) or stay without its script on
 * purpose, and each of the list must be justified in docs/decisions.
 */
export function checkInstallScripts(repository = REPOSITORY): string[] {
  const { packages } = readLock(repository)
  const allowed = Object.keys(readManifest(repository, 'package.json').allowScripts ?? {})
  const settings = readFileSync(join(repository, '.npmrc'), 'utf8')
  const decisions = readFileSync(join(repository, 'docs', 'decisions', '0002-dependencies.md'), 'utf8')
  const withScript = Object.entries(packages).filter(([, entry]) => entry.hasInstallScript === true)
  const here = withScript.map(([path]) => path).filter((path) => existsSync(join(repository, path)))
  return [
    ...(/^strict-allow-scripts=true$/m.test(settings) ? [] : ['.npmrc does not refuse install scripts (strict-allow-scripts=true)']),
    ...here
      .map(nameOf)
      .filter((name) => !allowed.includes(name))
      .map((name) => `has an install script and is not on the list: ${name}`),
    ...allowed
      .filter((name) => !decisions.includes(name) && !decisions.includes(`${name.split('/')[0]}/*`))
      .map((name) => `on the list without a reason in docs/decisions: ${name}`),
    ...allowed
      .filter((name) => !withScript.some(([path]) => nameOf(path) === name))
      .map((name) => `on the list but has no install script: ${name}`),
  ]
}
