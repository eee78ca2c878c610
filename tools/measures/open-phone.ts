import { type BrowserContext, chromium } from '@playwright/test'

import { findBrowser } from '../find-browser.ts'
import { CONTEXT } from './open-browser.ts'

/** A phone's browser whose profile lies in `profile`: each call is a new process that finds what the one before has kept. */
export async function openPhone(profile: string): Promise<BrowserContext> {
  const { executablePath, args, env } = await findBrowser()
  const inherited = Object.entries({ ...process.env, ...env }).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return chromium.launchPersistentContext(profile, {
    ...CONTEXT,
    executablePath,
    args,
    env: Object.fromEntries(inherited),
    viewport: { width: 360, height: 740 },
  })
}
