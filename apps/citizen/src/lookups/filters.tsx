import { addDays, civilDateIn } from '@an-sinh/domain'
import { Button, ChoiceField, Field, fieldId, Notice, TickField, useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { toOptions, useProvinces, useWards } from '../shared/api/use-places.ts'
import { PlaceSearch } from '../shared/page/place-search.tsx'
import type { LookupScreen } from './lookup-screens.ts'
import { TEXTS } from './texts.ts'
import type { useLocation } from './use-location.ts'

export type Narrowed = {
  readonly provinceCode: string | null
  readonly wardCode: string | null
  readonly type: string | null
  readonly on: string | null
  readonly onlyOpen: boolean
}
export const NOTHING_CHOSEN: Narrowed = { provinceCode: null, wardCode: null, type: null, on: null, onlyOpen: false }

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

/** As far as the calendar in the package of a province reaches. */
const DAYS_AHEAD = 120

/** The day somebody wants to go, and whether only open places count. Without a day it is about now. */
const When = ({ narrowed, onChange }: Pick<Props, 'narrowed' | 'onChange'>): ReactNode => {
  const text = useTexts(TEXTS)
  const [today] = useState(() => civilDateIn(Date.now()))
  return (
    <>
      <Field name="on" label={text('day')} hint={text('day-hint')}>
        <input
          id={fieldId('on')}
          name="on"
          type="date"
          className="box box-medium"
          min={today}
          max={addDays(today, DAYS_AHEAD)}
          value={narrowed.on ?? ''}
          onChange={({ currentTarget: { value } }) => onChange({ ...narrowed, on: value === '' ? null : value })}
        />
      </Field>
      <TickField
        name="onlyOpen"
        label={text(narrowed.on === null ? 'only-open' : 'only-open-on')}
        checked={narrowed.onlyOpen}
        onChange={(onlyOpen) => onChange({ ...narrowed, onlyOpen })}
      />
    </>
  )
}

/** Province, then ward, kind, open now, nearest first: a fold, since most people only type. */
export const Filters = ({ screen, narrowed, onChange, location }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const provinces = useProvinces()
  const wards = useWards(narrowed.provinceCode)
  const hasHours = screen.kind === 'offices' || screen.kind === 'collection-points'
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
        onChange={(provinceCode) => onChange(provinceCode === null ? NOTHING_CHOSEN : { ...narrowed, provinceCode, wardCode: null })}
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
        {hasHours && narrowed.provinceCode !== null ? <When narrowed={narrowed} onChange={onChange} /> : null}
        {hasPlaces ? <NearMe location={location} hasProvince={narrowed.provinceCode !== null} /> : null}
      </details>
    </>
  )
}
