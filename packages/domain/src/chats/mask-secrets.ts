/** What stands in the place of a secret: always as long, so that its length is not told. */
export const SECRET_MASK = '••••••'

const CARD = /(?<![\d])(?:\d[ -]?){12,18}\d(?!\d)/gu
const PASSWORD_WORD = String.raw`(?:m[ậa]t\s*kh[ẩa]u|password|passcode|pwd|pass|mk)`
/** `mật khẩu: abc`, `pass=abc`: whatever stands after the sign. */
const PASSWORD_SIGNED = new RegExp(String.raw`(?<!\p{L})(${PASSWORD_WORD}(?:\s+\p{L}+){0,3}\s*[:=]\s*)(\S{4,})`, 'giu')
/** `mật khẩu của tôi là abc123`: a word with a digit or a sign in it, as no word of the language has. */
const PASSWORD_SAID = new RegExp(String.raw`(?<!\p{L})(${PASSWORD_WORD}(?:\s+\p{L}+){0,4}?\s+)((?=\S*[\d@#$%^&*!_])[^\s,.;]{4,})`, 'giu')
const CODE_WORD =
  /(?<!\p{L})(?:otp|m[ãa]\s*(?:x[áa]c\s*(?:nh[ậa]n|th[ựu]c)|k[íi]ch\s*ho[ạa]t|pin|s[ốo]\s*b[íi]\s*m[ậa]t)|pin|cvv|cvc|code)(?!\p{L})/iu
const SHORT_DIGITS = /(?<![\d/.-])\d(?:[ ]?\d){2,7}(?![\d/-])/gu
const ONLY_A_CODE = /^\s*\d{3}[ -]?\d{3}\s*$/u

/** Check digit of payment cards (ISO/IEC 7812-1, annex B). */
const isCardNumber = (text: string): boolean => {
  const digits = Array.from(text.replaceAll(/\D/gu, ''), Number)
  const sum = digits
    .toReversed()
    .reduce((total, digit, at) => total + (at % 2 === 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2), 0)
  return digits.length >= 13 && new Set(digits).size > 1 && sum % 10 === 0
}

/**
 * Takes out what looks like a password, a one-time code or a payment card, before anybody keeps it. Insurance numbers, identity numbers, dates
 * and phones stay: they are what people ask about.
 */
export const maskSecrets = (words: string): { readonly words: string; readonly masked: boolean } => {
  if (ONLY_A_CODE.test(words)) return { words: SECRET_MASK, masked: true }
  const withoutCards = words.replaceAll(CARD, (found) => (isCardNumber(found) ? SECRET_MASK : found))
  const withoutPasswords = withoutCards
    .replaceAll(PASSWORD_SIGNED, (_all, before: string) => `${before}${SECRET_MASK}`)
    .replaceAll(PASSWORD_SAID, (_all, before: string) => `${before}${SECRET_MASK}`)
  const shown = CODE_WORD.test(withoutPasswords) ? withoutPasswords.replaceAll(SHORT_DIGITS, SECRET_MASK) : withoutPasswords
  return { words: shown, masked: shown !== words }
}
