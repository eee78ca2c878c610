import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { checkHouse } from './check-house.ts'
import { checkInstallScripts, checkLockFile } from './check-lock-file.ts'
import { checkTexts } from './check-texts.ts'

let folder = ''
const plant = (files: Record<string, unknown>) => {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content))
  }
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'an-sinh-checks-'))
  execFileSync('git', ['init', '-q'], { cwd: folder })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the texts', () => {
  it('are not checked by finding none', () => {
    expect(checkTexts(folder)).toEqual(['no messages.vi.json was found'])
  })

  it('lack a translation, a place, a word or a composed letter, and it is said where', () => {
    plant({
      'apps/x/src/a/messages.vi.json': { greet: 'Chào {name}', only: 'Chỉ có', empty: ' ', loose: 'Hoa\u0300' },
      'apps/x/src/a/messages.en.json': { greet: 'Hello', empty: 'x', loose: 'Hoa', more: 'More' },
      'apps/x/src/b/messages.vi.json': { a: 'A' },
    })
    expect(checkTexts(folder)).toEqual([
      'apps/x/src/a: "only" has no English text',
      'apps/x/src/a: "more" has no Vietnamese text',
      'apps/x/src/a: "empty" is empty',
      'apps/x/src/a: "greet" has other {places} in English',
      'apps/x/src/a: "loose" is not NFC',
      'apps/x/src/b: one of messages.vi.json and messages.en.json is missing',
    ])
  })
})

describe('the house', () => {
  it('shows empty words, crowded folders, missing doors and suppressions without a reason', () => {
    plant({
      'apps/server/src/cards/card.ts': '// oxlint-disable-next-line no-console\nexport const card = 1',
      'packages/ui/src/utils/pad.ts': '',
    })
    plant({ 'apps/server/src/visits/visit-list.ts': 'export const list = (sql: Sql) => sql<Row[]>`SELECT 1`' })
    plant(Object.fromEntries(Array.from({ length: 16 }, (_, index) => [`apps/server/src/visits/visit-${index}.ts`, ''])))
    plant({ 'apps/server/src/visits/index.ts': '', 'apps/server/src/visits/visit.test.ts': '' })
    expect(checkHouse(folder)).toEqual([
      'apps/server/src/cards/card.ts: a suppression without its reason (-- because …): // oxlint-disable-next-line no-console',
      'apps/server/src/visits/visit-list.ts: SQL belongs in a -queries.ts file',
      'packages/ui/src/utils/pad.ts: "utils" names no subject',
      'apps/server/src/visits: 18 source files; past 15 it is two features',
      'apps/server/src/cards/ has no index.ts',
    ])
  })
})

describe('the lock file', () => {
  const lock = (packages: object) => plant({ 'package-lock.json': { lockfileVersion: 3, packages }, 'package.json': {} })

  it('names exact versions, sums and no address', () => {
    lock({
      '': {},
      'apps/a': {},
      'node_modules/good': { version: '1.0.0', integrity: 'sha512-x' },
      'node_modules/weak': { version: '1.0.0', integrity: 'sha1-x' },
      'node_modules/placed': { version: '1.0.0', integrity: 'sha512-x', resolved: 'https://packages.invalid/placed.tgz' },
      'node_modules/@an-sinh/a': { link: true, resolved: 'apps/a' },
    })
    plant({ 'apps/a/package.json': { dependencies: { good: '^1.0.0', '@an-sinh/a': '0.1.0', other: 'npm:good@1.0.0' } } })
    expect(checkLockFile(folder)).toEqual([
      'no sha512 integrity: node_modules/weak',
      'carries an address: node_modules/placed',
      'apps/a/package.json: good is "^1.0.0", not one version',
    ])
  })

  it('lets no package run code at installation that is not on the list with its reason', () => {
    lock({
      'node_modules/sly': { version: '1.0.0', hasInstallScript: true },
      'node_modules/known': { version: '1.0.0', hasInstallScript: true },
    })
    plant({
      'package.json': { allowScripts: { known: true, gone: true } },
      'node_modules/sly/package.json': {},
      'node_modules/known/package.json': {},
      '.npmrc': 'save-exact=true',
      'docs/decisions/0002-dependencies.md': 'gone: no more',
    })
    expect(checkInstallScripts(folder)).toEqual([
      '.npmrc does not refuse install scripts (strict-allow-scripts=true)',
      'has an install script and is not on the list: sly',
      'on the list without a reason in docs/decisions: known',
      'on the list but has no install script: gone',
    ])
  })
})
