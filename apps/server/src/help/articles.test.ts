import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as contract from '@an-sinh/contract'
import { HELP_SUBJECTS, type HelpArticle, type HelpLanguage, parseBlocks, searchHelp } from '@an-sinh/domain'
import { describe, expect, it } from 'vitest'
import { readHelpCentre } from './articles.ts'

const REPOSITORY = join(import.meta.dirname, '../../../..')
const LANGUAGES: readonly HelpLanguage[] = ['vi', 'en']
const { articles, byId, indexOf } = readHelpCentre()

/** Addresses that the citizen app draws: of its router, of its features' own, and of the steps of the registration. */
const readScreens = (): string[] => {
  const source = join(REPOSITORY, 'apps/citizen/src')
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /^(?:app\/app|[^/]+\/(?:index|[^/]+-pages))\.tsx$/u.test(path),
  )
  const routed = files.flatMap((path) =>
    [...readFileSync(join(source, path), 'utf8').matchAll(/path="([^"]+)"/gu)].map(([, address]) => address ?? ''),
  )
  const steps = [...readFileSync(join(source, 'shared/steps/steps.ts'), 'utf8').matchAll(/path: '([^']+)'/gu)].map(([, path]) => path ?? '')
  return [...routed, ...steps]
}
const screens = readScreens()
const exact = new Set(screens.map((path) => path.replace(/\/\*\??$/u, '')))
const isScreen = (address: string): boolean => exact.has(address)

/** Refusals that a citizen can meet. */
const citizenCodes = [
  ...new Set(
    Object.values(contract).flatMap((one) =>
      typeof one === 'object' && 'operationId' in one && one.surface !== 'office' ? (one.refuses as readonly string[]) : [],
    ),
  ),
]

const linksOf = (article: HelpArticle): string[] =>
  LANGUAGES.flatMap((language) =>
    parseBlocks(article.texts[language].body).flatMap((block) =>
      (block.items?.flat() ?? block.spans ?? []).flatMap(({ href }) => (href === null ? [] : [href])),
    ),
  )
const isGood = (href: string): boolean => {
  if (href === '/api/form-01/blank' || href === '/tro-giup/hoi') return true
  return href.startsWith('/tro-giup/') ? byId.has(href.slice('/tro-giup/'.length)) : isScreen(href)
}

describe('the help centre', () => {
  it('has at least sixty articles, each complete in both languages', () => {
    expect(articles.length).toBeGreaterThanOrEqual(60)
    const wrong = articles.flatMap(({ id, texts, sources }) =>
      LANGUAGES.filter((language) => {
        const { title, summary, body, keywords } = texts[language]
        const words = body.split(/\s+/u).length
        const isWhole = title.length > 5 && summary.length > 40 && keywords.length > 1 && sources.length > 0
        return !isWhole || words < 90 || words > 300
      }).map((language) => `${id} ${language}`),
    )
    expect(wrong).toEqual([])
  })

  it('has something on every subject', () => {
    expect(HELP_SUBJECTS.filter((subject) => !articles.some((article) => article.subject === subject))).toEqual([])
  })

  it('is looked through again within a year of being written', () => {
    const isDay = (text: string): boolean => new Date(text).toISOString().slice(0, 10) === text
    expect(articles.filter(({ reviewBy }) => !isDay(reviewBy) || reviewBy > '2027-12-31').map(({ id }) => id)).toEqual([])
  })

  it('leads only to articles and screens that exist', () => {
    expect(screens.length).toBeGreaterThan(30)
    expect(
      articles.flatMap((article) =>
        linksOf(article)
          .filter((href) => !isGood(href))
          .map((href) => `${article.id}: ${href}`),
      ),
    ).toEqual([])
    expect(isGood('/tro-giup/khong-co-bai-nay')).toBe(false)
    expect(isGood('/khong-co-trang-nay')).toBe(false)
  })

  it('names only screens and refusals that exist', () => {
    const known = (key: string): boolean => (key.startsWith('/') ? isScreen(key) : Object.hasOwn(contract.REFUSALS, key))
    expect(articles.flatMap(({ id, context }) => context.filter((key) => !known(key)).map((key) => `${id}: ${key}`))).toEqual([])
  })

  it('helps with every refusal that a citizen can meet', () => {
    expect(citizenCodes.length).toBeGreaterThan(80)
    const helped = new Set(articles.flatMap(({ context }) => context))
    expect(citizenCodes.filter((code) => !helped.has(code))).toEqual([])
  })

  it('finds every article by its own title, in both languages', () => {
    const lost = LANGUAGES.flatMap((language) =>
      articles
        .filter(({ id, texts }) => searchHelp(indexOf(language), texts[language].title)[0]?.id !== id)
        .map(({ id }) => `${language} ${id}`),
    )
    expect(lost).toEqual([])
  })

  it('invents no phone number', () => {
    const all = articles.flatMap(({ texts }) => LANGUAGES.map((language) => `${texts[language].title} ${texts[language].body}`)).join('\n')
    expect(/\b(?:1[89]00|0\d{2,3})[ .]?\d{3,4}[ .]?\d{3,4}\b/u.exec(all)).toBeNull()
  })
})
