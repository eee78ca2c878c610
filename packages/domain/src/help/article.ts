import { parseBlocks, textOfBlock } from './parse-blocks.ts'

export type HelpLanguage = 'vi' | 'en'

/** Subjects in the order in which the help centre lists them. */
export const HELP_SUBJECTS = [
  'registration',
  'counter',
  'sign-in',
  'account',
  'card',
  'participation',
  'benefits',
  'visits',
  'requests',
  'family',
  'look-up',
  'data-rights',
  'safety',
] as const
export type HelpSubject = (typeof HELP_SUBJECTS)[number]

/** Whose state belongs beside the answer: the registration of this browser, or the requests of who is signed in. */
export type HelpCase = 'registration' | 'requests'

/**
 * `body`: everything after the title, in the small Markdown of `parseBlocks`. `keywords`: what people call it, slang and short forms too.
 * `asked`: questions as people put them, for the assistant alone.
 */
export type HelpText = {
  readonly title: string
  readonly summary: string
  readonly body: string
  readonly keywords: readonly string[]
  readonly asked?: readonly string[]
}
/** `context`: addresses of screens (`/ca-nhan/the`) and codes of refusals (`code-wrong`) that the article helps with. */
export type HelpArticle = {
  readonly id: string
  readonly subject: HelpSubject
  readonly context: readonly string[]
  readonly personalCase: HelpCase | null
  readonly reviewBy: string
  readonly sources: readonly string[]
  readonly texts: Readonly<Record<HelpLanguage, HelpText>>
}

/** Front matter between two lines of dashes, then the Vietnamese text and the English one, each under its first-level heading. */
const SHAPE = /^---\n(?<head>.*?)\n---\n\s*# (?<viTitle>[^\n]+)\n(?<vi>.*?)\n# (?<enTitle>[^\n]+)\n(?<en>.*)$/su

const listOf = (value: string | undefined): string[] =>
  (value ?? '')
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '')

const readHead = (head: string): ReadonlyMap<string, string> =>
  new Map(
    head.split('\n').flatMap((line): [string, string][] => {
      const at = line.indexOf(': ')
      return at < 0 ? [] : [[line.slice(0, at).trim(), line.slice(at + 2).trim()]]
    }),
  )

const readText = (title: string, body: string, keywords: string | undefined, asked: string | undefined): HelpText => {
  const [first] = parseBlocks(body)
  return {
    title: title.trim(),
    body: body.trim(),
    keywords: listOf(keywords),
    asked: listOf(asked),
    summary: first?.kind === 'paragraph' ? textOfBlock(first) : '',
  }
}

const isSubject = (word: string | undefined): word is HelpSubject => HELP_SUBJECTS.some((subject) => subject === word)
const isCase = (word: string | undefined): word is HelpCase => word === 'registration' || word === 'requests'

/**
 * One article from its file. The first paragraph is its summary.
 * @throws Error that names the article, when the file has not the shape
 */
export const parseHelpArticle = (id: string, source: string): HelpArticle => {
  const { head, viTitle, vi, enTitle, en } = SHAPE.exec(source.normalize('NFC'))?.groups ?? {}
  if (head === undefined || viTitle === undefined || vi === undefined || enTitle === undefined || en === undefined)
    throw new Error(`${id}: front matter, then "# Vietnamese title", its text, "# English title", its text`)
  const fields = readHead(head)
  const subject = fields.get('subject')
  const personalCase = fields.get('case')
  const reviewBy = fields.get('review-by') ?? ''
  if (!isSubject(subject)) throw new Error(`${id}: unknown subject ${subject ?? ''}`)
  if (personalCase !== undefined && !isCase(personalCase)) throw new Error(`${id}: unknown case ${personalCase}`)
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(reviewBy)) throw new Error(`${id}: review-by needs a date`)
  return {
    id,
    subject,
    personalCase: personalCase ?? null,
    context: listOf(fields.get('context')),
    reviewBy,
    sources: listOf(fields.get('sources')),
    texts: {
      vi: readText(viTitle, vi, fields.get('keywords-vi'), fields.get('asked-vi')),
      en: readText(enTitle, en, fields.get('keywords-en'), fields.get('asked-en')),
    },
  }
}
