import type { MessageEvent } from './message-content.ts'

/** The code with which the reader of a letter says "no more"; null for a letter that nobody can refuse. */
export const findStopCode = (event: MessageEvent, body: string): string | null =>
  event === 'employer-invitation' ? (/\b[a-z]{4}-\d{4}-[a-z]{4}\b/u.exec(body)?.[0] ?? null) : null
