import type { SystemStatus } from '@an-sinh/contract'
import { INCIDENT_FEATURES, type IncidentSpan, statusAt, statusDays } from '@an-sinh/domain'
import { forgetAnnounced } from '../operations/index.ts'
import type { Platform } from '../platform/platform.ts'
import { type IncidentRow, listPublicIncidents, readNow } from './incident-queries.ts'
import { toIncident } from './to-incident.ts'

const FRESH_MS = 10_000
const PATIENCE_MS = 2_000
const SHOWN = 30

export type StatusMemory = { read: () => Promise<SystemStatus>; forget: () => void }

const UNKNOWN: SystemStatus = {
  asOf: null,
  fresh: false,
  features: INCIDENT_FEATURES.map((feature) => ({ feature, now: null, days: '' })),
  incidents: [],
}

const toSpan = ({ kind, features, beginsAt, endedAt }: IncidentRow): IncidentSpan => ({
  kind,
  features,
  beginsAt: beginsAt.getTime(),
  endedAt: endedAt?.getTime() ?? null,
})
const RANK = { running: 0, planned: 1, ended: 2 } as const

/** What is wrong at one office alone does not colour the product; it is told below. */
const toStatus = (rows: readonly IncidentRow[], at: Date): SystemStatus => {
  const spans = rows.filter(({ officeId }) => officeId === null).map(toSpan)
  const incidents = rows.map((row) => toIncident(row, at)).toSorted((one, other) => RANK[one.state] - RANK[other.state])
  return {
    asOf: at.toISOString(),
    fresh: true,
    features: INCIDENT_FEATURES.map((feature) => ({
      feature,
      now: statusAt(spans, feature, at.getTime()),
      days: statusDays(spans, feature, at.getTime())
        .map((colour) => colour.slice(0, 1))
        .join(''),
    })),
    incidents: incidents.slice(0, SHOWN),
  }
}

/**
 * Asked of the database at most every ten seconds, whoever asks; while it is away or slow, what was known last is answered, and says so.
 */
export function makeStatusMemory({ sql }: Pick<Platform, 'sql'>): StatusMemory {
  let kept: SystemStatus | null = null
  let askedAt = 0
  let asking: Promise<SystemStatus> | null = null
  const load = async (): Promise<SystemStatus> => {
    const late = new Promise<never>((_resolve, reject) => setTimeout(() => reject(new Error('status came late')), PATIENCE_MS).unref())
    try {
      const at = await Promise.race([readNow(sql), late])
      kept = toStatus(await Promise.race([listPublicIncidents(sql), late]), at)
    } catch {
      kept = { ...(kept ?? UNKNOWN), fresh: false }
    }
    askedAt = Date.now()
    asking = null
    return kept
  }
  return {
    read: async () => {
      if (kept !== null && Date.now() - askedAt < FRESH_MS) return kept
      asking ??= load()
      return asking
    },
    forget: () => {
      askedAt = 0
      forgetAnnounced({ sql })
    },
  }
}
