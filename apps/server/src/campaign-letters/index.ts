import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { getLetterPdf } from './get-letter-pdf.ts'
import { sendNext } from './letter-queries.ts'
import { readMessages } from './read-messages.ts'
import { LETTERS_A_MINUTE, listLetters, previewLetter, sendLetter, stopLetter } from './write-letter.ts'

/** Letters to employers: to their inbox and on paper. */
export function registerCampaignLetters(server: Server, platform: Platform): void {
  for (const register of [previewLetter, sendLetter, listLetters, stopLetter, getLetterPdf, readMessages]) register(server, platform)
}

/** What leaves in one minute. */
export const sendLettersOfMinute = ({ sql }: Pick<Platform, 'sql'>): Promise<number> => sendNext(sql, LETTERS_A_MINUTE)

export async function startCampaignLetterJobs(platform: Platform): Promise<void> {
  await platform.jobs.work('send-employer-letters', async () => void (await sendLettersOfMinute(platform)))
  await platform.jobs.schedule('send-employer-letters', '* * * * *')
}
