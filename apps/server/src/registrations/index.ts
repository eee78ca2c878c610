import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { expireRegistrations, remindRegistration } from './clock-jobs.ts'
import { eraseOutdated } from './erase-outdated-job.ts'
import { markRegistration } from './find-marks.ts'
import { submitRegistration } from './submit-registration.ts'

export { expireRegistrations, remindRegistration } from './clock-jobs.ts'
export { eraseOutdated } from './erase-outdated-job.ts'
export { type DeadlineImage, listExpiredClocks, listRunningGroups, type MovedDeadline } from './deadline-move-queries.ts'
export { markRegistration, type RegistrationMark } from './find-marks.ts'
export { decryptFormCode, findRegistrationByFormCode, proveFormCode } from './form-code.ts'
export { moveRegistration, type Move } from './move-registration.ts'
export {
  findRegistration,
  findRegistrationByFileNumber,
  insertDraft,
  listMoves,
  listOpenSiblings,
  listRegistrations,
  loadRegistration,
  readToday,
  recordFormPrinted,
  touchRegistration,
} from './registration-queries.ts'
export {
  isSubmitted,
  type RegistrationChanges,
  type RegistrationMoveLine,
  type RegistrationRow,
  type SubmittedRegistration,
} from './registration-row.ts'
export { type DeskChange, decideTargets, moveDeadlines, putDeadlinesBack, reviveExpired } from './resettle-office.ts'
export { extendDeadline, moveToOffice, settleDeadline } from './settle-deadline.ts'
export { submitAnswers } from './submit-registration.ts'
export { toRegistrationAnswer } from './to-registration-answer.ts'

export function registerRegistrations(server: Server, platform: Platform): void {
  submitRegistration(server, platform)
}

/** The clock, the marks for the clerk, and what is kept no longer. Expiry runs hourly: a worker that slept at midnight makes up for it. */
export async function startRegistrationJobs(platform: Platform): Promise<void> {
  const { jobs, log } = platform
  await jobs.work('mark-registration', async ({ registrationId }) => {
    if (typeof registrationId !== 'string') return
    await markRegistration(platform, registrationId)
    await inTransaction(platform, (transaction) => jobs.send(transaction, 'find-signals', { registrationId }))
  })
  await jobs.work('remind-registration', (data) => remindRegistration(platform, data))
  await jobs.work('expire-registrations', async () => log.info({ expired: await expireRegistrations(platform) }, 'registrations expired'))
  await jobs.work('erase-outdated', async () => log.info(await eraseOutdated(platform), 'outdated data erased'))
  await jobs.schedule('expire-registrations', '5 * * * *')
  await jobs.schedule('erase-outdated', '30 2 * * *')
}
