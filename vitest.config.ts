import { existsSync } from 'node:fs'

import { defineConfig } from 'vitest/config'

/** Root values are not inherited by projects: each says how it runs. Time limits are for a busy two-core machine. Threads without isolation are 7 times faster where nothing global is changed. */
const QUICK = { pool: 'threads', isolate: false, testTimeout: 20_000 } as const

/** A web app's tests run with its own Vite configuration (aliases, JSX), in a simulated browser. */
const webApp = (name: string) => ({
  root: `apps/${name}`,
  ...(existsSync(new URL(`apps/${name}/vite.config.ts`, import.meta.url)) ? { extends: `./apps/${name}/vite.config.ts` } : {}),
  test: { ...QUICK, name, environment: 'happy-dom', include: ['src/**/*.test.{ts,tsx}'] },
})

export default defineConfig({
  test: {
    projects: [
      { test: { ...QUICK, name: 'domain', environment: 'node', include: ['packages/{domain,contract}/**/*.test.ts'] } },
      {
        oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
        test: { ...QUICK, name: 'ui', environment: 'happy-dom', include: ['packages/ui/**/*.test.{ts,tsx}'] },
      },
      {
        test: {
          ...QUICK,
          // Pictures and codes bring WebAssembly along: V8 of Node 24 can abort when threads that hold some end at the same moment.
          pool: 'forks',
          name: 'server',
          environment: 'node',
          include: ['apps/server/**/*.test.ts'],
          exclude: ['**/*.db.test.ts', '**/node_modules/**'],
        },
      },
      {
        test: {
          name: 'database',
          environment: 'node',
          pool: 'forks',
          maxWorkers: 2,
          include: ['apps/server/**/*.db.test.ts'],
          globalSetup: ['tools/test-database.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      webApp('citizen'),
      webApp('office'),
      {
        test: {
          name: 'tools',
          environment: 'node',
          pool: 'forks',
          maxWorkers: 1,
          include: ['tools/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
