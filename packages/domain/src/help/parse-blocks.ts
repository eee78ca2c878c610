/** A run of text; `href` when it leads somewhere: another article (`/tro-giup/…`), a screen, or a PDF of ours. */
export type HelpSpan = { readonly text: string; readonly strong: boolean; readonly href: string | null }
export type HelpBlock =
  | { readonly kind: 'paragraph' | 'heading'; readonly spans: readonly HelpSpan[]; readonly items?: never }
  | { readonly kind: 'list' | 'steps'; readonly items: readonly (readonly HelpSpan[])[]; readonly spans?: never }

/** Links lead into this app only: another host in a help text would teach people to follow links. */
const INLINE = /\*\*([^*]{1,300})\*\*|\[([^\][]{1,200})\]\((\/[^()\s]{0,200})\)/gu
const BULLET = /^[-*] +/u
const STEP = /^\d{1,2}\. +/u

export const parseSpans = (text: string): HelpSpan[] => {
  const spans: HelpSpan[] = []
  let from = 0
  for (const match of text.matchAll(INLINE)) {
    const [whole, strong, label, href] = match
    if (match.index > from) spans.push({ text: text.slice(from, match.index), strong: false, href: null })
    spans.push(strong === undefined ? { text: label ?? '', strong: false, href: href ?? null } : { text: strong, strong: true, href: null })
    from = match.index + whole.length
  }
  if (from < text.length) spans.push({ text: text.slice(from), strong: false, href: null })
  return spans
}

/** Items of a list; a line that begins none goes on with the one before. */
const readItems = (lines: readonly string[], mark: RegExp): HelpSpan[][] => {
  const items: string[] = []
  for (const line of lines) {
    if (mark.test(line) || items.length === 0) items.push(line.replace(mark, ''))
    else items.push(`${items.pop() ?? ''} ${line.trim()}`)
  }
  return items.map(parseSpans)
}

const readBlock = (chunk: string): HelpBlock => {
  const lines = chunk.split('\n')
  const [first = ''] = lines
  if (first.startsWith('## ')) return { kind: 'heading', spans: parseSpans(chunk.slice(3).trim()) }
  if (BULLET.test(first)) return { kind: 'list', items: readItems(lines, BULLET) }
  if (STEP.test(first)) return { kind: 'steps', items: readItems(lines, STEP) }
  return { kind: 'paragraph', spans: parseSpans(lines.map((line) => line.trim()).join(' ')) }
}

/** The small Markdown of help texts: paragraphs, second-level headings, lists, numbered steps, bold, links within the app. All else is text. */
export const parseBlocks = (body: string): HelpBlock[] =>
  body
    .split(/\n[ \t]*\n/u)
    .map((chunk) => chunk.trim())
    .filter((chunk) => chunk !== '')
    .map(readBlock)

const plain = (spans: readonly HelpSpan[]): string => spans.map(({ text }) => text).join('')

/** The words of a block without its marks. */
export const textOfBlock = (block: HelpBlock): string =>
  block.items === undefined ? plain(block.spans) : block.items.map(plain).join('\n')
