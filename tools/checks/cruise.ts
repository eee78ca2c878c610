import { spawnSync } from 'node:child_process'

import { findTool } from './find-tool.ts'

export type Cruise = { modules: string[]; violations: { rule: string; from: string; to: string }[] }

type CruiseOutput = {
  modules: { source: string }[]
  summary: { violations: { rule: { name: string }; from: string; to: string }[] }
}

/**
 * Reads the imports under the folders of `repository` with our walls.
 * Without a TypeScript it can use the reader says nothing and finds nothing, so callers count the modules.
 */
export function cruise(repository: string, folders: readonly string[]): Cruise {
  const result = spawnSync(
    process.execPath,
    [findTool('dependency-cruiser', 'depcruise'), '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders],
    {
      cwd: repository,
      encoding: 'utf8',
      maxBuffer: 200_000_000,
    },
  )
  if (!result.stdout.startsWith('{')) throw new Error(`dependency-cruiser gave no answer: ${result.stderr}`)
  const { modules, summary } = JSON.parse(result.stdout) as CruiseOutput
  return {
    modules: modules.map(({ source }) => source),
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  }
}
