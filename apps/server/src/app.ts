import { join } from 'node:path'
import type { Surface } from '@an-sinh/contract'
import { registerAccountDesk } from './account-desk/index.ts'
import { cancelOpenStops, registerAccountStops, takeBackStops } from './account-stops/index.ts'
import { type AccountHooks, registerAccounts, resolveCitizen } from './accounts/index.ts'
import { registerAdjustments } from './adjustments/index.ts'
import { registerAnnouncements } from './announcements/index.ts'
import { registerApplicants, resolveApplicant } from './applicants/index.ts'
import { registerAssistant } from './assistant/index.ts'
import { registerAudit } from './audit/index.ts'
import { registerAuditExports } from './audit-exports/index.ts'
import { registerBadgeDesk } from './badge-desk/index.ts'
import { registerBatches } from './batches/index.ts'
import { registerBenefits } from './benefits/index.ts'
import { registerCallBacks } from './call-backs/index.ts'
import { registerCampaignLetters } from './campaign-letters/index.ts'
import { registerCampaigns } from './campaigns/index.ts'
import { registerBulkForms } from './bulk-forms/index.ts'
import { registerHandIns } from './hand-ins/index.ts'
import { registerVisitPlans } from './visit-plans/index.ts'
import { registerChats } from './chats/index.ts'
import { registerCards } from './cards/index.ts'
import { registerClosures } from './closures/index.ts'
import { cancelOpenChanges, registerContacts } from './contacts/index.ts'
import { registerContributions } from './contributions/index.ts'
import { registerCounter } from './counter/index.ts'
import { registerDependants } from './dependants/index.ts'
import { registerDataRequests } from './data-requests/index.ts'
import { registerDevices } from './devices/index.ts'
import { registerEmployerAccounts } from './employer-accounts/index.ts'
import { registerEmployerOfficers, resolveEmployer, signInEmployer } from './employer-officers/index.ts'
import { registerForms } from './forms/index.ts'
import { registerFraud } from './fraud/index.ts'
import { registerHelp } from './help/index.ts'
import { registerImportDecisions } from './import-decisions/index.ts'
import { registerImports } from './import-desk/index.ts'
import { IMPORT_KINDS } from './import-kinds.ts'
import { registerIncidents } from './incidents/index.ts'
import { registerInbox } from './inbox/index.ts'
import { registerInvitations } from './invitations/index.ts'
import { registerLookups } from './lookups/index.ts'
import { registerMandates } from './mandates/index.ts'
import { registerMessages } from './messages/index.ts'
import { describeApi, registerOperations, serveWebApp } from './operations/index.ts'
import { deletePasskeys, registerPasskeys } from './passkeys/index.ts'
import { registerOwnData } from './own-data/index.ts'
import { registerNumberRequests } from './number-requests/index.ts'
import { registerPapers } from './papers/index.ts'
import { registerPersons } from './persons/index.ts'
import { registerPhotos } from './photos/index.ts'
import type { ActorResolvers } from './platform/actor.ts'
import type { Server } from './platform/add-route.ts'
import { makeServer } from './platform/make-server.ts'
import type { Platform } from './platform/platform.ts'
import { registerPractice } from './practice/index.ts'
import { registerPublicChecks } from './public-checks/index.ts'
import { registerProblemReports } from './problem-reports/index.ts'
import { registerPreparedDrafts } from './prepared-drafts/index.ts'
import { registerProcedures } from './procedures/index.ts'
import { registerQueues } from './queues/index.ts'
import { registerRecovery, useCounterCode, useEmailLinks } from './recovery/index.ts'
import { registerReference } from './reference/index.ts'
import { registerReferenceDesk } from './reference-desk/index.ts'
import { registerRegisterCopies } from './register-copies/index.ts'
import { registerReports } from './reports/index.ts'
import { registerRepresentations } from './representations/index.ts'
import { noteAccountChange, registerRollouts } from './rollouts/index.ts'
import { findRegistration, moveRegistration, proveFormCode, registerRegistrations } from './registrations/index.ts'
import { registerRequestPhotos } from './request-photos/index.ts'
import { registerRequests } from './requests/index.ts'
import { registerRosterPreviews } from './roster-previews/index.ts'
import { registerRosters } from './rosters/index.ts'
import { registerRosterUploads } from './roster-uploads/index.ts'
import { registerStepUps } from './step-ups/index.ts'
import { registerStaff, resolveStaff } from './staff/index.ts'
import { registerStaffPosts } from './staff-posts/index.ts'
import { registerStatements } from './statements/index.ts'
import { registerSupportDesk } from './support-desk/index.ts'
import { registerTicketPhotos } from './ticket-photos/index.ts'
import { registerTickets, ticketHooks } from './tickets/index.ts'
import { registerVisits } from './visits/index.ts'
import { registerWalkIns } from './walk-ins/index.ts'
import { registerWalletCards } from './wallet-cards/index.ts'

const REPOSITORY = join(import.meta.dirname, '../../..')

const makeResolvers = (platform: Platform): ActorResolvers => ({
  applicant: resolveApplicant(platform),
  citizen: resolveCitizen(platform),
  staff: resolveStaff(platform),
  employer: resolveEmployer(platform),
})

/** What officers of employers and schools work at. */
const registerEmployerArea = (server: Server, platform: Platform): void => {
  registerEmployerOfficers(server, platform)
  registerRosters(server, platform)
  registerRosterUploads(server, platform)
  registerRosterPreviews(server, platform)
  registerRollouts(server, platform)
  registerInvitations(server, platform)
}

/** What staff work at. */
const registerDesks = (server: Server, platform: Platform): void => {
  registerAccountDesk(server, platform)
  registerBatches(server, platform)
  registerBadgeDesk(server, platform)
  registerAuditExports(server, platform)
  registerCounter(server, platform)
  registerWalkIns(server, platform)
  registerPapers(server, platform)
  registerFraud(server, platform)
  registerPractice(server, platform)
  registerClosures(server, platform)
  registerQueues(server, platform)
  registerReports(server, platform)
  registerCampaigns(server, platform)
  registerCampaignLetters(server, platform)
  registerAnnouncements(server, platform)
  registerReferenceDesk(server, platform)
  registerChats(server, platform)
  registerTickets(server, platform)
  registerTicketPhotos(server, platform)
  registerCallBacks(server, platform)
  registerProblemReports(server, platform, ticketHooks(platform))
  registerEmployerArea(server, platform)
  registerBulkForms(server, platform)
  registerHandIns(server, platform)
  registerVisitPlans(server, platform)
  registerEmployerAccounts(server, platform)
  registerPreparedDrafts(server, platform)
  registerRegisterCopies(server, platform)
  registerSupportDesk(server, platform)
}

/** What anybody may ask, signed in or not. */
const registerPublicQuestions = (server: Server, platform: Platform): void => {
  registerReference(server, platform)
  registerLookups(server, platform)
  registerNumberRequests(server, platform)
  registerPublicChecks(server, platform)
  registerHelp(server, platform)
  registerIncidents(server, platform)
  registerAssistant(server, platform)
}

/**
 * The whole server on one page. `surface` says which host this is: the citizen's, the office's, or both at once (tests, OpenAPI).
 * What a lower feature must tell a higher one is put together here.
 */
export async function createApp(platform: Platform, surface: Surface): Promise<Server> {
  const server = await makeServer(platform, surface, makeResolvers(platform))
  await describeApi(server)
  registerOperations(server, platform)
  registerPublicQuestions(server, platform)
  await registerMessages(server, platform)
  registerAudit(server, platform)
  registerPersons(server, platform)
  const isFormCodeOf = proveFormCode(platform)
  const hooks: AccountHooks = {
    onFirstSignIn: async (transaction, { personId, registrationId, sessionHash }) => {
      // Somebody whose case was moved on or erased in the meantime may sign in all the same.
      const registration = registrationId === null ? null : await findRegistration(transaction, registrationId)
      if (registrationId === null || registration?.state !== 'approved') return
      await moveRegistration(platform, transaction, { registrationId, move: 'activate', actor: { kind: 'citizen', personId, sessionHash } })
    },
    onPasswordSet: async (transaction, about) => {
      await useCounterCode(transaction, about)
      await useEmailLinks(transaction, about.personId)
      await noteAccountChange(transaction, about.personId)
      await deletePasskeys(transaction, about.personId)
      // Who had to find a way back takes back what somebody else may have asked for.
      await cancelOpenChanges(transaction, about)
      await cancelOpenStops(transaction, about)
    },
  }
  registerAccounts(server, platform, hooks, isFormCodeOf)
  registerStepUps(server, platform)
  registerPasskeys(server, platform)
  registerDevices(server, platform, takeBackStops(platform))
  registerRecovery(server, platform, isFormCodeOf)
  registerContacts(server, platform)
  registerInbox(server, platform)
  registerRepresentations(server, platform)
  registerStaff(server, platform, signInEmployer(platform))
  registerStaffPosts(server, platform)
  registerImports(server, platform, IMPORT_KINDS)
  registerImportDecisions(server, platform, IMPORT_KINDS)
  registerCards(server, platform)
  registerBenefits(server, platform)
  registerContributions(server, platform)
  registerVisits(server, platform)
  registerRegistrations(server, platform)
  registerApplicants(server, platform)
  registerDependants(server, platform)
  registerMandates(server, platform)
  registerPhotos(server, platform)
  registerWalletCards(server, platform)
  registerStatements(server, platform)
  registerForms(server, platform)
  registerProcedures(server, platform)
  registerOwnData(server, platform)
  registerDataRequests(server, platform)
  registerRequestPhotos(server, platform)
  registerAdjustments(server, platform)
  registerAccountStops(server, platform)
  registerRequests(server, platform)
  registerDesks(server, platform)
  if (surface === 'citizen') await serveWebApp(server, join(REPOSITORY, 'apps/citizen/dist'), platform.sql)
  if (surface === 'office') await serveWebApp(server, join(REPOSITORY, 'apps/office/dist'), platform.sql)
  return server
}
