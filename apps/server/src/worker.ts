import { startAccountStopJobs } from './account-stops/index.ts'
import { startAccountJobs } from './accounts/index.ts'
import { startAnnouncementJobs } from './announcements/index.ts'
import { startApplicantJobs } from './applicants/index.ts'
import { startAuditSealer } from './audit/index.ts'
import { endConsentsOfMerger } from './bulk-forms/index.ts'
import { followClosedDays, startCallBackJobs } from './call-backs/index.ts'
import { startCampaignLetterJobs } from './campaign-letters/index.ts'
import { startCampaignJobs } from './campaigns/index.ts'
import { startChatJobs } from './chats/index.ts'
import { startClosureJobs } from './closures/index.ts'
import { startContactJobs } from './contacts/index.ts'
import { startCounterJobs } from './counter/index.ts'
import { startDependantJobs } from './dependants/index.ts'
import { startFraudSignalJobs } from './fraud-signals/index.ts'
import { moveSignedForms } from './hand-ins/index.ts'
import { WORKER_IMPORT_KINDS } from './import-kinds.ts'
import { startImportJobs } from './imports/index.ts'
import { startInvitationJobs } from './invitations/index.ts'
import { startMessageSender } from './messages/index.ts'
import { MIGRATIONS_FOLDER } from './migrations-folder.ts'
import { startNumberRequestJobs } from './number-requests/index.ts'
import { startNoticeJobs } from './notices/index.ts'
import { startPaperCodeJobs } from './paper-codes/index.ts'
import { startPaperJobs } from './papers/index.ts'
import { startPasskeyJobs } from './passkeys/index.ts'
import { startOwnDataJobs } from './own-data/index.ts'
import { followClosure } from './procedures/index.ts'
import { requireMigrated } from './platform/migrate.ts'
import { openPlatform } from './platform/platform.ts'
import { parseSettings } from './platform/settings.ts'
import { preferSmallHeap } from './platform/small-heap.ts'
import { startProblemReportJobs } from './problem-reports/index.ts'
import { startRecoveryJobs } from './recovery/index.ts'
import { startReferenceDeskJobs } from './reference-desk/index.ts'
import { startRegistrationJobs } from './registrations/index.ts'
import { startReminderJobs } from './reminders/index.ts'
import { startRepresentationJobs } from './representations/index.ts'
import { startRequestPhotoJobs } from './request-photos/index.ts'
import { startRequestJobs } from './requests/index.ts'
import { startRosterEndJobs } from './roster-ends/index.ts'
import { startRolloutJobs } from './rollouts/index.ts'
import { runUntilStopped } from './run-until-stopped.ts'
import { startEmployerOfficerJobs } from './employer-officers/index.ts'
import { moveDraftsOfMerger, startPreparedDraftJobs } from './prepared-drafts/index.ts'
import { startTicketJobs } from './tickets/index.ts'
import { startStaffJobs } from './staff/index.ts'
import { startStatementJobs } from './statements/index.ts'
import { startSupportDeskJobs } from './support-desk/index.ts'

/** The job entry: messages out, deadlines, decisions settled, audit sealed, outdated data erased. */
await runUntilStopped(async () => {
  preferSmallHeap()
  const platform = await openPlatform(parseSettings(process.env), { name: 'worker', works: true })
  await requireMigrated(platform.sql, MIGRATIONS_FOLDER)
  const sender = await startMessageSender(platform)
  const sealer = startAuditSealer(platform)
  await startNoticeJobs(platform)
  await startAccountJobs(platform)
  await startContactJobs(platform)
  await startRecoveryJobs(platform)
  await startPasskeyJobs(platform)
  await startAccountStopJobs(platform)
  await startReminderJobs(platform)
  await startNumberRequestJobs(platform)
  await startStaffJobs(platform)
  await startEmployerOfficerJobs(platform)
  await startPreparedDraftJobs(platform)
  await startStatementJobs(platform)
  await startPaperCodeJobs(platform)
  await startRegistrationJobs(platform)
  await startApplicantJobs(platform)
  await startRepresentationJobs(platform)
  await startDependantJobs(platform)
  await startCounterJobs(platform)
  await startFraudSignalJobs(platform)
  await startClosureJobs(platform, [followClosure, followClosedDays])
  await startPaperJobs(platform)
  await startOwnDataJobs(platform)
  await startRequestPhotoJobs(platform)
  await startRequestJobs(platform)
  await startCampaignJobs(platform)
  await startCampaignLetterJobs(platform)
  await startAnnouncementJobs(platform)
  await startReferenceDeskJobs(platform)
  await startProblemReportJobs(platform)
  await startSupportDeskJobs(platform)
  await startChatJobs(platform)
  await startTicketJobs(platform)
  await startCallBackJobs(platform)
  await startImportJobs(platform, WORKER_IMPORT_KINDS)
  await startInvitationJobs(platform)
  await startRosterEndJobs(platform, [endConsentsOfMerger, moveSignedForms, moveDraftsOfMerger])
  const follower = await startRolloutJobs(platform)
  return async () => {
    await sender.stop()
    await follower.stop()
    await sealer.stop()
    await platform.close()
  }
})
