import type { Incident } from '@an-sinh/contract'
import { INCIDENT_FEATURE_NAMES } from '@an-sinh/domain'
import { formatDate, formatInstant, useLanguage, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { TEXTS } from './texts.ts'

const useWhen = () => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  return ({ state, beginsAt, expectedEndAt, endedAt, kind }: Incident): string => {
    const began = text('began', { at: formatInstant(beginsAt, language) })
    if (endedAt !== null) return `${began} · ${text('over', { at: formatInstant(endedAt, language) })}`
    if (expectedEndAt === null) return kind === 'fraud-warning' ? began : `${began} · ${text('no-end')}`
    const isLate = state === 'running' && Date.parse(expectedEndAt) < Date.now()
    return `${began} · ${text(isLate ? 'late' : 'expected', { at: formatInstant(expectedEndAt, language) })}`
  }
}

/** Which deadlines move, and that nobody need do anything for it. */
export const MovedDays = ({ days }: { readonly days: Incident['movedDays'] }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  if (days.length === 0) return null
  return (
    <p>
      {days.map(({ fromOn, toOn }) => (
        <strong key={fromOn}>
          {text(fromOn === toOn ? 'moved-day' : 'moved-days', { from: formatDate(fromOn, language), to: formatDate(toOn, language) })}{' '}
        </strong>
      ))}
      {text('moved-own')}
    </p>
  )
}

/** When, where and about what. */
export const IncidentFacts = ({ incident }: { readonly incident: Incident }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const when = useWhen()
  const parts = incident.features.map((feature) => INCIDENT_FEATURE_NAMES[feature][language]).join(', ')
  return (
    <p className="quiet">
      {incident.office === null ? '' : `${text('at-office', { office: incident.office })} · `}
      {when(incident)}
      {parts === '' ? '' : ` · ${text('about', { parts })}`}
    </p>
  )
}
