import type { PersonStory } from '@an-sinh/contract'
import { REFUSALS } from '@an-sinh/contract'
import {
  decideHeadline,
  foldRefusals,
  maskInsuranceNumber,
  maskPhone,
  type StoryFact,
  type StoryStanding,
  tellStory,
} from '@an-sinh/domain'
import { type Account, findAccount, listDevices } from '../accounts/index.ts'
import { describeAction } from '../audit/index.ts'
import type { PersonRow } from '../persons/index.ts'
import type { Platform } from '../platform/platform.ts'
import { dueOnOf, listCorrectionRequestRows, stateOf } from '../procedures/index.ts'
import { listRefusalsOf } from './error-note-queries.ts'
import { STORY_ACTIONS } from './story-actions.ts'
import {
  listStoryActs,
  listStoryMessages,
  listStoryMoves,
  listStoryRegistrations,
  listStoryTickets,
  readStanding,
  type StandingRow,
  type StoryRegistration,
  type Subject,
} from './story-queries.ts'

/** Whom a story is about: somebody of the register, or a registration that is nobody's yet. */
export type StorySubject = { person: PersonRow; registration: null } | { person: null; registration: StoryRegistration }

const NOBODY = 0
const EVENTS_MOST = 80
const REFUSALS_MOST = 200
/** Moves after which the due date that stands now is the one to tell. */
const DATED_MOVES: ReadonlySet<string> = new Set(['prepare-form', 'extend', 'reopen', 'change-office'])

const listMoveFacts = async ({ sql }: Platform, registrations: readonly StoryRegistration[]): Promise<StoryFact[]> => {
  const rows = await listStoryMoves(
    sql,
    registrations.map(({ registrationId }) => registrationId),
  )
  const dated = new Set<string>()
  // Newest first: only the last dated move of a registration carries the date that stands.
  return rows.map(({ registrationId, move, at, actorKind }) => {
    const isDated = DATED_MOVES.has(move) && !dated.has(registrationId)
    if (isDated) dated.add(registrationId)
    const dueOn = isDated ? (registrations.find((one) => one.registrationId === registrationId)?.dueOn ?? null) : null
    return { kind: 'move', atMs: at.getTime(), move, by: actorKind, dueOn }
  })
}

const listOwnFacts = async ({ sql }: Platform, personId: number): Promise<StoryFact[]> => {
  const requests = (await listCorrectionRequestRows(sql, personId)).slice(0, 10).map((row): StoryFact => {
    const last = row.moves.at(-1)
    return {
      kind: 'request',
      atMs: Date.parse(last?.at ?? row.sentAt.toISOString()),
      fileNumber: row.fileNumber,
      state: stateOf(row),
      dueOn: dueOnOf(row),
    }
  })
  const tickets = (await listStoryTickets(sql, personId)).map(({ number, open, at }): StoryFact => ({
    kind: 'ticket',
    atMs: at.getTime(),
    number,
    open,
  }))
  return [...requests, ...tickets]
}

const listFacts = async (platform: Platform, subject: Subject, registrations: readonly StoryRegistration[]): Promise<StoryFact[]> => {
  const { personId, registrationIds } = subject
  const subjects = [...(personId === null ? [] : [`person/${personId}`]), ...registrationIds.map((id) => `registration/${id}`)]
  const messages = (await listStoryMessages(platform.sql, subject)).map(({ createdAt, acceptedAt, finalAt, ...message }): StoryFact => ({
    kind: 'message',
    ...message,
    atMs: createdAt.getTime(),
    acceptedMs: acceptedAt?.getTime() ?? null,
    finalMs: finalAt?.getTime() ?? null,
  }))
  const acts = (await listStoryActs(platform.sql, subject, STORY_ACTIONS)).map(({ at, action, actorKind }): StoryFact => ({
    kind: 'act',
    atMs: at.getTime(),
    sentence: { vi: describeAction(action, 'vi'), en: describeAction(action, 'en') },
    byStaff: actorKind === 'staff',
  }))
  const refused = (await listRefusalsOf(platform, subjects, REFUSALS_MOST)).map(({ notedAt, code }) => ({
    atMs: notedAt.getTime(),
    code,
    sentence: { vi: REFUSALS[code].vi, en: REFUSALS[code].en },
  }))
  const own = personId === null ? [] : await listOwnFacts(platform, personId)
  const facts = [...(await listMoveFacts(platform, registrations)), ...messages, ...acts, ...foldRefusals(refused), ...own]
  return facts.toSorted((one, other) => one.atMs - other.atMs).slice(-EVENTS_MOST)
}

const toStanding = (row: StandingRow, account: Account | null, registration: StoryRegistration | undefined): StoryStanding => ({
  nowMs: row.now.getTime(),
  account: account?.state ?? null,
  firstPasswordEndsMs: row.firstPasswordEndsAt?.getTime() ?? null,
  registration: registration === undefined ? null : registration,
  phoneChangeAtMs: row.phoneChangeAt?.getTime() ?? null,
  stopAtMs: row.stopAt?.getTime() ?? null,
})

/** The journey as a helper reads it: states and events in sentences, numbers masked, nothing of health, money or pictures. */
export async function loadStory(platform: Platform, { person, registration }: StorySubject): Promise<Omit<PersonStory, 'aroundAt'>> {
  const { sql } = platform
  const registrations = person === null ? [registration] : await listStoryRegistrations(sql, person)
  const [newest] = registrations
  const personId = person?.personId ?? null
  const account = personId === null ? null : await findAccount(sql, personId)
  const facts = await listFacts(platform, { personId, registrationIds: registrations.map((one) => one.registrationId) }, registrations)
  const headline = decideHeadline(toStanding(await readStanding(sql, personId ?? NOBODY), account, newest), facts)
  const idleMinutes = platform.settings.citizenSession.idleMinutes
  const devices = personId === null ? [] : await listDevices(sql, { personId, sessionHash: Buffer.alloc(0) }, idleMinutes)
  const phone = account?.phone ?? (person === null ? registration.provedPhone : null)
  return {
    about: person === null ? 'registration' : 'person',
    numberMasked: person === null ? null : maskInsuranceNumber(person.insuranceNumber),
    phoneMasked: phone === null ? null : maskPhone(phone),
    fileNumber: newest?.fileNumber ?? null,
    officeName: newest?.officeName ?? null,
    signedInDevices: devices.length,
    ...headline,
    events: tellStory(facts).map(({ atMs, text, isTrouble }) => ({ at: new Date(atMs).toISOString(), text, isTrouble })),
  }
}
