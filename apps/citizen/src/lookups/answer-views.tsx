import type { LookupAreaAnswer } from '@an-sinh/contract'
import type { GeoPoint } from '@an-sinh/domain'
import { Tabs, useTexts, Waiting } from '@an-sinh/ui'
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react'
import { useWideScreen } from '../shared/place-map/use-wide-screen.ts'
import type { MapPlace } from '../shared/place-map/map-place.ts'
import type { Found } from './find-places.ts'
import type { LookupScreen } from './lookup-screens.ts'
import { ResultList } from './result-list.tsx'
import { TEXTS } from './texts.ts'

type Areas = ReadonlyMap<string, LookupAreaAnswer>
type Props = {
  readonly found: readonly Found[]
  readonly areas: Areas
  readonly screen: LookupScreen
  readonly here: GeoPoint | null
  /** The day asked for; null: now. */
  readonly on: string | null
}

/** Where the map could not be fetched the list is the whole answer. */
const NoMap = (): ReactNode => {
  const text = useTexts(TEXTS)
  return <p className="field-hint">{text('map-missing')}</p>
}
const PlaceMap = lazy(async () =>
  import('../shared/place-map/place-map.tsx').then(
    (loaded) => ({ default: loaded.PlaceMap }),
    () => ({ default: NoMap }),
  ),
)

const pointOf = ({ place }: Found, areas: Areas): { readonly point: GeoPoint; readonly approximate: boolean } | null => {
  if (place.point !== null) return { point: place.point, approximate: false }
  const [longitude, latitude] = areas.get(place.wardCode ?? '')?.point ?? []
  return longitude === undefined || latitude === undefined ? null : { point: { longitude, latitude }, approximate: true }
}

/** What of the list can be put on a map: its own point or its ward's. A province alone is no place. */
const toMapPlaces = ({ found, areas, screen }: Omit<Props, 'here' | 'on'>): MapPlace[] =>
  found.flatMap((one, at) => {
    const known = pointOf(one, areas)
    const { id, name } = one.place
    return known === null ? [] : [{ ...known, number: at + 1, name, href: `/tra-cuu/${screen.slug}/${encodeURIComponent(id)}` }]
  })

/** The list, and the map beside it where there is room; on a phone one or the other. */
export const AnswerViews = ({ found, areas, screen, here, on }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const wide = useWideScreen()
  const [view, setView] = useState<'list' | 'map'>('list')
  const places = useMemo(() => toMapPlaces({ found, areas, screen }), [found, areas, screen])
  const list = <ResultList found={found} areas={areas} screen={screen} on={on} />
  const map =
    places.length === 0 ? (
      <p className="field-hint">{text('map-empty')}</p>
    ) : (
      <Suspense fallback={<Waiting label={text('map')} />}>
        <PlaceMap places={places} here={here} missing={found.length - places.length} />
      </Suspense>
    )
  if (wide) {
    return (
      <div className="with-map">
        <div>{list}</div>
        {map}
      </div>
    )
  }
  return (
    <Tabs
      label={text('views')}
      tabs={[
        { id: 'list', label: text('list') },
        { id: 'map', label: text('map') },
      ]}
      current={view}
      onChange={setView}
    >
      {view === 'list' ? list : map}
    </Tabs>
  )
}
