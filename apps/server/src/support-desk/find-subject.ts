import type { BodyOf, openPersonStoryRoute } from '@an-sinh/contract'
import { parseErrorId, parsePartialDate } from '@an-sinh/domain'
import { agreesWithBirthDate, findAccount } from '../accounts/index.ts'
import { findAskerOfChat } from '../chats/index.ts'
import { findPerson, findPersonByLogin } from '../persons/index.ts'
import type { StaffActor } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { findReport, openView } from '../problem-reports/index.ts'
import { type ErrorNoteRow, findErrorNote, openSubject } from './error-note-queries.ts'
import type { StorySubject } from './load-story.ts'
import { findCallBackAsker, findStoryRegistration, findTicketAsker, type StoryRegistration, type TicketAsker } from './story-queries.ts'

/** Somebody's story was asked for with facts that agree with nobody, or for a ticket that is no reason. `personId`: whom one fact found. */
export class WrongGuess extends Refusal {
  readonly personId: number | null
  constructor(code: 'story-unknown' | 'story-ticket' | 'story-ticket-old' | 'story-nobody', personId: number | null = null) {
    super(code)
    this.personId = personId
  }
}

type Asked = BodyOf<typeof openPersonStoryRoute>
/** `reference`: what the record says the story was opened for; nothing that was told on the telephone. `aroundAt`: when the error was met. */
export type Found = { subject: StorySubject; reference: string; aroundAt: Date | null }

const ofPerson = async ({ sql }: Platform, personId: number): Promise<StorySubject | null> => {
  const person = await findPerson(sql, personId)
  return person === null ? null : { person, registration: null }
}

/** Approved: the story of whose it is. Before the counter nobody's number leads anywhere, and the registration stands for itself. */
const ofRegistration = async (platform: Platform, registration: StoryRegistration | null): Promise<StorySubject | null> => {
  if (registration === null) return null
  return registration.personId === null ? { person: null, registration } : ofPerson(platform, registration.personId)
}

const ofTag = async (platform: Platform, tag: string | null): Promise<StorySubject | null> => {
  const [kind, id = ''] = tag?.split('/') ?? []
  if (kind === 'person') return ofPerson(platform, Number(id))
  return kind === 'registration' ? ofRegistration(platform, await findStoryRegistration(platform.sql, { registrationId: id })) : null
}

/** The first fact: insurance number, 12-digit id, file number of a registration, or the id of an error. */
const findWho = async (platform: Platform, who: string, note: ErrorNoteRow | null): Promise<StorySubject | null> => {
  if (note !== null) return ofTag(platform, openSubject(platform, note))
  if (who.includes('/'))
    return ofRegistration(platform, await findStoryRegistration(platform.sql, { fileNumber: who.trim().toUpperCase() }))
  const person = await findPersonByLogin(platform.sql, who)
  return person === null ? null : { person, registration: null }
}

/** `05/03/1980`, `5-3-1980` or `1980-03-05` → the day; null for anything else, a year alone too. */
const parseDay = (typed: string): string | null => {
  const parts = typed
    .split(/\D+/u)
    .filter((part) => part !== '')
    .map(Number)
  const [day, month, year] = typed.trim().search(/\D/u) === 4 ? parts.toReversed() : parts
  const date = year === undefined ? null : parsePartialDate(day, month, year)
  return typeof date === 'string' ? date : null
}

const digitsOf = (text: string | null): string => (text ?? '').replace(/\D/gu, '')

/** The second fact: the birth date, or the last four digits of the phone on file. */
const agrees = async ({ sql }: Platform, { person, registration }: StorySubject, { bornOn, phoneTail }: Asked): Promise<boolean> => {
  if (bornOn !== null) {
    const [typed, known] = [parseDay(bornOn), person === null ? registration.bornOn : person.bornOn]
    return typed !== null && known !== null && agreesWithBirthDate(typed, known)
  }
  const phone = person === null ? registration.provedPhone : ((await findAccount(sql, person.personId))?.phone ?? null)
  const tail = digitsOf(phoneTail)
  return tail.length === 4 && phone !== null && phone.endsWith(tail)
}

const findOnTheLine = async (platform: Platform, asked: Asked): Promise<Found> => {
  const isTold = asked.who.trim() !== '' && (asked.bornOn !== null || asked.phoneTail !== null)
  if (!isTold) throw new Refusal('story-reason')
  const errorId = parseErrorId(asked.who)
  const note = errorId === null ? null : await findErrorNote(platform.sql, errorId)
  const subject = await findWho(platform, asked.who, note)
  // Unknown, and known but not agreeing, are one answer: nobody learns from it who is in the register.
  if (subject === null || !(await agrees(platform, subject, asked))) throw new WrongGuess('story-unknown', subject?.person?.personId)
  return { subject, reference: note?.errorId ?? '', aroundAt: note?.notedAt ?? null }
}

/**
 * A ticket that this helper reads themselves, while it is open and thirty days after: numbers run in sequence and are no reason of their own.
 * Who wrote it without signing in is known to nobody: then the two facts are asked for on the telephone.
 */
const ofTicket = async (platform: Platform, ticket: TicketAsker | null, actor: StaffActor): Promise<Found> => {
  if (ticket === null || (await findReport(platform.sql, ticket.reportId, await openView(platform.sql, actor))) === null)
    throw new WrongGuess('story-ticket')
  if (!ticket.isRecent) throw new WrongGuess('story-ticket-old')
  const subject = ticket.askerKind === 'citizen' && ticket.askerId !== null ? await ofPerson(platform, ticket.askerId) : null
  if (subject === null) throw new WrongGuess('story-nobody')
  return { subject, reference: ticket.number, aroundAt: null }
}

/** Only the agent who holds a chat is led on by it, and only while they do; later its ticket is the reason. */
const findByChat = async (platform: Platform, chatId: string, staffId: number): Promise<Found> => {
  const personId = await findAskerOfChat(platform.sql, chatId, staffId)
  const subject = personId === null ? null : await ofPerson(platform, personId)
  if (subject === null) throw new WrongGuess('story-unknown')
  return { subject, reference: chatId, aroundAt: null }
}

/**
 * Whom the reason leads to.
 * @throws Refusal `story-reason` when none is given; WrongGuess `story-unknown` when it leads nowhere or the facts disagree, `story-ticket` and
 * `story-ticket-old` when a ticket is no reason, `story-nobody` when it leads to no citizen
 */
export async function findSubject(platform: Platform, asked: Asked, actor: StaffActor): Promise<Found> {
  if (asked.reason === 'on-the-line') return findOnTheLine(platform, asked)
  if (asked.reference.trim() === '') throw new Refusal('story-reason')
  const reference = asked.reference.trim()
  if (asked.reason === 'chat') return findByChat(platform, reference, actor.staffId)
  const find = asked.reason === 'ticket' ? findTicketAsker : findCallBackAsker
  return ofTicket(platform, await find(platform.sql, reference), actor)
}
