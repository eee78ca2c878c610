import type { Bilingual } from '../values/index.ts'

type Said = { readonly byKind: 'asker' | 'agent' | 'system'; readonly kind: string; readonly words: string; readonly sentAt: Date }

const ZONE_MS = 7 * 3_600_000
const SPEAKERS: Readonly<Record<Said['byKind'], Bilingual>> = {
  asker: { vi: 'Người hỏi', en: 'Asker' },
  agent: { vi: 'Người hỗ trợ', en: 'Support' },
  system: { vi: 'Hệ thống', en: 'System' },
}
const EVENTS: Readonly<Record<string, Bilingual>> = {
  joined: { vi: 'người hỗ trợ vào trò chuyện', en: 'support joined' },
  'agent-gone': { vi: 'người hỗ trợ mất kết nối', en: 'support lost the connection' },
  'handed-over': { vi: 'chuyển cho người khác', en: 'handed over' },
  ended: { vi: 'kết thúc', en: 'ended' },
}

/** What was said as plain text, one line each with its time in Viet Nam: `08:24 Người hỏi: …`. */
export const writeTranscript = (messages: readonly Said[], language: 'vi' | 'en'): string =>
  messages
    .map(({ byKind, kind, words, sentAt }) => {
      const time = new Date(sentAt.getTime() + ZONE_MS).toISOString().slice(11, 16)
      const event = EVENTS[kind]
      return `${time} ${SPEAKERS[byKind][language]}: ${event === undefined ? words : event[language]}`
    })
    .join('\n')
