import './status.css'
import type { Incident } from '@an-sinh/contract'
import { Button, formatInstant, Notice, useLanguage, useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useOnline } from '../shared/online/use-online.ts'
import { dismiss, readDismissed } from './dismissed.ts'
import { concernsScreen } from './features-of-screen.ts'
import { IncidentFacts, MovedDays } from './incident-facts.tsx'
import { TEXTS } from './texts.ts'
import { useStatus } from './use-status.ts'

const MOST = 2
const DAY_MS = 86_400_000
/** Hidden is this update alone: the next one is shown again. */
const keyOf = ({ incidentId, updates }: Incident): string => `${incidentId}/${updates[0]?.updateNo ?? 0}`

const isNear = ({ state, beginsAt }: Incident): boolean =>
  state === 'running' || (state === 'planned' && Date.parse(beginsAt) < Date.now() + 2 * DAY_MS)

type OneProps = { readonly incident: Incident; readonly asOf: string | null; readonly onDismiss: () => void }

const One = ({ incident, asOf, onDismiss }: OneProps): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const online = useOnline()
  const [last] = incident.updates
  if (last === undefined) return null
  return (
    <Notice
      kind={incident.kind === 'outage' || incident.kind === 'fraud-warning' ? 'error' : 'warning'}
      title={`${text(`kind-${incident.kind}`)}: ${last.title[language]}`}
    >
      <p className="plain-text">{last.words[language]}</p>
      <IncidentFacts incident={incident} />
      <MovedDays days={incident.movedDays} />
      {incident.kind === 'fraud-warning' ? <p>{text('never-ask')}</p> : null}
      {online || asOf === null ? null : <p className="quiet">{text('kept', { at: formatInstant(asOf, language) })}</p>}
      <div className="button-row">
        <Button kind="second" onClick={onDismiss}>
          {text('dismiss')}
        </Button>
        <Link href="/tinh-trang">{text('see-status')}</Link>
      </div>
    </Notice>
  )
}

/** What is announced now about the screen that is open; hidden update by update. */
export const IncidentBanner = ({ announced }: { readonly announced: string }): ReactNode => {
  const text = useTexts(TEXTS)
  const [path] = useLocation()
  const [dismissed, setDismissed] = useState(readDismissed)
  const { data } = useStatus(announced)
  const shown = (data?.incidents ?? [])
    .filter((incident) => isNear(incident) && concernsScreen(incident, path) && !dismissed.includes(keyOf(incident)))
    .slice(0, MOST)
  return (
    <section aria-label={text('banner-label')} aria-live="polite">
      {path === '/tinh-trang'
        ? null
        : shown.map((incident) => (
            <One
              key={incident.incidentId}
              incident={incident}
              asOf={data?.asOf ?? null}
              onDismiss={() => setDismissed(dismiss(keyOf(incident)))}
            />
          ))}
    </section>
  )
}
