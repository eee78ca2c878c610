import type { MessageContent } from './message-content.ts'

/** A text of some lines; `subject` alone may show on a locked screen. No link, no secret. */
export type Letter = { subject: string; lines: readonly string[] }

/** What may stand in a letter or the inbox: no code, and of a password only that it was sent. */
export type NoticeContent =
  | Exclude<
      MessageContent,
      {
        event:
          | 'one-time-code'
          | 'email-code'
          | 'email-link'
          | 'approved'
          | 'first-password'
          | 'contact-change-waits'
          | 'employer-invitation'
          | 'number-asked'
      }
    >
  | { event: 'approved'; loginHint: string }
  | { event: 'first-password' }
  | { event: 'number-asked' }
  | { event: 'contact-change-waits'; kind: 'phone' | 'email'; at: Date }
/** What is said in words of ours. */
export type FixedContent = Exclude<NoticeContent, { event: 'announced' }>
