import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { REPOSITORY } from '../prepare.mjs'

type Bom = { bomFormat: string; components: { name: string; version: string; licenses?: unknown[] }[] }

/** Writes dist/sbom.json (CycloneDX, by npm from the lock file) and says what is wrong with it. */
export function writeSbom(): string[] {
  const npm = process.env['npm_execpath']
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only']
  const text = execFileSync(npm === undefined ? 'npm' : process.execPath, npm === undefined ? args : [npm, ...args], {
    cwd: REPOSITORY,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  mkdirSync(join(REPOSITORY, 'dist'), { recursive: true })
  writeFileSync(join(REPOSITORY, 'dist', 'sbom.json'), text)
  const { bomFormat, components } = JSON.parse(text) as Bom
  const wanted = Object.keys(
    (JSON.parse(readFileSync(join(REPOSITORY, 'apps/server/package.json'), 'utf8')) as { dependencies: object }).dependencies,
  )
  const named = new Set(components.map(({ name }) => name))
  return [
    ...(bomFormat === 'CycloneDX' ? [] : [`the bill of materials is ${bomFormat}, not CycloneDX`]),
    ...wanted
      .filter((name) => !name.startsWith('@an-sinh/') && !named.has(name))
      .map((name) => `missing in the bill of materials: ${name}`),
  ]
}
