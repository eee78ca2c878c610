import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'

import { formatHealthCardQr, type HealthCardQr, parseHealthCardQr } from '@an-sinh/domain'
import sharp from 'sharp'
import { renderSVG } from 'uqr'

import { makeCards } from './made-cards.ts'
import { type Measure, rounded } from './measure-line.ts'
import { findQrReader, type QrReader } from './read-qr-pictures.ts'

const CARDS = 1000
const SEED = 20_261_126
/** About a phone's screen held under a scanner. */
const PIXELS = 600

/** Why the picture of a card does not say the card; null when it does. */
async function findFault(card: HealthCardQr, path: string, reader: QrReader): Promise<string | null> {
  const written = formatHealthCardQr(card)
  // As the app draws it (apps/citizen/src/cards/use-card-qr.ts).
  await sharp(Buffer.from(renderSVG(written, { ecc: 'M', border: 4 })))
    .resize(PIXELS, PIXELS, { kernel: 'nearest' })
    .png({ compressionLevel: 1 })
    .toFile(path)
  const text = await reader.read(path)
  if (text.split('|').length !== 17) return `not 17 segments: ${text}`
  const parsed = parseHealthCardQr(text)
  if (!parsed.ok) return parsed.code
  return isDeepStrictEqual(parsed.card, { ...card, healthCardNumber15: null, address: null, check: null })
    ? null
    : `read otherwise: ${text}`
}

/** Written, drawn, read by somebody else's reader, parsed: the same card. */
export const measure: Measure = {
  name: 'qr-layout',
  run: async ({ reference, tell }) => {
    const reader = await findQrReader()
    const folder = mkdtempSync(join(tmpdir(), 'an-sinh-qr-'))
    let [same, wrong] = [0, 0]
    try {
      for (const card of makeCards(CARDS, SEED)) {
        const fault = await findFault(card, join(folder, 'card.png'), reader)
        if (fault === null) same += 1
        else {
          wrong += 1
          tell(fault)
        }
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
    return [
      {
        name: 'qr-layout',
        value: same,
        unit: 'cards read back the same',
        bar: `= ${CARDS}`,
        ok: same === CARDS && wrong === 0,
        ref: rounded(reference.measure(), 1),
        reader: reader.name,
      },
    ]
  },
}
