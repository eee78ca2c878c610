import type { LookupAreaAnswer } from '@an-sinh/contract'
import { formatDate, Tag, useLanguage, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { type Found, hoursOf } from './find-places.ts'
import type { LookupScreen } from './lookup-screens.ts'
import type { FoundPlace } from './package-index.ts'
import { TEXTS } from './texts.ts'

type Areas = ReadonlyMap<string, LookupAreaAnswer>

/** Street, ward and province, as far as known; of an old unit where it lay. */
export const addressOf = ({ place }: Pick<Found, 'place'>, areas: Areas): string => {
  const { answer, wardCode, provinceCode, type } = place
  if (answer.within !== undefined) return answer.within
  const ward = type === 'ward' ? undefined : areas.get(wardCode ?? '')?.name
  const province = type === 'province' ? undefined : areas.get(provinceCode ?? '')?.name
  const street = [answer.address, ward].filter((part) => part !== undefined && part !== '')
  // “142A Đội Cấn, Hà Nội” names its province already.
  const isNamed = province !== undefined && street.at(-1)?.endsWith(province.replace(/^(?:Thành phố|Tỉnh) /u, '')) === true
  const known = isNamed ? street : [...street, ...(province === undefined || province === '' ? [] : [province])]
  return known.filter((part, at) => !known.slice(0, at).some((before) => before?.includes(part ?? '') === true)).join(', ')
}

const km = (distance: number): string =>
  distance < 1 ? '< 1' : distance < 10 ? distance.toFixed(1).replace('.', ',') : String(Math.round(distance))

const Distance = ({ found }: { readonly found: Found }): ReactNode => {
  const text = useTexts(TEXTS)
  const { distance } = found
  if (distance === null) return null
  if (distance.km === null) return <span>{text('distance-unknown')}</span>
  return <span>{text(distance.by === 'ward' ? 'distance-ward' : 'distance', { km: km(distance.km) })}</span>
}

type On = { readonly on: string | null }

/** Why a day is closed that its hours alone would leave open. */
const closureOn = ({ answer }: FoundPlace, on: string): string | null =>
  answer.closures?.find(({ fromOn, toOn }) => fromOn <= on && on <= toOn)?.reason ?? null

/** Whether it is open: known hours are judged, written ones repeated, unknown ones said to be unknown. */
const Hours = ({ found, screen, on }: { readonly found: Found; readonly screen: LookupScreen } & On): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  if (screen.kind === 'units' || screen.kind === 'employers') return null
  const { hours, hoursText } = found.place.answer
  const known = hoursOf(found.place)
  const written = hours === undefined ? <span>{hoursText ?? text('hours-unknown')}</span> : null
  if (found.open === 'unknown') return written
  const isOpen = found.open === 'open'
  const day = on === null ? null : formatDate(on, language)
  const reason = on === null ? null : closureOn(found.place, on)
  const spans = known?.spans.map((span) => span.join('–')).join(', ') ?? ''
  return (
    <>
      {written}
      <Tag tone={isOpen ? 'good' : 'quiet'}>
        {day === null
          ? text(isOpen ? 'open-now' : 'closed-now')
          : isOpen
            ? text('open-on', { day, hours: spans })
            : text('closed-on', { day })}
      </Tag>
      {reason === null ? null : <span>{reason}</span>}
    </>
  )
}

const Result = ({
  found,
  areas,
  screen,
  on,
}: { readonly found: Found; readonly areas: Areas; readonly screen: LookupScreen } & On): ReactNode => {
  const text = useTexts(TEXTS)
  const { answer, id, name } = found.place
  const becomes = answer.becomes?.map((unit) => unit.name ?? unit.id).join(' / ')
  return (
    <li className="entry">
      <Link href={`/tra-cuu/${screen.slug}/${encodeURIComponent(id)}`}>{name}</Link>
      <span className="entry-hint lines">
        <span>{addressOf(found, areas)}</span>
        {becomes === undefined ? null : <span>{text('now-is', { units: becomes })}</span>}
        {answer.agentName === undefined || screen.kind !== 'collection-points' ? null : <span>{answer.agentName}</span>}
        <Distance found={found} />
        <Hours found={found} screen={screen} on={on} />
        {answer.sample === true ? <Tag tone="warn">{text('sample')}</Tag> : null}
      </span>
    </li>
  )
}

type Props = { readonly found: readonly Found[]; readonly areas: Areas; readonly screen: LookupScreen } & On

export const ResultList = ({ found, areas, screen, on }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <>
      <output>{found.length === 0 ? text('nothing-found') : text('found', { count: found.length })}</output>
      <ol className="entries numbered">
        {found.map((one) => (
          <Result key={one.place.id} found={one} areas={areas} screen={screen} on={on} />
        ))}
      </ol>
    </>
  )
}
