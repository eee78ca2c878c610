import { Button, ChoiceField, Notice, TickField, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { toOptions, useProvinces, useWards } from '../shared/api/use-places.ts'
import { PlaceSearch } from '../shared/page/place-search.tsx'
import type { LookupScreen } from './lookup-screens.ts'
import { TEXTS } from './texts.ts'
import type { useLocation } from './use-location.ts'

export type Narrowed = {
  readonly provinceCode: string | null
  readonly wardCode: string | null
  readonly type: string | null
  readonly openNow: boolean
}
type Props = {
  readonly screen: LookupScreen
  readonly narrowed: Narrowed
  readonly onChange: (narrowed: Narrowed) => void
  readonly location: ReturnType<typeof useLocation>
}

/** "Nearest first", kept on the phone; it needs to know which province to order. */
const NearMe = ({ location, hasProvince }: { readonly location: Props['location']; readonly hasProvince: boolean }): ReactNode => {
  const text = useTexts(TEXTS)
  if (!hasProvince) return <p className="field-hint">{text('near-needs-province')}</p>
  return (
    <>
      {location.state === 'on' ? (
        <Button kind="second" onClick={location.forget}>
          {text('near-off')}
        </Button>
      ) : (
        <Button kind="second" busy={location.state === 'asking'} onClick={location.ask}>
          {text('near')}
        </Button>
      )}
      <p className="field-hint">{text('near-hint')}</p>
      {location.state === 'refused' ? (
        <Notice kind="warning" live>
          <p>{text('near-refused')}</p>
        </Notice>
      ) : null}
    </>
  )
}

const Types = ({ screen, narrowed, onChange }: Omit<Props, 'location'>): ReactNode => {
  const text = useTexts(TEXTS)
  if (screen.types.length === 0) return null
  return (
    <ChoiceField
      name="type"
      label={text('type')}
      choices={[{ value: '', label: text('type-all') }, ...screen.types.map((type) => ({ value: type, label: text(`type-${type}`) }))]}
      value={narrowed.type ?? ''}
      onChange={(type) => onChange({ ...narrowed, type: type === '' ? null : type })}
    />
  )
}

/** Province, then ward, kind, open now, nearest first: a fold, since most people only type. */
export const Filters = ({ screen, narrowed, onChange, location }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const provinces = useProvinces()
  const wards = useWards(narrowed.provinceCode)
  const hasPlaces = screen.kind !== 'units' && screen.kind !== 'employers'
  return (
    <>
      <PlaceSearch
        name="province"
        label={text('province')}
        hint={text('province-hint')}
        query={provinces}
        options={toOptions(provinces.data)}
        value={narrowed.provinceCode}
        onChange={(provinceCode) =>
          onChange({ ...narrowed, provinceCode, wardCode: null, openNow: narrowed.openNow && provinceCode !== null })
        }
      />
      <details>
        <summary>{text('more-filters')}</summary>
        {narrowed.provinceCode === null || screen.kind === 'units' ? null : (
          <PlaceSearch
            name="ward"
            label={text('ward')}
            query={wards}
            options={toOptions(wards.data)}
            value={narrowed.wardCode}
            onChange={(wardCode) => onChange({ ...narrowed, wardCode })}
          />
        )}
        <Types screen={screen} narrowed={narrowed} onChange={onChange} />
        {screen.kind === 'offices' && narrowed.provinceCode !== null ? (
          <TickField
            name="openNow"
            label={text('only-open')}
            checked={narrowed.openNow}
            onChange={(openNow) => onChange({ ...narrowed, openNow })}
          />
        ) : null}
        {hasPlaces ? <NearMe location={location} hasProvince={narrowed.provinceCode !== null} /> : null}
      </details>
    </>
  )
}
