import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Paths inside the repository of the files that belong to it: known to git, or new and not ignored. */
export function listSources(repository: string, wanted: (path: string) => boolean): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: repository,
    encoding: 'utf8',
  })
  return listed.split('\0').filter((path) => path !== '' && wanted(path) && existsSync(join(repository, path)))
}
