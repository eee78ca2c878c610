import { askHelpRoute, type HelpQuestionAnswer } from '@an-sinh/contract'
import { answerQuestion, type HelpAnswer, type HelpLanguage } from '@an-sinh/domain'
import { readHelpCentre } from '../help/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { countQuestion } from './assistant-queries.ts'
import { limitQuestions } from './limit-questions.ts'
import { listOwnCases } from './list-own-cases.ts'
import { handOver } from './hand-over.ts'

type Found = { readonly answer: HelpAnswer; readonly language: HelpLanguage }
const OTHER_LANGUAGE = { vi: 'en', en: 'vi' } as const

/** In the language of the screen; who types the other one is answered in the language they typed. */
const findAnswer = (question: string, language: HelpLanguage): Found => {
  const { articles, modelOf } = readHelpCentre()
  const answer = answerQuestion(articles, modelOf(language), question)
  if (answer.kind === 'answer') return { answer, language }
  const other = OTHER_LANGUAGE[language]
  const second = answerQuestion(articles, modelOf(other), question)
  return second.kind === 'answer' ? { answer: second, language: other } : { answer, language }
}

const nameArticles = (ids: readonly string[], language: HelpLanguage): HelpQuestionAnswer['near'] =>
  ids.flatMap((id) => {
    const article = readHelpCentre().byId.get(id)
    return article === undefined ? [] : [{ id, title: article.texts[language].title }]
  })

/** The question is neither kept nor logged; counted is whether an answer was known. */
export function askHelp(server: Server, platform: Platform): void {
  addRoute(server, askHelpRoute, async ({ body, request, reply }) => {
    await limitQuestions(platform, request, reply)
    const { answer, language } = findAnswer(body.question, body.language)
    const article = answer.kind === 'answer' ? readHelpCentre().byId.get(answer.articleId) : undefined
    const isPersonal = article !== undefined && article.personalCase !== null
    const own = !isPersonal ? { cases: [], officeId: null } : await listOwnCases(platform, request, body.language)
    await countQuestion(platform.sql, { language: body.language, kind: answer.kind })
    return {
      kind: answer.kind,
      article: article === undefined ? null : { id: article.id, title: article.texts[language].title },
      passage: answer.kind === 'answer' ? answer.passage : null,
      near: nameArticles(answer.near, language),
      ownCases: own.cases,
      handOver: await handOver(platform, own.officeId),
    }
  })
}
