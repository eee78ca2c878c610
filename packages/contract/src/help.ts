import { type Static, Type } from 'typebox'
import { nullable, text } from './common.ts'
import { route } from './route.ts'

export const helpLanguageSchema = Type.Union([Type.Literal('vi'), Type.Literal('en')])
const helpArticleSchema = Type.Object({
  id: Type.String(),
  subject: Type.String(),
  title: Type.String(),
  summary: Type.String(),
  body: Type.String({ description: 'small Markdown: paragraphs, headings, lists, steps, bold, links within the app' }),
  keywords: Type.Array(Type.String()),
  context: Type.Array(Type.String({ description: 'address of a screen, or code of a refusal' })),
  reviewBy: Type.String(),
  sources: Type.Array(Type.String()),
})
export type HelpArticleAnswer = Static<typeof helpArticleSchema>

export const listHelpArticlesRoute = route({
  operationId: 'listHelpArticles',
  method: 'GET',
  url: '/api/help-articles',
  surface: 'both',
  access: 'public',
  summary: 'The whole help centre in one language, to be searched and read on the phone, also offline',
  query: Type.Object({ language: helpLanguageSchema }),
  answer: Type.Object({ articles: Type.Array(helpArticleSchema) }),
  status: 200,
  refuses: [],
})

export const voteForHelpArticleRoute = route({
  operationId: 'voteForHelpArticle',
  method: 'POST',
  url: '/api/help-articles/:articleId/votes',
  surface: 'citizen',
  access: 'public',
  summary: 'Did this article help? Counted by day, with nobody’s name',
  params: Type.Object({ articleId: Type.String({ maxLength: 80, pattern: '^[a-z0-9-]+$' }) }),
  body: Type.Object({ language: helpLanguageSchema, helped: Type.Boolean() }),
  answer: null,
  status: 204,
  refuses: ['not-found', 'work-first', 'too-many'],
})

/** Long questions are taken and read as far as it helps; what is longer than this is no question. */
const QUESTION_MAX = 10_000
const namedArticleSchema = Type.Object({ id: Type.String(), title: Type.String() })
const ownCaseSchema = Type.Object({ text: Type.String(), href: Type.String({ description: 'the screen where the case is seen' }) })
const helpQuestionAnswerSchema = Type.Object({
  kind: Type.Union([Type.Literal('answer'), Type.Literal('unknown')]),
  article: nullable(namedArticleSchema),
  passage: nullable(
    Type.Object({
      kind: Type.Union([Type.Literal('paragraph'), Type.Literal('heading'), Type.Literal('list'), Type.Literal('steps')]),
      text: Type.String({ description: 'word for word from the article; the items of a list are lines' }),
    }),
  ),
  near: Type.Array(namedArticleSchema),
  /** How one's own registration or requests stand, when the question is about them. */
  ownCases: Type.Array(ownCaseSchema),
  handOver: Type.Object({
    hotline: Type.String(),
    office: nullable(Type.Object({ name: Type.String(), phone: nullable(Type.String()) })),
  }),
})
export type HelpQuestionAnswer = Static<typeof helpQuestionAnswerSchema>

export const askHelpRoute = route({
  operationId: 'askHelp',
  method: 'POST',
  url: '/api/help-questions',
  surface: 'citizen',
  access: 'public',
  summary:
    'Answers a question with a passage of an article and how one’s own case stands, or says that it does not know; writes nothing itself',
  body: Type.Object({ question: text(QUESTION_MAX), language: helpLanguageSchema }),
  answer: helpQuestionAnswerSchema,
  status: 200,
  refuses: ['bad-text', 'work-first', 'too-many'],
})
