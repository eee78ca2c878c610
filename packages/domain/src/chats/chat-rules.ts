import type { CivilDate } from '../calendar/index.ts'

/** How the chat is staffed and how long it waits for whom. The operator's own rule; no law speaks of it. */
export type ChatRule = {
  readonly version: string
  readonly effectiveFrom: CivilDate
  /** 0 Sunday … 6 Saturday, and the hours of those days; holidays and swapped days come from the calendar. */
  readonly weekdays: readonly number[]
  readonly spans: readonly (readonly [string, string])[]
  /** Chats that one agent holds at a time. */
  readonly chatsOfAgent: number
  /** `taken`: an agent asks for the next one; `given`: the next one goes to whoever holds the fewest. */
  readonly assignment: 'taken' | 'given'
  /** Without a sign of life for so long an agent is gone, and the chats go back to the front of the queue. */
  readonly agentAwaySeconds: number
  /** Without a sign of life for so long an asker is gone, and the chat closes with its transcript kept. */
  readonly askerAwayMinutes: number
  /** What one chat takes, until something is known of today's. */
  readonly minutesOfChat: number
  /** Beyond so many waiting for each agent nobody joins the queue any more. */
  readonly waitingOfAgent: number
  /** Characters of one message. */
  readonly wordsMax: number
  readonly source: string
}

export const CHAT_RULES: readonly ChatRule[] = [
  {
    version: 'chat-1',
    effectiveFrom: '2020-01-01',
    weekdays: [1, 2, 3, 4, 5],
    spans: [
      ['07:30', '11:30'],
      ['13:00', '17:00'],
    ],
    chatsOfAgent: 3,
    assignment: 'taken',
    agentAwaySeconds: 60,
    askerAwayMinutes: 5,
    minutesOfChat: 8,
    waitingOfAgent: 20,
    wordsMax: 2000,
    source: 'operator’s rule; hours as the counters of social-insurance offices keep them',
  },
]

/** The rule of a day. */
export const findChatRule = (on: CivilDate): ChatRule => {
  const rule = CHAT_RULES.filter(({ effectiveFrom }) => effectiveFrom <= on).at(-1) ?? CHAT_RULES[0]
  if (rule === undefined) throw new RangeError('no chat rule')
  return rule
}
