import { findForbiddenCharacter } from '@an-sinh/domain'
import { type FieldError, TextField, useTexts } from '@an-sinh/ui'
import { type ReactNode, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { toOptions, useProvinces, useWards } from '../shared/api/use-places.ts'
import type { Draft, DraftFields } from '../shared/draft/draft.ts'
import { changeFields } from '../shared/draft/draft-store.ts'
import { PlaceSearch } from '../shared/page/place-search.tsx'
import { StepPage } from '../shared/page/step-page.tsx'
import { OldAddress } from '../shared/places/old-address.tsx'
import { pathAfter, placeOf, previousPath } from '../shared/steps/steps.ts'
import { TEXTS } from './texts.ts'

type Fault = { readonly field: string; readonly code: 'province-missing' | 'ward-missing' | 'bad-text' }

/** What is missing in an address, at once. */
export const listAddressFaults = ({ provinceCode, wardCode, street }: DraftFields): readonly Fault[] => {
  const faults: Fault[] = []
  if (provinceCode === null) faults.push({ field: 'province', code: 'province-missing' })
  if (wardCode === null) faults.push({ field: 'ward', code: 'ward-missing' })
  if (findForbiddenCharacter(street) !== null) faults.push({ field: 'street', code: 'bad-text' })
  return faults
}

/** Another ward asks for another office. */
const NEW_PLACE = { officeId: null, oldAddress: null } as const

const PlaceFields = ({ draft, errorOf }: { readonly draft: Draft; readonly errorOf: (field: string) => string | undefined }): ReactNode => {
  const text = useTexts(TEXTS)
  const { fields, registrationId } = draft
  const provinces = useProvinces()
  const wards = useWards(fields.provinceCode)
  const [provinceOptions, wardOptions] = [toOptions(provinces.data), toOptions(wards.data)]
  const change = (changed: Partial<DraftFields>): void => changeFields(registrationId, changed)
  const province = provinceOptions.find((option) => option.value === fields.provinceCode)?.label
  const ward = wardOptions.find((option) => option.value === fields.wardCode)?.label
  const { placeNames } = fields
  // Names go with the codes as soon as the lists are there: a draft from elsewhere may bring codes only.
  useEffect(() => {
    if ((province ?? placeNames.province) === placeNames.province && (ward ?? placeNames.ward) === placeNames.ward) return
    change({ placeNames: { ...placeNames, province: province ?? placeNames.province, ward: ward ?? placeNames.ward } })
  })
  return (
    <>
      <PlaceSearch
        name="province"
        label={text('province')}
        hint={text('province-hint')}
        error={errorOf('province')}
        query={provinces}
        options={provinceOptions}
        value={fields.provinceCode}
        onChange={(provinceCode) => change({ provinceCode, wardCode: null, ...NEW_PLACE })}
      />
      <PlaceSearch
        name="ward"
        label={text('ward')}
        hint={text(fields.provinceCode === null ? 'ward-first' : 'ward-hint')}
        error={errorOf('ward')}
        query={wards}
        options={wardOptions}
        value={fields.wardCode}
        onChange={(wardCode) => change({ wardCode, ...NEW_PLACE })}
      />
    </>
  )
}

/** Province, ward, street; or the old names first. */
export const AddressStep = ({ draft }: { readonly draft: Draft }): ReactNode => {
  const text = useTexts(TEXTS)
  const [, navigate] = useLocation()
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const errorOf = (field: string): string | undefined => errors.find((error) => error.field === field)?.sentence
  const goOn = (): void => {
    const faults = listAddressFaults(draft.fields)
    if (faults.length === 0) navigate(pathAfter('address', draft))
    else setErrors(faults.map(({ field, code }) => ({ field, sentence: text(code) })))
  }
  return (
    <StepPage title={text('address-title')} place={placeOf('address')} backTo={previousPath('address')} errors={errors} onNext={goOn}>
      <p>{text('address-lead')}</p>
      <OldAddress
        usedWard={draft.fields.wardCode}
        onUse={(oldAddress, { provinceCode, wardCode }) =>
          changeFields(draft.registrationId, { provinceCode, wardCode, officeId: null, oldAddress })
        }
      />
      <PlaceFields draft={draft} errorOf={errorOf} />
      <TextField
        name="street"
        label={text('street')}
        hint={text('street-hint')}
        error={errorOf('street')}
        autoComplete="street-address"
        maxLength={300}
        value={draft.fields.street}
        onChange={(street) => changeFields(draft.registrationId, { street })}
      />
    </StepPage>
  )
}
