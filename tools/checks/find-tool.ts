import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const MODULES = join(import.meta.dirname, '..', '..', 'node_modules')

/** The script of a command-line tool that npm installed, to be run by our own Node: no shell and no shim between. */
export function findTool(packageName: string, command: string): string {
  const folder = join(MODULES, packageName)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { bin?: string | Record<string, string> }
  const script = typeof bin === 'string' ? bin : bin?.[command]
  if (script === undefined) throw new Error(`${packageName} has no command ${command}`)
  return join(folder, script)
}
