import './status.css'
import type { Incident, SystemStatus } from '@an-sinh/contract'
import { INCIDENT_FEATURE_NAMES } from '@an-sinh/domain'
import { Button, formatInstant, Notice, Tag, useLanguage, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { useSettings } from '../shared/api/use-settings.ts'
import { Hotline } from '../shared/page/hotline.tsx'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { IncidentFacts, MovedDays } from './incident-facts.tsx'
import { TEXTS } from './texts.ts'
import { useStatus } from './use-status.ts'

const TONES = { green: 'good', yellow: 'warn', red: 'bad' } as const
const COLOURS: Readonly<Record<string, 'green' | 'yellow' | 'red'>> = { g: 'green', y: 'yellow', r: 'red' }
/** Low, middle and full: the height says it too. */
const HEIGHTS = { green: 6, yellow: 14, red: 22 } as const

const Days = ({ days }: { readonly days: string }): ReactNode => {
  const text = useTexts(TEXTS)
  const count = (letter: string): string => String(days.split(letter).length - 1)
  const [yellow, red] = [count('y'), count('r')]
  const told = yellow === '0' && red === '0' ? text('days-good') : text('days-bad', { yellow, red })
  return (
    <>
      <svg className="status-days" viewBox="0 0 360 24" preserveAspectRatio="none" aria-hidden="true">
        {[...days].map((letter, index) => {
          const colour = COLOURS[letter] ?? 'green'
          return (
            <rect key={index} className={`status-${colour}`} x={index * 4} y={24 - HEIGHTS[colour]} width="3" height={HEIGHTS[colour]} />
          )
        })}
      </svg>
      <span className="quiet">{told}</span>
    </>
  )
}

const Parts = ({ features }: Pick<SystemStatus, 'features'>): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  return (
    <ul className="status-parts">
      {features.map(({ feature, now, days }) => (
        <li key={feature}>
          <span className="status-part">
            <strong>{INCIDENT_FEATURE_NAMES[feature][language]}</strong>
            {now === null ? null : <Tag tone={TONES[now]}>{text(`now-${now}`)}</Tag>}
          </span>
          {days === '' ? null : <Days days={days} />}
        </li>
      ))}
    </ul>
  )
}

const One = ({ incident }: { readonly incident: Incident }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const [last, ...earlier] = incident.updates
  if (last === undefined) return null
  return (
    <article className="status-one">
      <h3>
        {text(`kind-${incident.kind}`)}: {last.title[language]}
      </h3>
      <IncidentFacts incident={incident} />
      <p className="plain-text">{last.words[language]}</p>
      <MovedDays days={incident.movedDays} />
      <p className="quiet">{text('updated', { at: formatInstant(last.at, language) })}</p>
      {earlier.length === 0 ? null : (
        <details>
          <summary>{text('earlier', { count: String(earlier.length) })}</summary>
          <ol className="timeline">
            {earlier.map(({ updateNo, at, words }) => (
              <li key={updateNo}>
                <span className="quiet">{formatInstant(at, language)}</span>
                <br />
                <span className="plain-text">{words[language]}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </article>
  )
}

const ofState = (incidents: readonly Incident[], state: Incident['state']) =>
  incidents.filter((incident) => incident.state === state).map((incident) => <One key={incident.incidentId} incident={incident} />)

const Status = ({ status }: { readonly status: SystemStatus }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const { asOf, fresh, features, incidents } = status
  if (asOf === null)
    return (
      <Notice kind="warning" title={text('not-fresh-title')}>
        {text('unknown')}
      </Notice>
    )
  const at = formatInstant(asOf, language)
  const [running, planned, ended] = [ofState(incidents, 'running'), ofState(incidents, 'planned'), ofState(incidents, 'ended')]
  // Kept on the phone, or by the server while its database is away.
  const isOld = !fresh || !navigator.onLine
  return (
    <>
      {isOld ? (
        <Notice kind="warning" title={text('not-fresh-title')}>
          {text('not-fresh', { at })}
        </Notice>
      ) : (
        <p className="quiet">{text('as-of', { at })}</p>
      )}
      <h2>{text('running')}</h2>
      {running.length === 0 ? <p>{text('running-none')}</p> : running}
      {planned.length === 0 ? null : (
        <>
          <h2>{text('planned')}</h2>
          {planned}
        </>
      )}
      <h2>{text('parts')}</h2>
      <Parts features={features} />
      <h2>{text('ended')}</h2>
      {ended.length === 0 ? <p>{text('ended-none')}</p> : ended}
    </>
  )
}

/** For everybody, signed in or not, also when little else answers. */
export const StatusPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const settings = useSettings()
  const query = useStatus()
  return (
    <Page title={text('status-title')}>
      <p className="lead">{text('status-lead')}</p>
      <Loaded query={query}>{(status) => <Status status={status} />}</Loaded>
      <p>
        <Button kind="second" busy={query.isFetching} onClick={() => void query.refetch()}>
          {text('refresh')}
        </Button>
      </p>
      <p>{text('never-ask')}</p>
      <Hotline hotline={settings?.hotline} />
    </Page>
  )
}
