import {
  decideSmsEncoding,
  invitationBudgetOf,
  type InvitationChannel,
  type InvitationStep,
  parsePhone,
  planSending,
  type SendingPlan,
} from '@an-sinh/domain'
import { type MessageContent, renderEmail, renderSms } from '../message-texts/index.ts'
import type { Platform } from '../platform/platform.ts'
import type { Queryable } from '../platform/sql.ts'
import {
  type Audience,
  type Clock,
  countPeopleOf,
  countUsedParts,
  type EntryRow,
  listHolders,
  listStopped,
  listToldKeys,
} from './invitation-queries.ts'

const EMAIL = /^[^\s@]{1,64}@[^\s@]+\.[^\s@.]{2,}$/u
/** As long as a real one: the parts are the same. */
const SAMPLE_STOP_CODE = 'mmmm-8888-mmmm'

export const contentOf = (audience: Audience, employerName: string, step: InvitationStep, stopCode: string): MessageContent => ({
  event: 'employer-invitation',
  kind: audience.kind,
  step,
  employerName,
  stopCode,
})

export type InvitationText = { step: InvitationStep; subject: string | null; text: string; parts: number }

/** The text as it would go, with how many SMS parts it takes; an e-mail counts as one. */
export function writeSample(audience: Audience, employerName: string, step: InvitationStep): InvitationText {
  const content = contentOf(audience, employerName, step, SAMPLE_STOP_CODE)
  if (audience.channel === 'sms') {
    const text = renderSms(content)
    return { step, subject: null, text, parts: decideSmsEncoding(text).segments }
  }
  const letter = renderEmail(content)
  if (letter === null) throw new Error('an invitation has a letter')
  return { step, subject: letter.subject, text: letter.body, parts: 1 }
}

/** E.164 or a lower-case address; null for what cannot be written to. */
export const parseRecipient = (channel: InvitationChannel, address: string | null): string | null => {
  if (address === null || address.trim() === '') return null
  if (channel === 'email') {
    const email = address.trim().toLowerCase()
    return EMAIL.test(email) ? email : null
  }
  const parsed = parsePhone(address)
  return parsed.ok ? parsed.phone : null
}

export const onceKeyOf = ({ kind, channel }: Audience, week: string, recipient: string): string =>
  `${kind}/${channel}/${kind === 'reminder' ? week : '-'}/${recipient}`

export type Planned = SendingPlan & { limit: number; used: number; addresses: ReadonlyMap<string, string> }

/**
 * Who of these entries is written to and why the others are not. What only the agency knows (accounts, stops, what was sent) is asked here and
 * leaves as numbers. `addresses`: by entry.
 */
export async function planInvitations(
  { keyring }: Pick<Platform, 'keyring'>,
  sql: Queryable,
  order: { employerId: number; audience: Audience; employerName: string; entries: readonly EntryRow[]; clock: Clock },
): Promise<Planned> {
  const { employerId, audience, employerName, entries, clock } = order
  const addresses = new Map<string, string>()
  const recipients = new Map<string, string>()
  for (const { entryId, address } of entries) {
    const parsed = parseRecipient(audience.channel, address)
    if (parsed === null) continue
    addresses.set(entryId, parsed)
    recipients.set(entryId, keyring.hmac('phone', parsed).toString('hex'))
  }
  const known = [...new Set(recipients.values())]
  const holders = new Set(
    await listHolders(
      sql,
      employerId,
      entries.map(({ entryId }) => entryId),
    ),
  )
  const stopped = new Set(await listStopped(sql, known))
  const told = new Set(
    await listToldKeys(
      sql,
      employerId,
      known.map((recipient) => onceKeyOf(audience, clock.week, recipient)),
    ),
  )
  const limit = invitationBudgetOf(clock.today, audience.channel, await countPeopleOf(sql, employerId))
  const used = await countUsedParts(sql, employerId, audience.channel)
  const samples = new Map<InvitationStep, number>()
  const partsOf = (step: InvitationStep): number => {
    const parts = samples.get(step) ?? writeSample(audience, employerName, step).parts
    samples.set(step, parts)
    return parts
  }
  const candidates = entries.map(({ entryId, state }) => {
    const recipient = recipients.get(entryId) ?? null
    return {
      entryId,
      state,
      hasAccount: holders.has(entryId),
      recipient,
      hasStopped: recipient !== null && stopped.has(recipient),
      wasTold: recipient !== null && told.has(onceKeyOf(audience, clock.week, recipient)),
    }
  })
  return { ...planSending(candidates, partsOf, limit - used), limit, used, addresses }
}
