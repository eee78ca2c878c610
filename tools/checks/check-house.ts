import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

import { REPOSITORY } from '../prepare.mjs'
import { listSources } from './list-sources.ts'

/** Folder words that say nothing about a subject. */
const EMPTY_WORDS = ['utils', 'helpers', 'services', 'types', 'hooks', 'controllers', 'dtos']
const MOST_SOURCES = 15

/** What the linter cannot see: shapes of folders, suppressions without a reason, machine paths, doors that are missing. */
export function checkHouse(repository = REPOSITORY): string[] {
  const sources = listSources(repository, (path) => /^(apps|packages|tools|tests)\/.*\.(tsx?|mjs)$/.test(path))
  if (sources.length === 0) return ['no source file was found']
  return [...sources.flatMap((path) => checkFile(repository, path)), ...checkFolders(sources), ...checkDoors(sources)]
}

function checkFile(repository: string, path: string): string[] {
  const text = readFileSync(join(repository, path), 'utf8')
  const words = dirname(path)
    .split('/')
    .concat(basename(path).split('.')[0] ?? '')
  const bare = text
    .split('\n')
    .filter((line) => /(ox|es)lint-disable/.test(line) && !/-disable[^\n]*\s--\s+\S/.test(line) && !path.startsWith('tools/checks/'))
  return [
    ...words.filter((word) => EMPTY_WORDS.includes(word)).map((word) => `${path}: "${word}" names no subject`),
    ...(holdsSqlOutOfPlace(path, text) ? [`${path}: SQL belongs in a -queries.ts file`] : []),
    ...bare.map((line) => `${path}: a suppression without its reason (-- because …): ${line.trim()}`),
  ]
}

/** SQL is written as a tagged template of a connection, or handed to its `unsafe`. */
function holdsSqlOutOfPlace(path: string, text: string): boolean {
  if (!path.startsWith('apps/server/src/') || /-queries\.ts$|\.test\.ts$|\/platform\/|-fixture\.ts$/.test(path)) return false
  return /\b(sql|transaction|tx|connection)(<[^`]{0,300}>)?`|\.unsafe\(/.test(text)
}

function checkFolders(sources: string[]): string[] {
  const counts = new Map<string, number>()
  for (const path of sources.filter((one) => /^(apps|packages)\//.test(one) && !/[.-](test|fixture)\.tsx?$|\.d\.ts$/.test(one))) {
    counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1)
  }
  // A shelf that holds one file a feature grows with the features, not with any of them.
  const crowded = [...counts].filter(
    ([folder, count]) => count > MOST_SOURCES && !/\/(platform|shared)$|^packages\/contract\/src(\/refusals)?$/.test(folder),
  )
  return crowded.map(([folder, count]) => `${folder}: ${count} source files; past ${MOST_SOURCES} it is two features`)
}

/** A feature folder of an app has a door. */
function checkDoors(sources: string[]): string[] {
  const features = new Set(sources.flatMap((path) => /^apps\/[^/]+\/src\/(?!platform\/|shared\/|app\/)[^/]+\//.exec(path)?.[0] ?? []))
  return [...features]
    .filter((folder) => !sources.some((path) => path === `${folder}index.ts` || path === `${folder}index.tsx`))
    .map((folder) => `${folder} has no index.ts`)
}
