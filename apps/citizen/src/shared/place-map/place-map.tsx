import './place-map.css'
import type { GeoPoint } from '@an-sinh/domain'
import { Tag, useLanguage, useTexts } from '@an-sinh/ui'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { useSettings } from '../api/use-settings.ts'
import { drawMap, type DrawnMap } from './draw-map.ts'
import type { MapPlace } from './map-place.ts'
import { TEXTS } from './texts.ts'

type Props = {
  readonly places: readonly MapPlace[]
  readonly here: GeoPoint | null
  /** In the list and not on the map. */ readonly missing: number
}

/** What stands under the mark that was chosen. */
const Chosen = ({ group }: { readonly group: readonly MapPlace[] }): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <div className="map-chosen" aria-live="polite">
      {group.length === 0 ? null : (
        <ul className="entries">
          {group.map(({ number, name, href, approximate }) => (
            <li key={href} className="entry">
              <Link href={href}>{`${number}. ${name}`}</Link>
              {approximate ? <Tag tone="quiet">{text('approximate')}</Tag> : null}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Drawn once for each language: its words stand in the marks. */
const DrawnPlaces = ({ places, here, missing }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const settings = useSettings()
  const tiles = settings?.mapTiles ?? null
  const element = useRef<HTMLDivElement>(null)
  const drawn = useRef<DrawnMap | null>(null)
  const [group, setGroup] = useState<readonly MapPlace[]>([])
  useEffect(() => {
    if (element.current === null) return undefined
    const nameOf = (members: readonly MapPlace[]): string => {
      const names = members.map(({ number, name, approximate }) => `${number}. ${name}${approximate ? `, ${text('approximate')}` : ''}`)
      return members.length === 1 ? names.join('') : `${text('several', { count: members.length })}: ${names.join('; ')}`
    }
    const words = { zoomIn: text('zoom-in'), zoomOut: text('zoom-out'), here: text('here'), nameOf }
    drawn.current = drawMap(element.current, words, setGroup)
    return () => {
      drawn.current?.remove()
      drawn.current = null
    }
  }, [text])
  useEffect(() => drawn.current?.show({ places, here, tiles }), [places, here, tiles])
  return (
    <section className="map" aria-label={text('map')}>
      <div className="map-canvas" ref={element} />
      <p className="field-hint">
        {text('shown', { count: places.length })}
        {missing > 0 ? ` ${text('missing', { count: missing })}` : ''} {tiles === null ? text('plain') : tiles.attribution}
      </p>
      <Chosen group={group.every((one) => places.includes(one)) ? group : []} />
    </section>
  )
}

/** The places of the list on a map. It says nothing that the list does not say: without pictures, or without a network, it stands on plain squares. */
export const PlaceMap = (props: Props): ReactNode => {
  const { language } = useLanguage()
  return <DrawnPlaces key={language} {...props} />
}
