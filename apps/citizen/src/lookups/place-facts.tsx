import type { LookupAnswer, LookupAreaAnswer } from '@an-sinh/contract'
import { type Fact, Facts, formatDate, Notice, useLanguage, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { LookupScreen } from './lookup-screens.ts'
import type { FoundPlace } from './package-index.ts'
import { addressOf } from './result-list.tsx'
import { TEXTS } from './texts.ts'

type Props = { readonly place: FoundPlace; readonly areas: ReadonlyMap<string, LookupAreaAnswer>; readonly screen: LookupScreen }

const useHours = (): ((answer: LookupAnswer) => string) => {
  const text = useTexts(TEXTS)
  return ({ hours, hoursAssumed, hoursText }) => {
    if (hours === undefined) return hoursText ?? text('hours-unknown')
    const names = hours.weekdays.map((day) => text(`weekday-${day % 7}` as 'weekday-0'))
    const isRow = hours.weekdays.every((day, at) => at === 0 || day === (hours.weekdays[at - 1] ?? 0) + 1)
    const days = isRow && names.length > 2 ? `${names[0] ?? ''} – ${names.at(-1) ?? ''}` : names.join(', ')
    const spans = hours.spans.map((span) => span.join('–')).join(', ')
    return `${days}: ${spans}${hoursAssumed === true ? ` (${text('hours-assumed')})` : ''}`
  }
}

/** What an old unit became, each with a way to it. */
const Becomes = ({ answer }: { readonly answer: LookupAnswer }): ReactNode => {
  const text = useTexts(TEXTS)
  if (answer.becomes === undefined) return null
  return (
    <>
      <h2>{text('becomes')}</h2>
      {answer.becomes.length > 1 ? <p>{text('becomes-several')}</p> : null}
      <ul className="link-list">
        {answer.becomes.map(({ id, name = id, kind }) => (
          <li key={id}>
            <Link href={`/tra-cuu/xa-phuong/${id}`}>{kind === 'suggested' ? text('becomes-suggested', { name }) : name}</Link>
          </li>
        ))}
      </ul>
    </>
  )
}

const phoneLink = (phone: string): ReactNode => <a href={`tel:${phone.replace(/[^\d+]/gu, '')}`}>{phone}</a>

/** What is known of it, in the order in which it is needed. */
export const PlaceFacts = ({ place, areas, screen }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const hoursOf = useHours()
  const { answer, id, type } = place
  const isPlace = screen.kind !== 'units' && screen.kind !== 'employers'
  const validity = answer.validTo === undefined ? null : text('valid-to', { on: formatDate(answer.validTo, language) })
  const names = areas.get(place.wardCode ?? '')?.otherNames
  const facts: Fact[] = [
    {
      label: text('kind'),
      value: type !== null && screen.types.some((known) => known === type) ? text(`type-${type}` as 'type-ward') : null,
    },
    { label: text('address'), value: addressOf({ place }, areas) },
    { label: text('hours'), value: isPlace ? hoursOf(answer) : null },
    { label: text('phone'), value: answer.phone === undefined ? null : phoneLink(answer.phone) },
    { label: text('agent'), value: screen.kind === 'collection-points' ? answer.agentName : null },
    { label: text('managing-office'), value: screen.kind === 'employers' ? answer.agentName : null },
    { label: text('authority'), value: answer.authorityNumber },
    { label: text('code'), value: answer.code ?? (screen.kind === 'units' ? id.split('-').at(-1) : id) },
    { label: text('validity'), value: validity },
    { label: text('earlier-names'), value: type === 'ward' ? names?.join(', ') : null },
  ]
  return (
    <>
      <Facts facts={facts} />
      {answer.closures?.map(({ fromOn, toOn, reason }) => (
        <Notice key={fromOn} kind="warning">
          <p>{text('closed', { from: formatDate(fromOn, language), to: formatDate(toOn, language), reason })}</p>
        </Notice>
      ))}
      <Becomes answer={answer} />
    </>
  )
}
