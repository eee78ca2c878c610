import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ReadyAnswer, REFUSALS, type RefusalCode } from '@an-sinh/contract'
import { type HelpArticle, type HelpIndex, type HelpLanguage, makeHelpIndex, searchHelp } from '@an-sinh/domain'
import { readHelpCentre } from '../help/index.ts'

const FOLDER = join(import.meta.dirname, 'ready-answers')
const FOUND_MAX = 20
const CODES = Object.keys(REFUSALS) as RefusalCode[]
const SAFETY = {
  vi: 'Cơ quan BHXH không bao giờ hỏi mật khẩu hay mã xác nhận của anh/chị.',
  en: 'We never ask for your password or a confirmation code.',
}

/** Vietnamese, a line of dashes, English. @throws Error naming the file that is not so */
const readByHand = (code: string): { vi: string; en: string } => {
  const [vi, en, ...more] = readFileSync(join(FOLDER, `${code}.md`), 'utf8')
    .normalize('NFC')
    .split(/^---$/mu)
    .map((part) => part.trim())
  if (vi === undefined || vi === '' || en === undefined || en === '' || more.length > 0)
    throw new Error(`${code}.md: the Vietnamese answer, a line of three dashes, the English one`)
  return { vi, en }
}

const makeWords = (code: RefusalCode, article: HelpArticle | undefined): { vi: string; en: string } => {
  const { vi, en, nextVi, nextEn } = REFUSALS[code]
  const see = {
    vi: article === undefined ? '' : ` Xem thêm bài “${article.texts.vi.title}” trong mục Trợ giúp (/tro-giup/${article.id}).`,
    en: article === undefined ? '' : ` See also “${article.texts.en.title}” in the help centre (/tro-giup/${article.id}).`,
  }
  return {
    vi: `Chào anh/chị. Màn hình báo: “${vi}” ${nextVi}${see.vi} ${SAFETY.vi}`,
    en: `Good day. The screen said: “${en}” ${nextEn}${see.en} ${SAFETY.en}`,
  }
}

const makeAnswer = (code: RefusalCode, byHand: ReadonlySet<string>, articles: readonly HelpArticle[]): ReadyAnswer => {
  const { vi, en } = REFUSALS[code]
  const article = articles.find(({ context }) => context.includes(code))
  return {
    code,
    sentence: { vi, en },
    words: byHand.has(code) ? readByHand(code) : makeWords(code, article),
    byHand: byHand.has(code),
    article: article === undefined ? null : { id: article.id, title: { vi: article.texts.vi.title, en: article.texts.en.title } },
  }
}

type Answers = { readonly all: ReadonlyMap<string, ReadyAnswer>; readonly indexes: Readonly<Record<HelpLanguage, HelpIndex>> }
let answers: Answers | undefined

/** One answer for each code, read when first asked for. */
const readAnswers = (): Answers => {
  if (answers !== undefined) return answers
  const files = existsSync(FOLDER) ? readdirSync(FOLDER) : []
  const byHand = new Set(files.map((name) => name.replace(/\.md$/u, '')))
  const all = new Map(CODES.map((code) => [code as string, makeAnswer(code, byHand, readHelpCentre().articles)]))
  const texts = [...all.values()].map(({ code, sentence, words }) => {
    const textOf = (language: HelpLanguage) => ({
      title: sentence[language],
      summary: words[language],
      body: words[language],
      keywords: [code.replaceAll('-', ' ')],
    })
    return { id: code, texts: { vi: textOf('vi'), en: textOf('en') } }
  })
  answers = { all, indexes: { vi: makeHelpIndex(texts, 'vi'), en: makeHelpIndex(texts, 'en') } }
  return answers
}

/** Codes for which somebody wrote the answer; for the test that each is a code. */
export const listByHand = (): string[] => readdirSync(FOLDER).map((name) => name.replace(/\.md$/u, ''))

export const findReadyAnswer = (code: string): ReadyAnswer | null => readAnswers().all.get(code) ?? null

/** By the code itself, or by any words. Nothing asked: those written by hand, which are asked for most. */
export function searchReadyAnswers(asked: string, language: HelpLanguage): { found: number; answers: ReadyAnswer[] } {
  const { all, indexes } = readAnswers()
  const words = asked.trim()
  const exact = all.get(words.toLowerCase())
  if (exact !== undefined) return { found: 1, answers: [exact] }
  const ids =
    words === ''
      ? [...all.values()].filter(({ byHand }) => byHand).map(({ code }) => code)
      : searchHelp(indexes[language], words).map(({ id }) => id)
  return { found: ids.length, answers: ids.slice(0, FOUND_MAX).flatMap((id) => all.get(id) ?? []) }
}
