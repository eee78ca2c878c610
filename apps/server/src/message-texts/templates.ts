/** One template per event of `Content`. */
export type Templates<Content extends { event: string }, Written> = {
  readonly [Event in Content['event']]: (content: Extract<Content, { event: Event }>) => Written
}

/** A content's own template; the table's type guarantees that the two belong together. */
export const write = <Content extends { event: string }, Written>(templates: Templates<Content, Written>, content: Content): Written =>
  (templates[content.event as Content['event']] as (content: Content) => Written)(content)
