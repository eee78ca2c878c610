const hour = 3600
const day = 86_400

/** Of what anybody may ask without signing in: a part of the one table in limits.ts. */
export const PUBLIC_LIMITS = {
  'statement-check': {
    per: 'device',
    tiers: [
      { points: 60, seconds: hour },
      { points: 300, seconds: day },
    ],
    failsOpen: false,
  },
  'statement-check-network': { per: 'network; above it the device works first', tiers: [{ points: 120, seconds: hour }], failsOpen: false },
  'work-done': { per: 'challenge: it counts once', tiers: [{ points: 1, seconds: hour }], failsOpen: false },
  'stranger-crowd': {
    per: 'what is asked + network that is above its count; above this the device works longer',
    tiers: [{ points: 300, seconds: hour }],
    failsOpen: false,
  },
  'registration-start-network': {
    per: 'network; above it the device works first',
    tiers: [{ points: 300, seconds: hour }],
    failsOpen: true,
  },
  'form-code-network': { per: 'network; above it the device works first', tiers: [{ points: 60, seconds: hour }], failsOpen: false },
  'help-question': { per: 'device', tiers: [{ points: 300, seconds: hour }], failsOpen: true },
  'help-question-strangers': {
    per: 'network, of those who bring no cookie; above it the device works first',
    tiers: [{ points: 3000, seconds: hour }],
    failsOpen: true,
  },
  'help-vote': { per: 'article + device', tiers: [{ points: 3, seconds: day }], failsOpen: true },
  'help-vote-network': { per: 'network; above it the device works first', tiers: [{ points: 60, seconds: hour }], failsOpen: true },
  'number-request-device': { per: 'device; above it the device works first', tiers: [{ points: 3, seconds: day }], failsOpen: false },
  'number-request-network': { per: 'network; above it the device works first', tiers: [{ points: 3, seconds: hour }], failsOpen: false },
  'number-request-crowd': { per: 'network; above it the device works longer', tiers: [{ points: 60, seconds: hour }], failsOpen: false },
  'number-request-target': {
    per: 'name + birth date; above it the device works first',
    tiers: [{ points: 3, seconds: day }],
    failsOpen: false,
  },
  ticket: { per: 'person', tiers: [{ points: 10, seconds: day }], failsOpen: true },
  'ticket-move': { per: 'person or ticket', tiers: [{ points: 40, seconds: day }], failsOpen: true },
  'ticket-photo': { per: 'ticket of somebody not signed in', tiers: [{ points: 12, seconds: day }], failsOpen: false },
  'ticket-device': {
    per: 'device, not signed in',
    tiers: [
      { points: 3, seconds: hour },
      { points: 6, seconds: day },
    ],
    failsOpen: false,
  },
  'ticket-contact': {
    per: 'phone or e-mail that was typed; above it the device works first',
    tiers: [{ points: 3, seconds: day }],
    failsOpen: false,
  },
  'ticket-network': {
    per: 'network, of those who are not signed in; above it the device works first',
    tiers: [
      { points: 30, seconds: hour },
      { points: 120, seconds: day },
    ],
    failsOpen: false,
  },
  'ticket-look-up': {
    per: 'device (the code has 55 bits)',
    tiers: [
      { points: 30, seconds: hour },
      { points: 120, seconds: day },
    ],
    failsOpen: false,
  },
  'ticket-look-up-network': { per: 'network; above it the device works first', tiers: [{ points: 60, seconds: hour }], failsOpen: false },
  'ticket-look-up-number': {
    per: 'ticket number, wrong codes; the right one is never refused',
    tiers: [{ points: 20, seconds: hour }],
    failsOpen: false,
  },
  'call-back': { per: 'person', tiers: [{ points: 4, seconds: day }], failsOpen: false },
  'call-back-phone': {
    per: 'phone that was typed; above it the device works first',
    tiers: [{ points: 4, seconds: day }],
    failsOpen: false,
  },
  'number-send': { per: 'person, to the contact on file', tiers: [{ points: 3, seconds: day }], failsOpen: false },
  'chat-begin': { per: 'person, officer or device', tiers: [{ points: 10, seconds: day }], failsOpen: true },
  'chat-begin-network': { per: 'network; above it the device works first', tiers: [{ points: 30, seconds: hour }], failsOpen: true },
  'chat-words': {
    per: 'chat',
    tiers: [
      { points: 30, seconds: 60 },
      { points: 600, seconds: hour },
    ],
    failsOpen: true,
  },
} as const
