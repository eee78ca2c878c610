import { type HelpBlock, type HelpSpan, parseBlocks } from '@an-sinh/domain'
import { type ReactNode, useMemo } from 'react'
import { Link } from 'wouter'

const Span = ({ span }: { readonly span: HelpSpan }): ReactNode => {
  if (span.href !== null)
    return span.href.startsWith('/api/') ? <a href={span.href}>{span.text}</a> : <Link href={span.href}>{span.text}</Link>
  return span.strong ? <strong>{span.text}</strong> : span.text
}

const Spans = ({ spans }: { readonly spans: readonly HelpSpan[] }): ReactNode => spans.map((span, at) => <Span key={at} span={span} />)

const Block = ({ block }: { readonly block: HelpBlock }): ReactNode => {
  if (block.kind === 'heading')
    return (
      <h2>
        <Spans spans={block.spans} />
      </h2>
    )
  if (block.items === undefined)
    return (
      <p>
        <Spans spans={block.spans} />
      </p>
    )
  const items = block.items.map((spans, at) => (
    <li key={at}>
      <Spans spans={spans} />
    </li>
  ))
  return block.kind === 'steps' ? <ol>{items}</ol> : <ul>{items}</ul>
}

/** The text of an article, drawn as elements: nothing in it can be markup. */
export const ArticleText = ({ body }: { readonly body: string }): ReactNode => {
  const blocks = useMemo(() => parseBlocks(body), [body])
  return blocks.map((block, at) => <Block key={at} block={block} />)
}
