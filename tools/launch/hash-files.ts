import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { REPOSITORY } from '../prepare.mjs'

const LEFT_OUT = new Set(['dist', 'node_modules'])

/** One hash over the files and folders (paths inside the repository), tests and built files left out; missing ones count as empty. */
export function hashFiles(paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of paths.filter((one) => existsSync(join(REPOSITORY, one)))) {
    for (const file of listFiles(join(REPOSITORY, path))) hash.update(file.slice(REPOSITORY.length)).update(readFileSync(file))
  }
  return hash.digest('hex')
}

function* listFiles(path: string): Generator<string> {
  if (!statSync(path).isDirectory()) {
    yield path
    return
  }
  for (const name of readdirSync(path).toSorted()) {
    if (!LEFT_OUT.has(name) && !/\.test\.tsx?$/.test(name)) yield* listFiles(join(path, name))
  }
}
