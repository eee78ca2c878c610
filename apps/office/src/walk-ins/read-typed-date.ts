import { parseCompactDate, type PartialDate } from '@an-sinh/domain'

/** `5/3/1994`, `05031994`, `3/1994`, `1994` → civil date or its part; null when there is no such day. */
export const readTypedDate = (typed: string): PartialDate | null => {
  const parts = typed.trim().split(/[\s/.-]+/u)
  const year = parts.at(-1) ?? ''
  return parseCompactDate([...parts.slice(0, -1).map((part) => part.padStart(2, '0')), year].join(''))
}
