import { voteForHelpArticleRoute } from '@an-sinh/contract'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { countStranger } from '../platform/stranger-limits.ts'
import { readHelpCentre } from './articles.ts'
import { addVote } from './help-queries.ts'

/** One more yes or no to an article on a day; who said it is not kept. */
export function voteForHelpArticle(server: Server, platform: Platform): void {
  addRoute(server, voteForHelpArticleRoute, async ({ params, body, request, reply }) => {
    if (!readHelpCentre().byId.has(params.articleId)) throw new Refusal('not-found')
    const { articleId } = params
    const counts = {
      device: 'help-vote',
      deviceKey: `${articleId}/`,
      network: 'help-vote-network',
      about: `help-vote/${articleId}`,
    } as const
    await countStranger(platform, { request, reply }, counts)
    await addVote(platform.sql, { articleId, ...body })
    return reply.send()
  })
}
