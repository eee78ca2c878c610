import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { type HelpArticleAnswer, listHelpArticlesRoute } from '@an-sinh/contract'
import type { HelpArticle, HelpLanguage } from '@an-sinh/domain'
import { addRoute, type Server } from '../platform/add-route.ts'
import { readHelpCentre } from './articles.ts'

/** A mended article should be read the same day. */
const FRESH_SECONDS = 600

const toAnswer = ({ id, subject, context, reviewBy, sources, texts }: HelpArticle, language: HelpLanguage): HelpArticleAnswer => {
  const { title, summary, body, keywords } = texts[language]
  return { id, subject, title, summary, body, keywords: [...keywords], context: [...context], reviewBy, sources: [...sources] }
}

type Packed = { readonly plain: Buffer; readonly gzip: Buffer; readonly etag: string }

const pack = (language: HelpLanguage): Packed => {
  const plain = Buffer.from(JSON.stringify({ articles: readHelpCentre().articles.map((article) => toAnswer(article, language)) }))
  return { plain, gzip: gzipSync(plain, { level: 9 }), etag: `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"` }
}

/** Packed once per process: the text is the same for everybody, and a third as long on a slow line. */
export function listHelpArticles(server: Server): void {
  const packed = new Map<HelpLanguage, Packed>()
  addRoute(server, listHelpArticlesRoute, async ({ query, request, reply }) => {
    const { plain, gzip, etag } = packed.get(query.language) ?? pack(query.language)
    packed.set(query.language, { plain, gzip, etag })
    reply.header('cache-control', `public, max-age=${FRESH_SECONDS}, stale-while-revalidate=86400`).header('etag', etag)
    reply.header('vary', 'accept-encoding')
    if (request.headers['if-none-match']?.includes(etag) === true) return reply.code(304).send()
    reply.type('application/json; charset=utf-8')
    return /\bgzip\b/u.test(request.headers['accept-encoding'] ?? '')
      ? reply.header('content-encoding', 'gzip').send(gzip)
      : reply.send(plain)
  })
}
