const minute = 60
const hour = 3600
const day = 86_400

/** Limits of what employers' officers, their programs and the phones of their people ask, a part of the one table. */
export const EMPLOYER_LIMITS = {
  'officer-activation': {
    per: 'user name + device (the code has 55 bits)',
    tiers: [
      { points: 10, seconds: 15 * minute },
      { points: 30, seconds: day },
    ],
    failsOpen: false,
  },
  'prepared-code-device': {
    per: 'device',
    tiers: [
      { points: 20, seconds: hour },
      { points: 60, seconds: day },
    ],
    failsOpen: false,
  },
  'prepared-code-network': {
    per: 'network, wrong codes of browsers that keep no cookie (the code has 55 bits)',
    tiers: [{ points: 300, seconds: hour }],
    failsOpen: true,
  },
  'roster-read': { per: 'key of an employer’s program', tiers: [{ points: 120, seconds: minute }], failsOpen: false },
} as const
