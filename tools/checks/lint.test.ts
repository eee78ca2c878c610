import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { findTool } from './find-tool.ts'

const REPOSITORY = join(import.meta.dirname, '..', '..')

/** One breach each: what the house forbids → a file that does it. */
const PLANTED: Record<string, { path: string; text: string; rule: string }> = {
  any: { path: 'apps/server/src/a.ts', text: 'export const a = (x: any): unknown => x', rule: 'no-explicit-any' },
  'a non-null assertion': {
    path: 'apps/server/src/b.ts',
    text: 'export const b = (x: string | null): string => x!',
    rule: 'no-non-null-assertion',
  },
  '@ts-ignore': { path: 'apps/server/src/c.ts', text: '// @ts-ignore\nexport const c: string = 1', rule: 'ban-ts-comment' },
  'a default export': { path: 'apps/server/src/d.ts', text: 'export default 1', rule: 'no-default-export' },
  console: { path: 'apps/server/src/e.ts', text: "console.log('x')\nexport const e = 1", rule: 'no-console' },
  'a note to oneself': {
    path: 'apps/server/src/f.ts',
    text: ['// TO', 'DO later\nexport const f = 1'].join(''),
    rule: 'no-warning-comments',
  },
  'a promise nobody waits for': {
    path: 'apps/server/src/g.ts',
    text: 'const work = async (): Promise<number> => 1\nexport const g = (): void => {\n  work()\n}',
    rule: 'no-floating-promises',
  },
  'a promise where a truth value is meant': {
    path: 'apps/server/src/h.ts',
    text: 'const work = async (): Promise<boolean> => true\nexport const h = (): number => (work() ? 1 : 2)',
    rule: 'no-misused-promises',
  },
  'a choice that forgets a case': {
    path: 'apps/server/src/i.ts',
    text: "export function i(x: 'a' | 'b'): number {\n  switch (x) {\n    case 'a':\n      return 1\n  }\n  return 2\n}",
    rule: 'switch-exhaustiveness-check',
  },
  'something unknown taken as known': {
    path: 'apps/server/src/j.ts',
    text: "export const j: string = JSON.parse('1')",
    rule: 'no-unsafe-assignment',
  },
  'a name with capitals': { path: 'apps/server/src/BadName.ts', text: 'export const k = 1', rule: 'filename-case' },
  'a long file': { path: 'apps/server/src/l.ts', text: 'export const l = 1\n'.repeat(1) + '// line\n'.repeat(260), rule: 'max-lines' },
  'a long function': {
    path: 'apps/server/src/m.ts',
    text: `export function m(x: number): number {\n${'  x += 1\n'.repeat(70)}  return x\n}`,
    rule: 'max-lines-per-function',
  },
  "preact's names": {
    path: 'apps/citizen/src/n.ts',
    text: "import { h } from 'preact'\nexport const n = h",
    rule: 'no-restricted-imports',
  },
  'a focused test': {
    path: 'packages/domain/src/o.test.ts',
    text: "import { expect, it } from 'vitest'\nit.only('x', () => {\n  expect(1).toBe(1)\n})",
    rule: 'no-focused-tests',
  },
  'a skipped test': {
    path: 'packages/domain/src/p.test.ts',
    text: "import { expect, it } from 'vitest'\nit.skip('x', () => {\n  expect(1).toBe(1)\n})",
    rule: 'no-disabled-tests',
  },
  'a suppression that suppresses nothing': {
    path: 'apps/server/src/q.ts',
    text: '// oxlint-disable-next-line no-console -- no reason\nexport const q = 1',
    rule: 'Unused',
  },
}

describe('the linter', () => {
  const folder = mkdtempSync(join(tmpdir(), 'an-sinh-lint-'))
  const seen = new Map<string, string>()

  beforeAll(() => {
    for (const { path, text } of Object.values(PLANTED)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), `${text}\n`)
    }
    for (const name of ['.oxlintrc.json', 'tsconfig.json', 'tsconfig.base.json']) cpSync(join(REPOSITORY, name), join(folder, name))
    symlinkSync(join(REPOSITORY, 'node_modules'), join(folder, 'node_modules'))
    const { stdout } = spawnSync(process.execPath, [findTool('oxlint', 'oxlint'), '--format=json'], { cwd: folder, encoding: 'utf8' })
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { filename: string; code?: string; message: string }[] }
    for (const { filename, code, message } of diagnostics) seen.set(filename, `${seen.get(filename) ?? ''} ${code ?? ''} ${message}`)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(Object.entries(PLANTED))('sees %s', (_what, { path, rule }) => {
    expect(seen.get(path) ?? 'nothing').toContain(rule)
  })
})
