import { normaliseText } from './normalise-text.ts'

/** The five tone marks: huyền, sắc, ngã, hỏi, nặng. The vowel's own marks (â ă ê ô ơ ư) are not among them. */
const TONE_MARKS = /[\u0300\u0301\u0303\u0309\u0323]/gu

/** Moves the tone of one syllable to its end. */
const keyOfSyllable = (syllable: string): string => {
  const decomposed = syllable.normalize('NFD')
  return decomposed.replace(TONE_MARKS, '').normalize('NFC') + (decomposed.match(TONE_MARKS) ?? []).join('')
}

/**
 * A key under which the two spellings of one tone are equal ("Hoà" = "Hòa", "Thuý" = "Thúy") while different tones,
 * vowels and đ/d stay different. Lower case. For comparing only, never for showing.
 */
export const toneKey = (text: string): string => normaliseText(text).toLowerCase().split(' ').map(keyOfSyllable).join(' ')
