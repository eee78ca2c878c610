import { formatWhen } from './contact-words.ts'
import { MANDATE_WORDS } from './mandate-words.ts'
import { DATA_LETTERS_EN } from './data-letters.ts'
import { STOP_LETTERS_EN } from './stop-letters.ts'
import { CARD_LETTERS_EN } from './card-letters.ts'
import type { Letter, FixedContent, Templates } from './letter.ts'
import { TICKET_LETTERS_EN } from './ticket-words.ts'

/** The letters of letters-vi.ts for who reads the app in English; dates are ISO's, as nobody mistakes them. Reasons of a decision are quoted in Vietnamese. */
export const LETTERS_EN: Templates<FixedContent, Letter> = {
  ...STOP_LETTERS_EN,
  ...DATA_LETTERS_EN,
  ...TICKET_LETTERS_EN,
  ...CARD_LETTERS_EN,
  submitted: ({ fileNumber, dueOn }) => ({
    subject: 'Registration received',
    lines: [
      `Your registration ${fileNumber} was recorded.`,
      `Print Form 01, sign it with your full name and hand it in at the office you chose by the end of ${dueOn}.`,
      'Bring the originals of your identity papers.',
    ],
  }),
  received: ({ fileNumber }) => ({
    subject: 'The office has your form',
    lines: [`The office received the form of registration ${fileNumber}.`, 'The result comes as a text message to the registered phone.'],
  }),
  approved: ({ loginHint }) => ({
    subject: 'Registration approved',
    lines: [
      'Your registration for electronic transactions was approved.',
      'The first password was sent as a text message to the registered phone; it works once, within 72 hours. For safety it is sent nowhere else.',
      `Sign in with your social insurance number (ending in ${loginHint}) or identity number, the first password and your birth date.`,
    ],
  }),
  'first-password': () => ({
    subject: 'A new first password was sent',
    lines: [
      'A new first password was sent as a text message to the phone of the account; it works once, within 72 hours. The password before no longer works.',
      'If you did not ask for it, go to the nearest social insurance office at once.',
    ],
  }),
  returned: ({ fileNumber, sentence, dueOn }) => ({
    subject: 'Your registration needs completing',
    lines: [
      `Registration ${fileNumber} needs completing.`,
      sentence.en,
      `Open it again with the form code and a code sent to your phone${dueOn === null ? '.' : `, by the end of ${dueOn}.`}`,
    ],
  }),
  refused: ({ fileNumber, sentence }) => ({
    subject: 'Registration not approved',
    lines: [`Registration ${fileNumber} was not approved.`, sentence.en, 'You may register again.'],
  }),
  reminder: ({ fileNumber, dueOn, daysLeft }) => ({
    subject: 'Reminder to hand in the form',
    lines: [`${daysLeft} days are left to hand in the form of registration ${fileNumber}, by the end of ${dueOn}.`],
  }),
  'deadline-moved': ({ fileNumber, dueOn }) => ({
    subject: 'The deadline has changed',
    lines: [`The form of registration ${fileNumber} may now be handed in until the end of ${dueOn}.`],
  }),
  expired: ({ fileNumber }) => ({
    subject: 'The registration has expired',
    lines: [
      `The form of registration ${fileNumber} was not handed in in time.`,
      'Open it again with the form code; what you entered is kept.',
    ],
  }),
  'closed-by-other': ({ fileNumber }) => ({
    subject: 'The registration was closed',
    lines: [
      `Registration ${fileNumber} was closed because another one for the same number was approved.`,
      'If that was not you, go to a social insurance office.',
    ],
  }),
  'account-touched': () => ({
    subject: 'Your account has changed',
    lines: [
      'A new registration for your account was approved at the counter. The password and phone before no longer work.',
      'If that was not you, go to the nearest social insurance office at once.',
    ],
  }),
  'password-set': () => ({
    subject: 'The password was set',
    lines: ['The password of your account was set.', 'If that was not you, go to the nearest social insurance office at once.'],
  }),
  'password-set-by-email': () => ({
    subject: 'The password was set by an e-mail link',
    lines: [
      'The password of your account was set by a link sent to the e-mail address on file. All other devices were signed out.',
      'If that was not you, open the app, choose “Forgotten password” to take the account back by phone, then call the hotline.',
    ],
  }),
  'passkey-added': () => ({
    subject: 'A passkey was added',
    lines: [
      'A passkey (finger, face or PIN of a device) now opens your account too.',
      'If that was not you, open Devices in the app and choose “Not me”: every passkey is removed.',
    ],
  }),
  'number-asked': () => ({
    subject: 'Somebody asked for your insurance number',
    lines: [
      'Somebody, perhaps you, asked for your insurance number by your name and birth date. It was sent to the contact on file only.',
      'If that was not you, there is nothing to do: whoever asked has seen nothing.',
    ],
  }),
  'new-device': ({ device }) => ({
    subject: 'Sign-in on a new device',
    lines: [
      `Your account was signed in to on a device not used before (${device ?? 'kind unknown'}).`,
      'If that was not you, open Devices in the app and choose “Not me”.',
    ],
  }),
  'device-disavowed': () => ({
    subject: 'The password no longer works',
    lines: [
      'As you asked, all other devices were signed out and the password before no longer works.',
      'Choose “Forgotten password” in the app to set a new one.',
    ],
  }),
  'counter-code-issued': () => ({
    subject: 'An activation code was issued at the counter',
    lines: [
      'The office issued a code at the counter to set the password of your account anew, after checking the originals of your identity papers.',
      'If that was not you, go to the nearest social insurance office at once.',
    ],
  }),
  'contact-change-waits': ({ kind, at }) => ({
    subject: 'Contact details will change',
    lines: [
      `The ${kind} of your account changes at ${formatWhen(at)}.`,
      'If that is not you, use the code in the text message to cancel, or cancel in the app at once.',
    ],
  }),
  'contact-change-arrives': ({ kind, at }) => ({
    subject: 'Contact details will take effect',
    lines: [`This ${kind} is used for a social insurance account from ${formatWhen(at)}.`, 'If that is not you, call the hotline.'],
  }),
  'contact-change-cancelled': ({ kind }) => ({
    subject: 'The change was cancelled',
    lines: [`The change of the ${kind} of your account was cancelled. Nothing has changed.`],
  }),
  'contact-changed': ({ kind }) => ({
    subject: 'Contact details changed',
    lines: [
      `The ${kind} of your account has changed as announced.`,
      'If that was not you, go to the nearest social insurance office at once.',
    ],
  }),
  'mandate-changed': ({ side, change }) => ({
    subject: 'A mandate changed',
    lines: [
      MANDATE_WORDS[side][change].en,
      'If that was not you, revoke it in the app or go to the nearest social insurance office at once.',
    ],
  }),
  'dependant-approved': () => ({
    subject: 'Your child was entered',
    lines: [
      'The office entered your child as your dependant.',
      'Open “Dependants” to see the child’s health card, health-insurance participation and medical book, until the child is 18. Each look is recorded.',
    ],
  }),
  'dependant-refused': ({ sentence }) => ({
    subject: 'The request about a child was not approved',
    lines: ['Your request to enter a child was not approved.', sentence.en],
  }),
  'childhood-over': () => ({
    subject: 'Your child is 18',
    lines: [
      'Your child is 18 now. From today on you no longer see that person’s data.',
      'From 18 on a person registers an account in the app. If help is wanted, that person can give you a mandate.',
    ],
  }),
  'came-of-age': () => ({
    subject: 'You are 18',
    lines: [
      'From today on your parents or guardians no longer see your insurance data.',
      'Your health card, participation and medical book stay as they are. Insurance number and phone are yours alone.',
      'If you want your parents to help, open “Dependants” and give a mandate.',
    ],
  }),
  'correction-decided': ({ fileNumber, outcome, reason }) => ({
    subject: 'Your request was decided',
    lines: [
      `Request ${fileNumber} was ${outcome === 'corrected' ? 'accepted and the data corrected' : 'examined and the data left as they are'}.`,
      ...(reason === null ? [] : [`${reason.sentence.en} ${reason.nextStep.en}`]),
      'Open the request in the app to read all of it. If you disagree, send a new request or complain at the office.',
    ],
  }),
  'correction-asks': ({ fileNumber, reason }) => ({
    subject: 'Your request needs something more',
    lines: [
      `The office needs something more to decide request ${fileNumber}.`,
      ...(reason === null ? [] : [`${reason.sentence.en} ${reason.nextStep.en}`]),
      'While it waits for you the clock stands still. Open the request in the app and choose “Send the addition”.',
    ],
  }),
  'address-changed': () => ({
    subject: 'Your contact address was changed',
    lines: ['Your contact address was changed in the app. Not you? Open “Devices” and choose “Not me”.'],
  }),
  'visit-recorded': ({ visitedOn }) => ({
    subject: 'A new visit in your medical book',
    lines: [
      `A visit on ${visitedOn} was recorded in your medical book.`,
      'If you were not there that day, open the visit and choose “Not me”: somebody may have used your card.',
    ],
  }),
  'employer-unpaid': ({ employerName, months }) => ({
    subject: 'Your employer is late paying',
    lines: [
      `${employerName} owes the social insurance of ${months} months for you.`,
      'Unpaid months do not count for benefits yet. Ask your employer when they will be paid; without an answer tell the office or the trade union.',
    ],
  }),
  'employment-ended': ({ employerName, lastMonth }) => ({
    subject: 'Your employer reported that you left',
    lines: [
      `${employerName} reported that you were insured there until the end of ${lastMonth}.`,
      'Unemployment benefit: apply at an employment service centre within 3 months of the end of your contract. Later it cannot be granted this time.',
      'Health card: if you draw no unemployment benefit, pay with your household so that there is no gap.',
      'Look through your participation. If a month is missing or wrong, choose “This line is wrong”.',
    ],
  }),
  'statement-ready': ({ year }) => ({
    subject: `Your contribution notice for ${year} is ready`,
    lines: [
      `The yearly notice of contributions for ${year} (form C14-TS) is ready to read and download.`,
      'Compare it with your payslips. If a month is missing or wrong, choose “This line is wrong”.',
    ],
  }),
}
