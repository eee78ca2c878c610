import { parsePartialDate } from '@an-sinh/domain'
import type { DateBoxes } from '@an-sinh/ui'

export type LoginFault = 'login-empty' | 'login-shape'

/** Insurance number or 12-digit id, as typed with spaces or dots → digits; or what is wrong with it. */
export const readLogin = (
  typed: string,
): { readonly ok: true; readonly login: string } | { readonly ok: false; readonly code: LoginFault } => {
  const login = typed.normalize('NFKC').replace(/[\s.-]/gu, '')
  if (login === '') return { ok: false, code: 'login-empty' }
  return /^(?:\d{10}|\d{12})$/u.test(login) ? { ok: true, login } : { ok: false, code: 'login-shape' }
}

const toNumber = (typed: string): number | null => (typed.trim() === '' ? null : Number(typed.normalize('NFKC').trim()))

/** The birth date as far as the papers show it; null when it is no date. */
export const readBornOn = ({ day, month, year }: DateBoxes): string | null => {
  const date = parsePartialDate(toNumber(day), toNumber(month), toNumber(year) ?? Number.NaN)
  return typeof date === 'string' ? date : null
}
