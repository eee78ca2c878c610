import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { DESK_LIMITS } from './desk-limits.ts'
import type { Keyring } from './keyring.ts'
import { EMPLOYER_LIMITS } from './employer-limits.ts'
import { PUBLIC_LIMITS } from './public-limits.ts'
import { Refusal } from './refusal.ts'
import type { Sql } from './sql.ts'

type Tier = { points: number; seconds: number }
type Limit = { per: string; tiers: readonly Tier[]; failsOpen: boolean }

const [minute, hour, day] = [60, 3600, 86_400] as const

/**
 * The one table of limits (SECURITY.md "Starting limits"). Several tiers = growing windows. An address alone never refuses: over a count
 * of a whole network the device works for a moment first (work.ts). `failsOpen`: what happens when the counter cannot be written.
 */
export const LIMITS = {
  ...DESK_LIMITS,
  'one-time-code-send': {
    per: 'phone or e-mail address; apart for strangers and for who proved to be its holder',
    tiers: [
      { points: 1, seconds: minute },
      { points: 3, seconds: 10 * minute },
      { points: 8, seconds: day },
    ],
    failsOpen: false,
  },
  'one-time-code-send-all': { per: 'whole system (spend cap)', tiers: [{ points: 200_000, seconds: day }], failsOpen: false },
  'one-time-code-check': { per: 'code subject', tiers: [{ points: 30, seconds: hour }], failsOpen: false },
  'registration-start': { per: 'device', tiers: [{ points: 20, seconds: day }], failsOpen: true },
  'registration-submit': { per: 'phone', tiers: [{ points: 3, seconds: day }], failsOpen: false },
  'photo-start': { per: 'phone or registration', tiers: [{ points: 30, seconds: day }], failsOpen: true },
  'form-code-status': {
    per: 'device',
    tiers: [
      { points: 20, seconds: hour },
      { points: 60, seconds: day },
    ],
    failsOpen: false,
  },
  'form-code-open': {
    per: 'form code',
    tiers: [
      { points: 5, seconds: hour },
      { points: 10, seconds: day },
    ],
    failsOpen: false,
  },
  'roster-preview': { per: 'employer: files read', tiers: [{ points: 40, seconds: day }], failsOpen: false },
  'mandate-offer': { per: 'person', tiers: [{ points: 10, seconds: day }], failsOpen: false },
  'mandate-offer-to': { per: 'number it is offered to', tiers: [{ points: 5, seconds: day }], failsOpen: false },
  'dependant-request': { per: 'person', tiers: [{ points: 20, seconds: day }], failsOpen: false },
  'statement-issue': { per: 'person', tiers: [{ points: 30, seconds: day }], failsOpen: false },
  ...PUBLIC_LIMITS,
  ...EMPLOYER_LIMITS,
  'photo-handoff': { per: 'device', tiers: [{ points: 20, seconds: hour }], failsOpen: false },
  'sign-in': {
    per: 'account + device',
    tiers: [
      { points: 10, seconds: 15 * minute },
      { points: 30, seconds: 4 * hour },
    ],
    failsOpen: false,
  },
  'sign-in-address': {
    per: 'account + address',
    tiers: [
      { points: 50, seconds: 15 * minute },
      { points: 200, seconds: 4 * hour },
    ],
    failsOpen: false,
  },
  'sign-in-strangers': {
    per: 'account, from devices not known for it',
    tiers: [
      { points: 100, seconds: 15 * minute },
      { points: 300, seconds: 4 * hour },
    ],
    failsOpen: false,
  },
  'first-password': {
    per: 'account + device, or account + network without one (the secret has 44 bits)',
    tiers: [
      { points: 10, seconds: 15 * minute },
      { points: 30, seconds: 4 * hour },
    ],
    failsOpen: false,
  },
  'password-change': { per: 'account, signed in', tiers: [{ points: 10, seconds: hour }], failsOpen: false },
  'first-password-reissue': { per: 'account, after a right code', tiers: [{ points: 3, seconds: day }], failsOpen: false },
  'recovery-device': {
    per: 'way back + number + device',
    tiers: [
      { points: 3, seconds: 10 * minute },
      { points: 6, seconds: 4 * hour },
      { points: 10, seconds: day },
    ],
    failsOpen: false,
  },
  'recovery-network': {
    per: 'way back + number + network, from devices not known for it',
    tiers: [
      { points: 3, seconds: 10 * minute },
      { points: 6, seconds: 4 * hour },
      { points: 8, seconds: day },
    ],
    failsOpen: false,
  },
  'recovery-strangers': {
    per: 'way back + number + birth date, from devices not known for it and without the form code',
    tiers: [
      { points: 6, seconds: 10 * minute },
      { points: 12, seconds: 4 * hour },
      { points: 24, seconds: day },
    ],
    failsOpen: false,
  },
  'recovery-form-code': {
    per: 'way back + registration, whose form code was proved',
    tiers: [
      { points: 3, seconds: 10 * minute },
      { points: 6, seconds: 4 * hour },
      { points: 10, seconds: day },
    ],
    failsOpen: false,
  },
  'passkey-add': {
    per: 'person, signed in',
    tiers: [
      { points: 10, seconds: hour },
      { points: 20, seconds: day },
    ],
    failsOpen: false,
  },
  'email-link-open': {
    per: 'link (the secret has 256 bits)',
    tiers: [{ points: 10, seconds: 30 * minute }],
    failsOpen: false,
  },
  'contact-change': {
    per: 'person',
    tiers: [
      { points: 5, seconds: hour },
      { points: 10, seconds: day },
    ],
    failsOpen: false,
  },
  'contact-objection': {
    per: 'device (the code has 44 bits)',
    tiers: [
      { points: 10, seconds: 15 * minute },
      { points: 40, seconds: day },
    ],
    failsOpen: false,
  },
  'mailed-stop': {
    per: 'network, where mail houses ask for all their readers (the code has 44 bits)',
    tiers: [{ points: 600, seconds: 15 * minute }],
    failsOpen: false,
  },
  'counter-account-lookup': {
    per: 'staff',
    tiers: [
      { points: 60, seconds: hour },
      { points: 300, seconds: day },
    ],
    failsOpen: false,
  },
  'staff-second-factor': {
    per: 'staff',
    tiers: [
      { points: 10, seconds: 15 * minute },
      { points: 30, seconds: 4 * hour },
    ],
    failsOpen: false,
  },
  'correction-request': { per: 'person', tiers: [{ points: 20, seconds: day }], failsOpen: true },
  'data-export': { per: 'person', tiers: [{ points: 5, seconds: day }], failsOpen: false },
  'data-export-proof': { per: 'person', tiers: [{ points: 10, seconds: hour }], failsOpen: false },
  'data-request': { per: 'person', tiers: [{ points: 20, seconds: day }], failsOpen: true },
  'consent-decision': { per: 'person', tiers: [{ points: 60, seconds: day }], failsOpen: true },
  'address-change': { per: 'person', tiers: [{ points: 10, seconds: day }], failsOpen: false },
} as const satisfies Record<string, Limit>

export type LimitName = keyof typeof LIMITS

/** Counts in PostgreSQL, so that a restart or a second process forgets nothing. */
export class Limits {
  readonly #keyring: Keyring
  readonly #limiters: Map<LimitName, RateLimiterPostgres[]>
  readonly #sql: Sql

  constructor(sql: Sql, keyring: Keyring) {
    this.#sql = sql
    this.#keyring = keyring
    const storeClient = {
      query: async (query: { text: string; values?: unknown[] }) => ({
        rows: [...(await sql.unsafe(query.text, (query.values ?? []) as never[], { prepare: true }))],
      }),
    }
    this.#limiters = new Map(
      (Object.keys(LIMITS) as LimitName[]).map((name) => [
        name,
        LIMITS[name].tiers.map(
          (tier, at) =>
            new RateLimiterPostgres({
              storeClient,
              storeType: 'pool',
              tableName: 'limit_counters',
              tableCreated: true,
              clearExpiredByTimeout: false,
              keyPrefix: `${name}.${at}`,
              points: tier.points,
              duration: tier.seconds,
            }),
        ),
      ]),
    )
  }

  /** Counts one try. @throws Refusal `too-many` with the instant from which the next try counts. */
  async consume(name: LimitName, key: string): Promise<void> {
    const hashed = this.#keyring.hmac('limit', key).toString('base64url')
    for (const limiter of this.#limiters.get(name) ?? []) {
      try {
        await limiter.consume(hashed)
      } catch (rejection) {
        if (rejection instanceof RateLimiterRes)
          throw new Refusal('too-many', { tryAgainAt: new Date(Date.now() + rejection.msBeforeNext) })
        if (!LIMITS[name].failsOpen) throw rejection
      }
    }
  }

  /** Counters whose window is over mean nothing; the nightly job takes them away. */
  async deleteOutdated(): Promise<number> {
    const sql = this.#sql
    return (await sql`DELETE FROM limit_counters WHERE expire < ${Date.now()}`).count
  }

  /** Forgets the tries of a key after a success (a right password clears its own wrong ones). */
  async forget(name: LimitName, key: string): Promise<void> {
    const hashed = this.#keyring.hmac('limit', key).toString('base64url')
    for (const limiter of this.#limiters.get(name) ?? []) await limiter.delete(hashed)
  }
}
