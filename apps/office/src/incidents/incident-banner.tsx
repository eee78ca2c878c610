import type { Incident } from '@an-sinh/contract'
import type { IncidentFeature } from '@an-sinh/domain'
import { CommandButton, Notice, useLanguage } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatCivilDate, formatInstant } from '../shared/format-instant.ts'
import { incidentMessages } from './incident-messages.ts'
import { getStatus } from './incident-requests.ts'

const AGAIN_MS = 120_000
const MOST = 2
const keyOf = ({ incidentId, updates }: Incident): string => `${incidentId}/${updates[0]?.updateNo ?? 0}`

const Moved = ({ days }: { readonly days: Incident['movedDays'] }) => {
  const say = incidentMessages.useSay()
  return days.map(({ fromOn, toOn }) => (
    <p key={fromOn}>{say('bannerMoved', { from: formatCivilDate(fromOn), to: formatCivilDate(toOn) })}</p>
  ))
}

type Props = { readonly features: readonly IncidentFeature[]; readonly office: string | null; readonly announced: string }

/** What runs now of what this desk needs, everywhere or here. Hidden update by update. */
export const IncidentBanner = ({ features, office, announced }: Props) => {
  const say = incidentMessages.useSay()
  const { language } = useLanguage()
  const [hidden, setHidden] = useState<readonly string[]>([])
  const { data } = useQuery({
    queryKey: ['status', announced],
    queryFn: ({ signal }) => getStatus(signal),
    refetchInterval: AGAIN_MS,
  })
  const shown = (data?.incidents ?? [])
    .filter(
      (incident) =>
        incident.state === 'running' &&
        (incident.office === null || incident.office === office) &&
        incident.features.some((feature) => features.includes(feature)) &&
        !hidden.includes(keyOf(incident)),
    )
    .slice(0, MOST)
  return (
    <section aria-label={say('bannerLabel')} aria-live="polite">
      {shown.map((incident) => (
        <Notice
          key={incident.incidentId}
          kind="warning"
          title={`${say(`kind-${incident.kind}`)}: ${incident.updates[0]?.title[language] ?? ''}`}
        >
          <p className="report-words">{incident.updates[0]?.words[language]}</p>
          <Moved days={incident.movedDays} />
          <p className="row">
            <span className="small">
              {incident.expectedEndAt === null ? say('untilUnknown') : say('until', { at: formatInstant(incident.expectedEndAt) })}
            </span>
            <CommandButton kind="plain" onPress={() => setHidden([...hidden, keyOf(incident)])}>
              {say('bannerHide')}
            </CommandButton>
          </p>
        </Notice>
      ))}
    </section>
  )
}
