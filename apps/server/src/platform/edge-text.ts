import { findForbiddenCharacter } from '@an-sinh/domain'
import { Refusal } from './refusal.ts'

/**
 * Every text from outside becomes NFC once, at the edge (the same name typed on two phones is the same text),
 * and NUL, bidi and control characters are refused with a sentence naming the field.
 */
export function normaliseEdgeText<T>(value: T, path = ''): T {
  if (typeof value === 'string') {
    const found = findForbiddenCharacter(value)
    if (found !== null) throw new Refusal('bad-text', { fields: [{ field: path, code: 'bad-text' }] })
    return value.normalize('NFC') as T
  }
  if (Array.isArray(value)) return value.map((item, at) => normaliseEdgeText(item as unknown, `${path}.${at}`)) as T
  if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, normaliseEdgeText(item as unknown, path === '' ? key : `${path}.${key}`)]),
    ) as T
  }
  return value
}
