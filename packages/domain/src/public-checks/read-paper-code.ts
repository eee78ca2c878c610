import { parseFormCode } from '../registrations/index.ts'
import { parseStatementCode, type StatementCodeRefusalCode } from '../statements/index.ts'
import { refused, type Refused } from '../values/index.ts'

/** What a code leads to, by its shape alone. `paper`: statements, copies of one's data, cards and receipts, all under one kind of code. */
export type PaperCode =
  | { readonly kind: 'paper'; readonly code: string }
  | { readonly kind: 'agent-badge'; readonly code: string }
  | { readonly kind: 'hand-over'; readonly code: string }

/** `health-card-qr`: the QR that hospitals read; the card's own check code stands on its back. `form-code`: opens a registration and is nobody else's business. */
export type PaperCodeFault = StatementCodeRefusalCode | 'health-card-qr' | 'form-code'

/** No code of ours, and no address with one, is longer. */
const MOST = 2000
const BADGE = /^[0-9A-Z][0-9A-Z./-]{1,29}~[0-9A-F]{20}$/u
/** Number, then text in hexadecimal: the QR of a health-insurance card. */
const HEALTH_CARD_QR = /^(?:[A-Z]{2}\d{13}|\d{10})\|/u

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The last part of an address, or what was typed. */
const lastPart = (text: string): string => decode(text.split('/').at(-1) ?? '')

/** What anybody scanned or typed off a paper of ours. Whether there is such a paper is asked of the server. */
export const readPaperCode = (raw: string): { readonly ok: true; readonly paper: PaperCode } | Refused<PaperCodeFault> => {
  const text = raw.slice(0, MOST).normalize('NFC').trim()
  if (HEALTH_CARD_QR.test(text.toUpperCase())) return refused('health-card-qr')
  if (/\/to-khai\b/u.test(text)) return refused('form-code')
  const badge = (text.includes('~') && !text.includes('://') ? text : lastPart(text)).replace(/\s+/gu, '').toUpperCase()
  if (BADGE.test(badge)) return { ok: true, paper: { kind: 'agent-badge', code: badge } }
  const short = parseFormCode(lastPart(text))
  if (short.ok) return { ok: true, paper: { kind: 'hand-over', code: short.formCode } }
  const parsed = parseStatementCode(text)
  return parsed.ok ? { ok: true, paper: { kind: 'paper', code: parsed.statementCode } } : refused(parsed.code)
}
