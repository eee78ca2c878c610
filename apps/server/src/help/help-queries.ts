import type { HelpLanguage } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'

export async function addVote(sql: Queryable, vote: { articleId: string; language: HelpLanguage; helped: boolean }): Promise<void> {
  await sql`INSERT INTO help_votes (article_id, language, voted_on, helped, votes)
    VALUES (${vote.articleId}, ${vote.language}, (ansinh_now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, ${vote.helped}, 1)
    ON CONFLICT (article_id, language, voted_on, helped) DO UPDATE SET votes = help_votes.votes + 1`
}
