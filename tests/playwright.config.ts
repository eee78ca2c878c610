import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { defineConfig } from '@playwright/test'

import { findBrowser } from '../tools/find-browser.ts'

/*
 * Journeys look at the running product from outside, as a person does. Playwright starts the product itself: a fresh demo in a folder of
 * its own. Ports: ANSINH_JOURNEY_PORTS=citizen,office,operations. A product that runs already is looked at with ANSINH_JOURNEY_REUSE=on
 * and its folder in ANSINH_JOURNEY_DATA.
 */
const [citizen = 4500, office = 4501, operations = 4502] = (process.env['ANSINH_JOURNEY_PORTS'] ?? '4500,4501,4502').split(',').map(Number)

/** The first process to read this file makes the folder and removes it at its end; playwright's workers read it from the environment. */
function makeDataFolder(): string {
  const made = mkdtempSync(join(tmpdir(), 'an-sinh-journey-data-'))
  process.env['ANSINH_JOURNEY_DATA'] = made
  process.on('exit', () => rmSync(made, { recursive: true, force: true }))
  return made
}

const data = process.env['ANSINH_JOURNEY_DATA'] ?? makeDataFolder()
process.env['ANSINH_CITIZEN_URL'] = `http://localhost:${citizen}`
process.env['ANSINH_OFFICE_URL'] = `http://localhost:${office}`
const { executablePath, args, env } = await findBrowser()
const inherited = Object.entries({ ...process.env, ...env }).filter((entry): entry is [string, string] => entry[1] !== undefined)

export default defineConfig({
  testDir: 'journeys',
  outputDir: '../test-results',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: `http://localhost:${citizen}`,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath, args, env: Object.fromEntries(inherited) },
  },
  webServer: {
    command: `exec "${process.execPath}" tools/launch.ts --demo --citizen-port ${citizen} --office-port ${office} --operations-port ${operations} --data "${data}"`,
    cwd: join(import.meta.dirname, '..'),
    env: {
      ANSINH_UNDO_SECONDS: process.env['ANSINH_GUIDE_PICTURES'] === undefined ? '5' : '20',
      ANSINH_DEMO_REGISTRATIONS: 'off',
      ANSINH_SECOND_CHECKS: 'off',
    },
    url: `http://127.0.0.1:${office}/api/ready`,
    timeout: 240_000,
    reuseExistingServer: process.env['ANSINH_JOURNEY_REUSE'] === 'on',
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
  },
})
