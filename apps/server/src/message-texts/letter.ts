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

/** One template per event of `Content`. */
export type Templates<Content extends { event: string }, Written> = {
  readonly [Event in Content['event']]: (content: Extract<Content, { event: Event }>) => Written
}

/** A content's own template; the table's type guarantees that the two belong together. */
export const write = <Content extends { event: string }, Written>(templates: Templates<Content, Written>, content: Content): Written =>
  (templates[content.event as Content['event']] as (content: Content) => Written)(content)
