import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { cruise, type Cruise } from './cruise.ts'

const REPOSITORY = join(import.meta.dirname, '..', '..')

/** A small house in which every wall is broken once: file → its text. */
const PLANTED: Record<string, string> = {
  'packages/domain/src/index.ts': "import { readFileSync } from 'node:fs'\nexport const rule = readFileSync",
  'packages/contract/src/index.ts': "import '../../ui/src/index.ts'\nexport const schema = 1",
  'packages/ui/src/index.ts':
    "import type { App } from '../../../apps/citizen/src/main.ts'\nimport '../../contract/src/index.ts'\nexport const button: App | 1 = 1",
  'apps/citizen/src/main.ts': "import './registrations/photo-step.ts'\nexport type App = 2",
  'apps/citizen/src/registrations/photo-step.ts': "import '../help/index.ts'\nimport '../../../office/src/main.ts'\nexport const step = 1",
  'apps/citizen/src/help/index.ts': "import { join } from 'node:path'\nexport const help = join",
  'apps/office/src/main.ts': 'export const office = 1',
  'apps/server/src/platform/sql.ts': "import '../cards/index.ts'\nexport const openSql = 1",
  'apps/server/src/cards/index.ts': "import type { Counter } from '../counter/index.ts'\nexport const cards: Counter | 1 = 1",
  'apps/server/src/counter/index.ts':
    "import { openSql } from '../platform/sql.ts'\nimport '../cards/card-queries.ts'\nexport type Counter = typeof openSql",
  'apps/server/src/cards/card-queries.ts': "import '../../../../packages/ui/src/index.ts'\nexport const queries = 1",
  'apps/server/src/http.ts': "import '../../../tools/launch.ts'\nexport const http = 1",
  'tools/launch.ts': 'export const launch = 1',
  'tests/journey.spec.ts': "import '../apps/office/src/main.ts'\nexport const journey = 1",
}

describe('the walls', () => {
  const folder = mkdtempSync(join(tmpdir(), 'an-sinh-walls-'))
  let found: Cruise

  beforeAll(() => {
    for (const [path, text] of Object.entries(PLANTED)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json', 'tsconfig.base.json'])
      cpSync(join(REPOSITORY, name), join(folder, name))
    symlinkSync(join(REPOSITORY, 'node_modules'), join(folder, 'node_modules'))
    found = cruise(folder, ['apps', 'packages', 'tools', 'tests'])
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('are read file by file', () => {
    expect(found.modules.toSorted()).toEqual(expect.arrayContaining(Object.keys(PLANTED)))
  })

  it.each([
    ['domain-is-pure', 'packages/domain/src/index.ts'],
    ['browsers-have-no-node', 'apps/citizen/src/help/index.ts'],
    ['contract-knows-domain-only', 'packages/contract/src/index.ts'],
    ['ui-knows-domain-only', 'packages/ui/src/index.ts'],
    ['packages-know-no-app', 'packages/ui/src/index.ts'],
    ['apps-know-no-other-app', 'apps/citizen/src/registrations/photo-step.ts'],
    ['server-draws-nothing', 'apps/server/src/cards/card-queries.ts'],
    ['product-knows-no-tool', 'apps/server/src/http.ts'],
    ['tests-look-from-outside', 'tests/journey.spec.ts'],
    ['platform-knows-no-feature', 'apps/server/src/platform/sql.ts'],
    ['features-meet-at-the-door', 'apps/server/src/counter/index.ts'],
    ['entries-use-doors', 'apps/citizen/src/main.ts'],
    ['web-features-apart', 'apps/citizen/src/registrations/photo-step.ts'],
    ['sql-only-in-query-files', 'apps/server/src/counter/index.ts'],
    ['order-cards', 'apps/server/src/cards/index.ts'],
    ['no-circles', 'apps/server/src/cards/index.ts'],
    ['no-feature-circles', 'apps/server/src/cards'],
  ])('%s is seen when %s breaks it', (rule, from) => {
    expect(found.violations.map((violation) => `${violation.rule} ${violation.from}`)).toContain(`${rule} ${from}`)
  })

  it('give every rule a planted breach or an order row', () => {
    const walls = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as { forbidden: { name: string }[] }
    const caught = new Set(found.violations.map(({ rule }) => rule))
    expect(walls.forbidden.map(({ name }) => name).filter((name) => !caught.has(name) && !name.startsWith('order-'))).toEqual([])
  })

  it('know the place of every feature folder of the server', () => {
    const walls = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as { forbidden: { name: string }[] }
    const placed = walls.forbidden.map(({ name }) => name)
    const folders = readdirSync(join(REPOSITORY, 'apps/server/src'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
    const features = folders.map(({ name }) => name).filter((name) => name !== 'platform')
    expect(features.filter((name) => !placed.includes(`order-${name}`))).toEqual([])
  })
})
