import { createServer, request as forward, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { expect, type Page, test } from '@playwright/test'

import { makeStranger } from './applicants.ts'
import { fillIdentity, verifyOnPage } from './citizen-pages.ts'
import { look } from './look.ts'

const PERSON = makeStranger('Đinh Thị Bản Mới')

/** The product behind a door that can show another build's service worker: the same one with a word behind it. */
async function openDoor(target: string): Promise<{ url: string; bringNewVersion: () => void; close: () => void }> {
  let version = ''
  const { hostname, port, host, origin } = new URL(target)
  const server: Server = createServer((incoming, answer) => {
    const isWorker = incoming.url === '/sw.js'
    const headers: NodeJS.Dict<string | string[]> = { ...incoming.headers, host, ...(isWorker ? { 'accept-encoding': 'identity' } : {}) }
    if (headers['origin'] !== undefined) headers['origin'] = origin
    const outgoing = forward({ hostname, port, path: incoming.url, method: incoming.method, headers }, (response) => {
      if (!isWorker) {
        answer.writeHead(response.statusCode ?? 502, response.headers)
        response.pipe(answer)
        return
      }
      const { 'content-length': _length, etag: _etag, 'last-modified': _modified, ...kept } = response.headers
      answer.writeHead(response.statusCode ?? 502, kept)
      response.pipe(answer, { end: false })
      response.on('end', () => answer.end(`\n// ${version}`))
    })
    outgoing.on('error', () => answer.destroy())
    incoming.pipe(outgoing)
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port: own } = server.address() as AddressInfo
  return { url: `http://localhost:${own}`, bringNewVersion: () => void (version = 'another build'), close: () => void server.close() }
}

async function expectIdentity(page: Page): Promise<void> {
  await verifyOnPage(page, 'Thông tin của bạn')
  await expect(page.getByLabel('Họ và tên')).toHaveValue(PERSON.fullName)
  await expect(page.getByLabel('Năm', { exact: true })).toHaveValue(PERSON.year)
}

test('a new version waits until the person says so, and what was typed is there before and after', async ({ page, baseURL }) => {
  const door = await openDoor(baseURL ?? '')
  await page.goto(`${door.url}/dang-ky`)
  await page.evaluate(async () => navigator.serviceWorker.ready.then(() => undefined))
  await page.reload()
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await page.getByRole('button', { name: 'Bắt đầu đăng ký' }).click()
  await fillIdentity(page, PERSON)
  let loads = 0
  page.on('load', () => (loads += 1))

  door.bringNewVersion()
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
  const take = page.getByRole('button', { name: 'Cập nhật ngay' })
  await expect(take).toBeVisible()
  // Nothing changes under a half-filled form.
  await page.waitForTimeout(2000)
  expect(loads).toBe(0)
  await expectIdentity(page)
  await look(page, 'citizen-update')

  await take.click()
  await expect.poll(() => loads).toBe(1)
  await expectIdentity(page)
  door.close()
})
