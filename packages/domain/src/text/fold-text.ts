import { normaliseText } from './normalise-text.ts'

/** U+0111 đ has no decomposition, so stripping marks leaves it; ð and ɖ are what other keyboards type for it. */
const D_LOOKALIKES = /[đðɖ]/gu

/**
 * The search form of a text: lower case, no diacritics, đ → d, single spaces. "  NGUYỄN  Đức " → "nguyen duc". Idempotent.
 * Tone position needs no extra care, the tones being gone.
 */
export const foldText = (text: string): string =>
  normaliseText(
    text
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .replace(D_LOOKALIKES, 'd'),
  )
