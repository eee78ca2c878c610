import type { NoticeKind } from '@an-sinh/domain'
import type { NoticeContent } from '../message-texts/index.ts'

/** The screen of the app where the event can be looked at or answered. */
export const NOTICE_SCREENS = [
  'registrations',
  'devices',
  'requests',
  'card',
  'visits',
  'participation',
  'statements',
  'dependants',
  'data-copies',
  'data-requests',
  'tickets',
] as const
export type NoticeScreen = (typeof NOTICE_SCREENS)[number]

export type NoticeEvent = NoticeContent['event']

const of = (kind: NoticeKind, screen: NoticeScreen | null): { kind: NoticeKind; screen: NoticeScreen | null } => ({ kind, screen })

/** Which kind an event is of, and where it leads. */
export const NOTICE_RULES: Readonly<Record<NoticeEvent, { kind: NoticeKind; screen: NoticeScreen | null }>> = {
  submitted: of('case', 'registrations'),
  received: of('case', 'registrations'),
  returned: of('case', 'registrations'),
  refused: of('case', 'registrations'),
  reminder: of('case', 'registrations'),
  'deadline-moved': of('case', 'registrations'),
  expired: of('case', 'registrations'),
  'closed-by-other': of('case', 'registrations'),
  approved: of('security', null),
  'first-password': of('security', 'devices'),
  'account-touched': of('security', 'devices'),
  'password-set': of('security', 'devices'),
  'password-set-by-email': of('security', 'devices'),
  'number-asked': of('security', null),
  'passkey-added': of('security', 'devices'),
  'new-device': of('security', 'devices'),
  'device-disavowed': of('security', 'devices'),
  'counter-code-issued': of('security', 'devices'),
  'contact-change-waits': of('security', 'devices'),
  'contact-change-arrives': of('security', 'devices'),
  'contact-change-cancelled': of('security', 'devices'),
  'contact-changed': of('security', 'devices'),
  'address-changed': of('security', 'devices'),
  'account-stop-waits': of('security', 'devices'),
  'account-stop-cancelled': of('security', 'devices'),
  'account-stopped': of('security', null),
  'account-held': of('security', null),
  'account-released': of('security', 'devices'),
  'mandate-changed': of('security', 'dependants'),
  'dependant-approved': of('case', 'dependants'),
  'dependant-refused': of('case', 'dependants'),
  'childhood-over': of('security', 'dependants'),
  'came-of-age': of('security', 'dependants'),
  'correction-decided': of('case', 'requests'),
  'correction-asks': of('case', 'requests'),
  'data-export-ready': of('security', 'data-copies'),
  'data-request-moved': of('case', 'data-requests'),
  'ticket-moved': of('case', 'tickets'),
  'card-ends': of('card', 'card'),
  'card-next': of('card', 'card'),
  'card-changed': of('card', 'card'),
  'visit-recorded': of('visit', 'visits'),
  'employer-unpaid': of('participation', 'participation'),
  'employment-ended': of('participation', 'participation'),
  'statement-ready': of('statement', 'statements'),
  announced: of('announcement', null),
}

/** Events that were once told and are no more have no screen. */
export const findScreen = (event: string): NoticeScreen | null => NOTICE_RULES[event as NoticeEvent]?.screen ?? null
