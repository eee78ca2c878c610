import { voteForHelpArticleRoute } from '@an-sinh/contract'
import { addRoute, type Server } from '../platform/add-route.ts'
import { meetDevice } from '../platform/known-device.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { readHelpCentre } from './articles.ts'
import { addVote } from './help-queries.ts'

/** One more yes or no to an article on a day; who said it is not kept. */
export function voteForHelpArticle(server: Server, platform: Platform): void {
  addRoute(server, voteForHelpArticleRoute, async ({ params, body, request, reply }) => {
    if (!readHelpCentre().byId.has(params.articleId)) throw new Refusal('not-found')
    const { deviceId } = meetDevice(platform.keyring, request, reply, 'help')
    await platform.limits.consume('help-vote', `${params.articleId}/${deviceId}`)
    await addVote(platform.sql, { articleId: params.articleId, ...body })
    return reply.send()
  })
}
