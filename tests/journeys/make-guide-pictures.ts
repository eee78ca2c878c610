import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import sharp, { type OverlayOptions, type Sharp } from 'sharp'

/**
 * `node tests/journeys/make-guide-pictures.ts`: walks the journeys, keeps every screen they look at, and puts those that the guides show
 * into docs/guide/pictures, in few colours, with the wide picture of the README. Needs `pdftoppm` (poppler-utils) for the page of Form 01.
 */
const REPOSITORY = join(import.meta.dirname, '../..')
const GUIDE = join(REPOSITORY, 'docs', 'guide')
const PLAYWRIGHT = ['node_modules/@playwright/test/cli.js', 'test', '--config', 'tests/playwright.config.ts', '--reporter=list']
const JOURNEYS = ['letter', 'counter', 'another-way', 'dependants', 'history', 'own-pages', 'employer', 'help.spec', 'help-offline']
const PALETTE = { palette: true, colours: 48, effort: 10, dither: 0 } as const
const GAP = 24

/** The pictures that a guide names. */
const listShown = (): Set<string> => {
  const texts = readdirSync(GUIDE).filter((name) => name.endsWith('.md'))
  return new Set(
    texts.flatMap((name) =>
      [...readFileSync(join(GUIDE, name), 'utf8').matchAll(/pictures\/([\w-]+\.png)/g)].map(([, picture = '']) => picture),
    ),
  )
}

const keep = async (name: string, picture: Sharp): Promise<void> => {
  const path = join(GUIDE, 'pictures', name)
  writeFileSync(path, await picture.png(PALETTE).toBuffer())
  process.stdout.write(`${name} ${Math.round(statSync(path).size / 1000)} kB\n`)
}

const fitHeight = (picture: string, height: number, crop?: { width: number; height: number }): Promise<Buffer> => {
  const whole = sharp(picture)
  return (crop === undefined ? whole : whole.extract({ left: 0, top: 0, ...crop })).resize({ height }).png().toBuffer()
}

/** Phone, paper and desk side by side. */
async function drawJourney(from: string): Promise<Sharp> {
  execFileSync('pdftoppm', ['-png', '-r', '110', '-f', '1', '-l', '1', '-singlefile', join(from, 'form-01.pdf'), join(from, 'form-01')])
  const height = 440
  const parts = [
    await fitHeight(join(from, 'citizen-receipt.png'), height, { width: 360, height: 740 }),
    await fitHeight(join(from, 'form-01.png'), height),
    await fitHeight(join(from, 'office-case.png'), height),
  ]
  let left = GAP
  const layers: OverlayOptions[] = []
  for (const input of parts) {
    layers.push({ input, left, top: GAP })
    left += ((await sharp(input).metadata()).width ?? 0) + GAP
  }
  const background = sharp({ create: { width: left, height: height + 2 * GAP, channels: 3, background: '#c3d0da' } })
  return sharp(await background.composite(layers).png().toBuffer())
}

mkdirSync(join(GUIDE, 'pictures'), { recursive: true })
const from = mkdtempSync(join(tmpdir(), 'an-sinh-pictures-'))
try {
  const env = { ...process.env, ANSINH_GUIDE_PICTURES: from }
  execFileSync(process.execPath, [...PLAYWRIGHT, ...JOURNEYS], { cwd: REPOSITORY, env, stdio: 'inherit' })
  for (const name of listShown()) {
    if (name === 'journey.png') continue
    if (existsSync(join(from, name))) await keep(name, sharp(join(from, name)))
    // The chat is drawn in its hours alone.
    else process.stdout.write(`${name}: not drawn this time, the one before stays\n`)
  }
  await keep('journey.png', await drawJourney(from))
} finally {
  rmSync(from, { recursive: true, force: true })
}
