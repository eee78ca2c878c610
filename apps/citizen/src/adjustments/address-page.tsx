import type { Adjustable } from '@an-sinh/contract'
import { Facts, formatInstant, Notice, TextField, useLanguage, useTexts, Waiting } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { Link, Redirect, useSearch } from 'wouter'
import { findCode, isPassing } from '../shared/api/failure.ts'
import { toOptions, useProvinces, useWards } from '../shared/api/use-places.ts'
import type { LetterBody } from '../shared/outbox/letter.ts'
import { LetterRefusal } from '../shared/outbox/letter-refusal.tsx'
import { useKeptForm } from '../shared/outbox/use-kept-form.ts'
import { usePosting } from '../shared/outbox/use-posting.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { PlaceSearch } from '../shared/page/place-search.tsx'
import { StepPage } from '../shared/page/step-page.tsx'
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

const ADDRESS_PAGE = '/ca-nhan/dieu-chinh/dia-chi'

type Form = Place & { readonly changeId: string }

/** Kept as it is typed; one id for one change. What is on file is the beginning, once the register has been asked. */
const useForm = (now: Adjustable | null) => {
  const letterId = new URLSearchParams(useSearch()).get('thu')
  const [empty] = useState<Form>(() => ({ changeId: crypto.randomUUID(), provinceCode: null, wardCode: null, street: '' }))
  const fromBody = (body: LetterBody<'contact-address'>): Form => body
  const kept = useKeptForm<Form>({ name: 'contact-address', empty, letterId, fromBody })
  const { form } = kept
  if (form === null || form.provinceCode !== null || now === null || now.ward === null) return kept
  return { ...kept, form: { ...form, provinceCode: now.ward.provinceCode, wardCode: now.ward.wardCode } }
}

const AddressForm = ({ now }: { readonly now: Adjustable | null }): ReactNode => {
  const text = useTexts(TEXTS)
  const { form, change, forget } = useForm(now)
  const posting = usePosting<'contact-address'>(ADJUSTABLE_KEY, forget)
  const [tried, setTried] = useState(false)
  if (form === null) return <Waiting label={text('address-title')} />
  const { changeId, provinceCode, wardCode, street } = form
  const found = [
    ...(provinceCode === null ? [{ field: 'province', sentence: text('province-missing') }] : []),
    ...(wardCode === null ? [{ field: 'ward', sentence: text('ward-missing') }] : []),
  ]
  const errors = tried ? found : []
  const goOn = (): void => {
    setTried(true)
    if (provinceCode === null || wardCode === null) return
    void posting.run({
      letterId: changeId,
      kind: 'contact-address',
      title: text('address-title'),
      body: { changeId, provinceCode, wardCode, street },
      resultAt: `${ADDRESS_PAGE}/da-doi`,
      editAt: `${ADDRESS_PAGE}?thu=${changeId}`,
    })
  }
  return (
    <StepPage
      title={text('address-title')}
      backTo="/ca-nhan/dieu-chinh"
      errors={errors}
      busy={posting.busy}
      nextLabel={text('save')}
      onNext={goOn}
      aside={now === null ? null : <History addresses={now.addresses} />}
    >
      <p>{text('address-lead')}</p>
      {now === null ? (
        <p>{text('address-offline')}</p>
      ) : (
        <Facts facts={[{ label: text('address-now'), value: now.addresses[0]?.address ?? text('address-none') }]} />
      )}
      <PlaceFields place={form} onPlace={change} errorOf={(field) => errors.find((error) => error.field === field)?.sentence} />
      <LetterRefusal letter={posting.refused} />
      <FailureNotice failure={posting.failure} />
    </StepPage>
  )
}

/** Where one is written to: changed at once, by the names of today or the old ones; without a network it waits on the phone. */
export const AddressPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const query = useAdjustable()
  if (findCode(query.error) === 'not-signed-in') return <Redirect to="/dang-nhap" replace />
  if (query.data !== undefined || isPassing(query.failureReason)) return <AddressForm now={query.data ?? null} />
  return (
    <Page title={text('address-title')}>
      <Loaded query={query}>{() => null}</Loaded>
    </Page>
  )
}

/** It arrived and holds. */
export const AddressSavedPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const query = useAdjustable()
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
