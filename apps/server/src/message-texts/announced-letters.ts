import type { Letter, NoticeContent, Templates } from './letter.ts'

type Announced = Extract<NoticeContent, { event: 'announced' }>

const paragraphsOf = (words: string): string[] =>
  words
    .split(/\n+/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** The words are those of whoever announces; they were looked at before. */
export const ANNOUNCED_VI: Templates<Announced, Letter> = {
  announced: ({ title, words }) => ({ subject: title.vi, lines: paragraphsOf(words.vi) }),
}
export const ANNOUNCED_EN: Templates<Announced, Letter> = {
  announced: ({ title, words }) => ({ subject: title.en, lines: paragraphsOf(words.en) }),
}
