import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

import { unpackBrowser } from './browser/unpack-browser.ts'

export type Browser = {
  executablePath: string
  /** Flags every run wants: quiet, and without a sandbox only where root cannot have one. */
  args: string[]
  /** What the process needs on top of our environment (libraries and fonts of the unpacked browser). */
  env: Record<string, string>
  from: 'CHROME_PATH' | 'system' | 'npm'
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A real Chromium: the one of CHROME_PATH, else the system's, else the one npm installed (Linux x64), unpacked on first use. */
export async function findBrowser(): Promise<Browser> {
  const args = process.getuid?.() === 0 ? ['--no-sandbox', ...QUIET] : QUIET
  const given = process.env['CHROME_PATH'] ?? ''
  if (given !== '') return { executablePath: given, args, env: {}, from: 'CHROME_PATH' }
  const system = (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)))
  const found = system.find((path) => existsSync(path))
  if (found !== undefined) return { executablePath: found, args, env: {}, from: 'system' }
  return { ...(await unpackBrowser()), args, from: 'npm' }
}
