import { type IdCard, parseIdCardQr, parseIdentityNumber, parseMrz, type Mrz } from '../identity/index.ts'
import { formatFileNumber, type FormCodeRefusalCode, parseFileNumber, parseFormCode, parseScannedFormCode } from '../registrations/index.ts'
import { parseStatementCode } from '../statements/index.ts'

/** Papers that pass a counter and open no case here; each is named instead of being called a wrong code. */
export type OtherPaper = 'batch' | 'statement' | 'health-card' | 'insurance-number' | 'national-id'

export type Scanned =
  | { readonly kind: 'form-code'; readonly formCode: string }
  | { readonly kind: 'file-number'; readonly fileNumber: string }
  | { readonly kind: 'request-number'; readonly fileNumber: string }
  | { readonly kind: 'id-card'; readonly idCard: IdCard }
  | { readonly kind: 'mrz'; readonly mrz: Mrz }
  | { readonly kind: 'other-paper'; readonly paper: OtherPaper }
  /** The beginning of something known; the scanner was taken away too soon. */
  | { readonly kind: 'half' }
  | { readonly kind: 'unknown'; readonly code: FormCodeRefusalCode }

/** `DC`, `YC`: requests to put right or adjust; `NG`: to stop an account. */
const REQUEST_NUMBER = /^[0-9A-Z]{3,8}\/\d{4}\/(?:DC|YC|NG)\d{5,6}$/u
const BATCH_NUMBER = /^(?:[0-9A-Z]{3,8}\/\d{4}\/)?BK-?\w{4,}$/u
/** The number of a printed statement: C14-TS and its kin. */
const STATEMENT_NUMBER = /^C\d{2}-[A-Z]{2}/u
/** Ten digits or two letters and thirteen: the number in front of a health card's QR. */
const HEALTH_CARD = /^(?:[A-Z]{2}\d{13}|\d{10})\|/u
const REWRITTEN_MOST = 40

const paper = (name: OtherPaper): Scanned => ({ kind: 'other-paper', paper: name })

/** Texts of several fields: identity card, health card, or the beginning of one. */
const readFields = (text: string): Scanned => {
  const card = parseIdCardQr(text)
  if (card.ok) return { kind: 'id-card', idCard: card.idCard }
  return HEALTH_CARD.test(text.toUpperCase()) ? paper('health-card') : { kind: 'half' }
}

/** Lines that no card can have are as good as half a scan: laid on again they are read. */
const readLines = (text: string): Scanned => {
  const read = parseMrz(text)
  return read.ok ? { kind: 'mrz', mrz: read.mrz } : { kind: 'half' }
}

/** An address printed as a QR: of a form, of a statement, of a batch; without its code it was cut off. */
const readAddress = (text: string): Scanned => {
  if (text.includes('/kiem-tra')) return paper('statement')
  if (text.includes('/bang-ke')) return paper('batch')
  const scanned = parseScannedFormCode(text)
  return scanned.ok ? { kind: 'form-code', formCode: scanned.formCode } : { kind: 'half' }
}

const readNumber = (compact: string): Scanned | null => {
  if (REQUEST_NUMBER.test(compact)) return { kind: 'request-number', fileNumber: compact }
  if (BATCH_NUMBER.test(compact)) return paper('batch')
  if (STATEMENT_NUMBER.test(compact)) return paper('statement')
  const fileNumber = parseFileNumber(compact)
  return fileNumber.ok ? { kind: 'file-number', fileNumber: formatFileNumber(fileNumber) } : null
}

const readBareCode = (text: string, compact: string): Scanned => {
  const direct = parseFormCode(text)
  if (direct.ok) return { kind: 'form-code', formCode: direct.formCode }
  // Before the long codes: twelve digits are a person's number, whatever their check character would be.
  if (parseIdentityNumber('national-id', compact).ok) return paper('national-id')
  if (parseIdentityNumber('insurance-number', compact).ok) return paper('insurance-number')
  if (/^[A-Z]{2}\d{13}$/u.test(compact)) return paper('health-card')
  // Ten characters, and as many keys as a typing method may have turned into marks: a longer text is no code that was rewritten.
  if (text.length > REWRITTEN_MOST) return { kind: 'unknown', code: direct.code }
  const repaired = parseScannedFormCode(text)
  if (repaired.ok) return { kind: 'form-code', formCode: repaired.formCode }
  return parseStatementCode(text).ok ? paper('statement') : { kind: 'unknown', code: direct.code }
}

/**
 * What came from a scanner, a camera or a hand, told apart by its shape alone; no look-up. A form code wins over everything that looks
 * like it, since its check character proves it.
 */
export const readScanned = (raw: string): Scanned => {
  const text = raw.slice(0, 3000).trim()
  const compact = text.normalize('NFC').replace(/\s+/gu, '').toUpperCase()
  if (/[|\\]/u.test(text)) return readFields(text)
  if (text.includes('<')) return readLines(text)
  if (/^HTTPS?:/u.test(compact)) return readAddress(text)
  return readNumber(compact) ?? readBareCode(text, compact)
}
