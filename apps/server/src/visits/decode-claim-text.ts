import { TextDecoder } from 'node:util'

/** UTF-16 says so with its first two bytes; everything else must be UTF-8. */
const encodingOf = (head: Uint8Array): 'utf-16le' | 'utf-16be' | 'utf-8' => {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-8'
}

/** A decoder for text that begins with `head`; it throws on bytes that are none of its encoding. */
export const makeTextDecoder = (head: Uint8Array): TextDecoder => new TextDecoder(encodingOf(head), { fatal: true })

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/u

/** Base64, wrapped over lines or not → text; null when it is no base64 or no text. */
export const decodeBase64Text = (wrapped: string): string | null => {
  const base64 = wrapped.replaceAll(/\s+/gu, '')
  if (!BASE64.test(base64) || base64.replace(/=+$/u, '').length % 4 === 1) return null
  const bytes = Buffer.from(base64, 'base64')
  try {
    return makeTextDecoder(bytes).decode(bytes)
  } catch {
    return null
  }
}
