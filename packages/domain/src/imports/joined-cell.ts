import type { CellParser } from './parse-cell.ts'

const EMPTY_PARTS = /^;*$/u

/**
 * Several values in one cell, joined by `;` as claim software does for people with several cards: each part is read by itself and comes out
 * canonical, an empty one empty (`2026-06-30;` is an end and an open end). The first fault is the cell's.
 */
export const joinedCell =
  (parse: CellParser, maxParts = 12): CellParser =>
  (cell) => {
    const parts = cell.split(';')
    if (parts.length > maxParts) return { ok: false, code: 'too-long' }
    const texts: string[] = []
    for (const part of parts) {
      const parsed = parse(part.trim())
      if (!parsed.ok) return parsed
      texts.push(parsed.text ?? '')
    }
    const joined = texts.join(';')
    return { ok: true, text: EMPTY_PARTS.test(joined) ? null : joined }
  }
