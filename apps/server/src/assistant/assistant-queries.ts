import type { HelpLanguage } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'

/** Several rows a day share the counting, so that nobody waits for another's. */
const SLOTS = 16

export async function countQuestion(sql: Queryable, question: { language: HelpLanguage; kind: 'answer' | 'unknown' }): Promise<void> {
  await sql`INSERT INTO help_question_counts (asked_on, language, kind, slot, questions)
    VALUES ((ansinh_now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, ${question.language}, ${question.kind}, floor(random() * ${SLOTS})::int, 1)
    ON CONFLICT (asked_on, language, kind, slot) DO UPDATE SET questions = help_question_counts.questions + 1`
}
