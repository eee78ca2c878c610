/** Soft hyphen, zero-width space, word joiner and byte-order mark: invisible, and pasted along from web pages and PDFs. */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/gu

/**
 * The one stored form of typed text: NFC, invisible characters dropped, white space collapsed to single spaces, trimmed.
 * Case and accents are kept. Idempotent.
 */
export const normaliseText = (text: string): string => text.replace(INVISIBLE, '').normalize('NFC').replace(/\s+/gu, ' ').trim()
