import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveWebApp } from './operations/index.ts'
import { makeServer } from './platform/make-server.ts'
import { openTestPlatform, type TestPlatform } from './platform/test-platform.ts'

const SHELL = '<!doctype html>\n<html lang="vi"><title>An Sinh</title></html>'
const folder = mkdtempSync(join(tmpdir(), 'an-sinh-web-app-'))
const nobody = async (): Promise<null> => null
const open: TestPlatform[] = []

const askOf = async (demo: boolean) => {
  const platform = await openTestPlatform({ demo })
  open.push(platform)
  const server = await makeServer(platform, 'citizen', { applicant: nobody, citizen: nobody, staff: nobody, employer: nobody })
  await serveWebApp(server, folder, platform.sql)
  return async (url: string) => server.fastify.inject({ method: 'GET', url, headers: { accept: 'text/html' } })
}

beforeAll(() => {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), SHELL)
  writeFileSync(join(folder, 'assets/index-AbCd1234.js'), 'export {}')
})
afterAll(async () => {
  for (const platform of open) await platform.drop()
  rmSync(folder, { recursive: true })
})

describe('the built web app', () => {
  it('gets the shell at every address that is nothing else, asked for again each time; built files are kept', async () => {
    const ask = await askOf(false)
    for (const url of ['/', '/index.html', '/dang-nhap']) {
      const { statusCode, headers, body } = await ask(url)
      expect({ url, statusCode, body, kept: headers['cache-control'] }).toEqual({ url, statusCode: 200, body: SHELL, kept: 'no-cache' })
    }
    expect((await ask('/assets/index-AbCd1234.js')).headers['cache-control']).toContain('immutable')
    expect((await ask('/api/nothing')).statusCode).toBe(404)
  })

  it('says from its first byte that it is a demonstration, also to the service worker that keeps it', async () => {
    const ask = await askOf(true)
    for (const url of ['/', '/index.html', '/dang-nhap']) {
      const { statusCode, headers, body } = await ask(url)
      expect({ url, statusCode, kept: headers['cache-control'] }).toEqual({ url, statusCode: 200, kept: 'no-cache' })
      expect(headers['content-type']).toBe('text/html; charset=utf-8')
      expect(body).toContain('<html data-demo lang="vi">')
    }
  })
})
