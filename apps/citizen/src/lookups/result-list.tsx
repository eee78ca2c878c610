import type { LookupAreaAnswer } from '@an-sinh/contract'
import { Tag, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Found } from './find-places.ts'
import type { LookupScreen } from './lookup-screens.ts'
import { TEXTS } from './texts.ts'

type Areas = ReadonlyMap<string, LookupAreaAnswer>

/** Street, ward and province, as far as known; of an old unit where it lay. */
export const addressOf = ({ place }: Pick<Found, 'place'>, areas: Areas): string => {
  const { answer, wardCode, provinceCode, type } = place
  if (answer.within !== undefined) return answer.within
  const ward = type === 'ward' ? undefined : areas.get(wardCode ?? '')?.name
  const province = type === 'province' ? undefined : areas.get(provinceCode ?? '')?.name
  const known = [answer.address, ward, province].filter((part) => part !== undefined && part !== '')
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

/** Whether it is open: known hours are judged, written ones repeated, unknown ones said to be unknown. */
const Hours = ({ found, screen }: { readonly found: Found; readonly screen: LookupScreen }): ReactNode => {
  const text = useTexts(TEXTS)
  if (screen.kind === 'units' || screen.kind === 'employers') return null
  const { hours, hoursText } = found.place.answer
  if (hours === undefined) return <span>{hoursText ?? text('hours-unknown')}</span>
  return found.open === 'unknown' ? null : (
    <Tag tone={found.open === 'open' ? 'good' : 'quiet'}>{text(found.open === 'open' ? 'open-now' : 'closed-now')}</Tag>
  )
}

const Result = ({ found, areas, screen }: { readonly found: Found; readonly areas: Areas; readonly screen: LookupScreen }): ReactNode => {
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
        <Hours found={found} screen={screen} />
        {answer.sample === true ? <Tag tone="warn">{text('sample')}</Tag> : null}
      </span>
    </li>
  )
}

type Props = { readonly found: readonly Found[]; readonly areas: Areas; readonly screen: LookupScreen }

export const ResultList = ({ found, areas, screen }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <>
      <output>{found.length === 0 ? text('nothing-found') : text('found', { count: found.length })}</output>
      <ul className="entries">
        {found.map((one) => (
          <Result key={one.place.id} found={one} areas={areas} screen={screen} />
        ))}
      </ul>
    </>
  )
}
