import type { Chat, ChatMessage, DeskChat } from '@an-sinh/contract'
import { type ChatRule, estimateWait, findChatCategory } from '@an-sinh/domain'
import type { ChatRow, MessageRow } from './chat-queries.ts'
import type { QueuePlace } from './desk-queries.ts'
import type { Keyring } from '../platform/keyring.ts'
import { ticketCodeOf } from '../tickets/index.ts'

const nameOf = ({ category, askerKind }: ChatRow): { vi: string; en: string } =>
  findChatCategory(category, askerKind)?.name ?? { vi: category, en: category }

export const toMessage = ({ seq, messageId, byKind, kind, words, masked, sentAt }: MessageRow): ChatMessage => ({
  seq,
  messageId,
  by: byKind,
  kind,
  words,
  masked,
  sentAt: sentAt.toISOString(),
})

/** A quarter of an hour after the end; who was gone by then hears it when they come back, as long as their browser is known. */
const TOLD_SECONDS = 900
const TOLD_LATER_SECONDS = 86_400

const codeOf = (keyring: Keyring, { chatId, askerKind, ticketNumber, endReason, secondsEnded }: ChatRow): string | null => {
  const told = endReason === 'asker-gone' ? TOLD_LATER_SECONDS : TOLD_SECONDS
  return askerKind === 'stranger' && ticketNumber !== null && secondsEnded !== null && secondsEnded <= told
    ? ticketCodeOf(keyring, chatId)
    : null
}

/** Minutes of one chat as the last ones took them, or as the rule says. */
export type Pace = { rule: ChatRule; minutesOfChat: number | null }

/** For whoever asks alone: a stranger's code is in it. */
export const toChat = (keyring: Keyring, row: ChatRow, place: QueuePlace | null, { rule, minutesOfChat }: Pace): Chat => ({
  chatId: row.chatId,
  state: row.state,
  category: nameOf(row),
  place: row.state === 'waiting' ? (place?.place ?? null) : null,
  waitMinutes:
    row.state !== 'waiting' || place === null
      ? null
      : estimateWait({ ...place, chatsOfAgent: rule.chatsOfAgent, minutesOfChat: minutesOfChat ?? rule.minutesOfChat }),
  agentName: row.agentName === null ? null : (row.agentName.trim().split(/\s+/u).at(-1) ?? null),
  agentDelivered: row.agentDelivered,
  agentSeen: row.agentSeen,
  lastSeq: row.lastSeq,
  endReason: row.endReason,
  ticketNumber: row.ticketNumber,
  ticketCode: codeOf(keyring, row),
})

export const toDeskChat = (row: ChatRow): DeskChat => ({
  chatId: row.chatId,
  askerKind: row.askerKind,
  asker: row.askerShown,
  language: row.language,
  category: nameOf(row),
  department: row.department,
  state: row.state,
  queuedAt: row.queuedAt.toISOString(),
  askerHere: row.askerHere,
  askerDelivered: row.askerDelivered,
  askerSeen: row.askerSeen,
  lastSeq: row.lastSeq,
  endReason: row.endReason,
  ticketNumber: row.ticketNumber,
})
