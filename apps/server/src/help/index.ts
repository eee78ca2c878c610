import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { listHelpArticles } from './list-help-articles.ts'
import { voteForHelpArticle } from './vote-for-help-article.ts'

export { readHelpCentre } from './articles.ts'

/** Adds the help centre: its articles, and whether they helped. */
export function registerHelp(server: Server, platform: Platform): void {
  listHelpArticles(server)
  voteForHelpArticle(server, platform)
}
