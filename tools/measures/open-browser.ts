import { type Browser, chromium } from '@playwright/test'

import { findBrowser } from '../find-browser.ts'

/** The real Chromium of this machine, quiet. */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, args, env } = await findBrowser()
  const inherited = Object.entries({ ...process.env, ...env }).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return chromium.launch({ executablePath, args, env: Object.fromEntries(inherited) })
}

/** What every page of a measurement has in common: Vietnamese, in Viet Nam. */
export const CONTEXT = { locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' } as const
