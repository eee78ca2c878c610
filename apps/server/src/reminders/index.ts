import type { Platform } from '../platform/platform.ts'
import { tellCardDates } from './tell-card-dates-job.ts'
import { tellEmployment } from './tell-employment-job.ts'
import { tellRegisterNews, tellStatements } from './tell-register-news-job.ts'

/** What no request causes but the calendar. */
export async function startReminderJobs(platform: Platform): Promise<void> {
  const { jobs, log } = platform
  await jobs.work('tell-card-dates', async () => log.info({ told: await tellCardDates(platform) }, 'card dates told'))
  await jobs.work('tell-employment', async () => log.info({ told: await tellEmployment(platform) }, 'employment told'))
  await jobs.work('tell-register-news', async () => log.info({ told: await tellRegisterNews(platform) }, 'register news told'))
  await jobs.work('tell-statements', async () => log.info({ told: await tellStatements(platform) }, 'yearly notices told'))
  // A message at night wakes people: the jobs run when they are up.
  await jobs.schedule('tell-card-dates', '20 7 * * *')
  await jobs.schedule('tell-employment', '50 7 * * *')
  await jobs.schedule('tell-register-news', '20 8 * * *')
  await jobs.schedule('tell-statements', '50 8 * * *')
}
