export type ForbiddenCharacter = { readonly kind: 'nul' | 'bidi' | 'control' | 'lone-surrogate'; readonly at: number }

/** Directional marks and overrides (Unicode TR 9): they let a text be read otherwise than it is stored. */
const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u
/** Controls other than tab, line feed and carriage return, which typed text may hold. */
const CONTROL = /[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/u // oxlint-disable-line no-control-regex -- the point is to find them
const LONE_SURROGATE = /\p{Cs}/u
/** All of them in one look: nearly every text is clean, and files bring millions. */
const ANY = new RegExp(`\\0|${BIDI.source}|${CONTROL.source}|${LONE_SURROGATE.source}`, 'u')

const kindOf = (character: string): ForbiddenCharacter['kind'] | null => {
  if (character === '\0') return 'nul'
  if (BIDI.test(character)) return 'bidi'
  if (CONTROL.test(character)) return 'control'
  return LONE_SURROGATE.test(character) ? 'lone-surrogate' : null
}

/** The first character that no stored text may hold, with its UTF-16 offset; null when the text is clean. */
export const findForbiddenCharacter = (text: string): ForbiddenCharacter | null => {
  if (!ANY.test(text)) return null
  let at = 0
  for (const character of text) {
    const kind = kindOf(character)
    if (kind) return { kind, at }
    at += character.length
  }
  return null
}
