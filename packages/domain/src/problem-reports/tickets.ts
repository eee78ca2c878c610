import { formatSlipCode, makeSlipCode, parseSlipCode } from '../slip-codes/index.ts'

/** How long what people write may be; a transcript of a chat is longer than what one person types. */
export const TICKET_RULE = { wordsMax: 10_000, transcriptMax: 20_000, titleLength: 80, ratingWordsMax: 500 } as const

/** The places of the photos sent along. */
export const TICKET_PHOTO_KINDS = ['attachment-1', 'attachment-2', 'attachment-3'] as const
export type TicketPhotoKind = (typeof TICKET_PHOTO_KINDS)[number]

/** The answer to “Did it help?”. */
export const RATINGS = ['yes', 'partly', 'no'] as const
export type Rating = (typeof RATINGS)[number]

/** The beginning of the first line that says something, cut between words: what a list shows of a ticket. */
export const titleOfWords = (words: string): string => {
  const line = (words.split('\n').find((one) => one.trim() !== '') ?? '').trim().replaceAll(/\s+/gu, ' ')
  const signs = Array.from(line)
  if (signs.length <= TICKET_RULE.titleLength) return line
  const cut = signs.slice(0, TICKET_RULE.titleLength).join('')
  return `${cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut}…`
}

/** The look-up code of who asks without signing in: of 11 bytes of chance, written as a slip's. Null: draw again. */
export const makeTicketCode = (bytes: Uint8Array): string | null => {
  const code = makeSlipCode(bytes)
  return code === null ? null : formatSlipCode(code)
}

/** As typed → as it was given out, or null. */
export const parseTicketCode = (typed: string): string | null => {
  const code = parseSlipCode(typed)
  return code === null ? null : formatSlipCode(code)
}
