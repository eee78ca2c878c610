import { addDays, type CivilDate, civilDateIn } from '../calendar/index.ts'
import type { IncidentFeature, IncidentKind } from './incident-features.ts'

export const STATUS_DAYS = 90
export type StatusColour = 'green' | 'yellow' | 'red'
/** Instants in milliseconds; `endedAt` null: it goes on, whatever was expected. */
export type IncidentSpan = {
  readonly kind: IncidentKind
  readonly features: readonly IncidentFeature[]
  readonly beginsAt: number
  readonly endedAt: number | null
}

const COLOURS: Readonly<Record<IncidentKind, StatusColour>> = {
  outage: 'red',
  disturbance: 'yellow',
  'planned-work': 'yellow',
  'fraud-warning': 'green',
}
const RANK: Readonly<Record<StatusColour, number>> = { green: 0, yellow: 1, red: 2 }

const worstOf = (incidents: readonly IncidentSpan[]): StatusColour =>
  incidents.reduce<StatusColour>((worst, { kind }) => (RANK[COLOURS[kind]] > RANK[worst] ? COLOURS[kind] : worst), 'green')

/** How a feature stands at an instant: the worst of what runs then. */
export const statusAt = (incidents: readonly IncidentSpan[], feature: IncidentFeature, at: number): StatusColour =>
  worstOf(
    incidents.filter(
      ({ features, beginsAt, endedAt }) => features.includes(feature) && beginsAt <= at && (endedAt === null || endedAt > at),
    ),
  )

/** The worst of each of the last 90 days in Viet Nam, oldest first, today last. */
export const statusDays = (incidents: readonly IncidentSpan[], feature: IncidentFeature, now: number): readonly StatusColour[] => {
  const todayOn = civilDateIn(now)
  const own = incidents.flatMap((incident) =>
    incident.features.includes(feature) && incident.beginsAt <= now
      ? [{ incident, fromOn: civilDateIn(incident.beginsAt), toOn: civilDateIn(Math.min(incident.endedAt ?? now, now)) }]
      : [],
  )
  return Array.from({ length: STATUS_DAYS }, (_none, index): StatusColour => {
    const on: CivilDate = addDays(todayOn, index - STATUS_DAYS + 1)
    return worstOf(own.filter(({ fromOn, toOn }) => fromOn <= on && on <= toOn).map(({ incident }) => incident))
  })
}
