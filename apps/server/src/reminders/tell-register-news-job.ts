import { tellPerson } from '../notices/index.ts'
import type { Platform } from '../platform/platform.ts'
import { listRegisterNews, listStatementNews } from './register-news-queries.ts'
import { tellAll } from './tell-all.ts'

/** The books of a year are closed by then. Unverified: the law says "yearly" and names no day (Law 41/2024/QH15). */
const STATEMENT_FROM_MONTH = 3

/** Daily: a card changed by a file, a visit that a hospital sent; once each. Answers how many were told. */
export function tellRegisterNews(platform: Platform): Promise<number> {
  return tellAll(
    platform,
    (limit) => listRegisterNews(platform.sql, limit),
    async (transaction, { newsKey, personId, phone, email, ...news }) =>
      tellPerson(
        platform,
        transaction,
        { personId, phone, email },
        news.what === 'card-changed'
          ? { key: newsKey, content: { event: 'card-changed' } }
          : { key: newsKey, content: { event: 'visit-recorded', visitedOn: news.visitedOn }, subjectId: news.visitId },
      ),
  )
}

/** Daily from March on: last year's notice C14-TS is there, once a year. Answers how many were told. */
export function tellStatements(platform: Platform): Promise<number> {
  return tellAll(
    platform,
    (limit) => listStatementNews(platform.sql, STATEMENT_FROM_MONTH, limit),
    async (transaction, { year, ...reach }) =>
      tellPerson(platform, transaction, reach, { key: `statement/${year}`, content: { event: 'statement-ready', year } }),
  )
}
