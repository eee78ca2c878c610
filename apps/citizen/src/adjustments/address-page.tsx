import type { Adjustable } from '@an-sinh/contract'
import { Facts, type FieldError, formatInstant, Notice, TextField, useLanguage, useTexts } from '@an-sinh/ui'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link, Redirect } from 'wouter'
import { call } from '../shared/api/call.ts'
import { findCode } from '../shared/api/failure.ts'
import { toOptions, useProvinces, useWards } from '../shared/api/use-places.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { PlaceSearch } from '../shared/page/place-search.tsx'
import { StepPage } from '../shared/page/step-page.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { OldAddress } from '../shared/places/old-address.tsx'
import { TEXTS } from './texts.ts'
import { ADJUSTABLE_KEY, useAdjustable } from './use-adjustable.ts'

type Place = { readonly provinceCode: string | null; readonly wardCode: string | null; readonly street: string }

const History = ({ addresses }: Pick<Adjustable, 'addresses'>): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const before = addresses.filter(({ until }) => until !== null)
  if (before.length === 0) return null
  return (
    <details>
      <summary>{text('history')}</summary>
      <ul>
        {before.map(({ address, from, until }) => (
          <li key={from}>
            {text('history-line', {
              address: address ?? text('address-none'),
              from: formatInstant(from, language),
              until: formatInstant(until ?? from, language),
            })}
          </li>
        ))}
      </ul>
    </details>
  )
}

type FieldsProps = {
  readonly place: Place
  readonly onPlace: (place: Place) => void
  readonly errorOf: (field: string) => string | undefined
}

/** Province, ward, street; or the old names first. */
const PlaceFields = ({ place, onPlace, errorOf }: FieldsProps): ReactNode => {
  const text = useTexts(TEXTS)
  const provinces = useProvinces()
  const wards = useWards(place.provinceCode)
  return (
    <>
      <OldAddress usedWard={place.wardCode} onUse={(_names, { provinceCode, wardCode }) => onPlace({ ...place, provinceCode, wardCode })} />
      <PlaceSearch
        name="province"
        label={text('province')}
        hint={text('province-hint')}
        error={errorOf('province')}
        query={provinces}
        options={toOptions(provinces.data)}
        value={place.provinceCode}
        onChange={(provinceCode) => onPlace({ ...place, provinceCode, wardCode: null })}
      />
      <PlaceSearch
        name="ward"
        label={text('ward')}
        hint={text(place.provinceCode === null ? 'ward-first' : 'ward-hint')}
        error={errorOf('ward')}
        query={wards}
        options={toOptions(wards.data)}
        value={place.wardCode}
        onChange={(wardCode) => onPlace({ ...place, wardCode })}
      />
      <TextField
        name="street"
        label={text('street')}
        hint={text('street-hint')}
        autoComplete="street-address"
        maxLength={200}
        value={place.street}
        onChange={(street) => onPlace({ ...place, street })}
      />
    </>
  )
}

const AddressForm = ({ now, onSaved }: { readonly now: Adjustable; readonly onSaved: () => void }): ReactNode => {
  const text = useTexts(TEXTS)
  const queryClient = useQueryClient()
  const [place, setPlace] = useState<Place>({
    provinceCode: now.ward?.provinceCode ?? null,
    wardCode: now.ward?.wardCode ?? null,
    street: '',
  })
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const save = useAction(async (body: { provinceCode: string; wardCode: string; street: string }) => {
    queryClient.setQueryData(ADJUSTABLE_KEY, await call('POST /api/me/addresses', { body }))
    onSaved()
  })
  const errorOf = (field: string): string | undefined => errors.find((error) => error.field === field)?.sentence
  const goOn = (): void => {
    const { provinceCode, wardCode, street } = place
    const found = [
      ...(provinceCode === null ? [{ field: 'province', sentence: text('province-missing') }] : []),
      ...(wardCode === null ? [{ field: 'ward', sentence: text('ward-missing') }] : []),
    ]
    setErrors(found)
    if (provinceCode !== null && wardCode !== null) void save.run({ provinceCode, wardCode, street })
  }
  return (
    <StepPage
      title={text('address-title')}
      backTo="/ca-nhan/dieu-chinh"
      errors={errors}
      busy={save.busy}
      nextLabel={text('save')}
      onNext={goOn}
      aside={<History addresses={now.addresses} />}
    >
      <p>{text('address-lead')}</p>
      <Facts facts={[{ label: text('address-now'), value: now.addresses[0]?.address ?? text('address-none') }]} />
      <PlaceFields place={place} onPlace={setPlace} errorOf={errorOf} />
      <FailureNotice failure={save.failure} />
    </StepPage>
  )
}

/** Where one is written to: changed at once, by the names of today or the old ones. */
export const AddressPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const query = useAdjustable()
  const [saved, setSaved] = useState(false)
  if (findCode(query.error) === 'not-signed-in') return <Redirect to="/dang-nhap" replace />
  if (query.data !== undefined && !saved) return <AddressForm now={query.data} onSaved={() => setSaved(true)} />
  return (
    <Page title={text('address-title')}>
      <Loaded query={query}>
        {({ addresses }) => (
          <>
            <Notice kind="good" live title={text('saved-title')}>
              <p>{addresses[0]?.address}</p>
              <p>{text('saved-text')}</p>
            </Notice>
            <History addresses={addresses} />
          </>
        )}
      </Loaded>
      <p>
        <Link href="/ca-nhan/dieu-chinh" className="back-link">
          {text('back')}
        </Link>
      </p>
    </Page>
  )
}
