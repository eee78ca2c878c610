import { ChoiceField, type FieldError, useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import { toOptions, useProvinces } from '../shared/api/use-places.ts'
import type { Draft, DraftFields } from '../shared/draft/draft.ts'
import { changeFields } from '../shared/draft/draft-store.ts'
import { OfficeList } from '../shared/page/office-list.tsx'
import { PlaceSearch } from '../shared/page/place-search.tsx'
import { StepPage } from '../shared/page/step-page.tsx'
import { pathAfter, placeOf, previousPath } from '../shared/steps/steps.ts'
import { TEXTS } from './texts.ts'

const CHOICES = ['residence', 'participation', 'other'] as const

/** Where the list is looked for: at home, or in the province that was chosen here. */
const placeOfList = (fields: DraftFields): { readonly provinceCode: string | null; readonly wardCode: string | null } =>
  fields.officeChoice === 'residence'
    ? { provinceCode: fields.provinceCode, wardCode: fields.wardCode }
    : { provinceCode: fields.officeProvinceCode, wardCode: fields.officeProvinceCode === fields.provinceCode ? fields.wardCode : null }

type FieldsProps = { readonly draft: Draft; readonly errorOf: (field: string) => string | undefined }

const OfficeFields = ({ draft, errorOf }: FieldsProps): ReactNode => {
  const text = useTexts(TEXTS)
  const provinces = useProvinces()
  const { fields, registrationId } = draft
  const change = (changed: Partial<DraftFields>): void => changeFields(registrationId, changed)
  if (fields.officeChoice === null) return null
  return (
    <>
      {fields.officeChoice === 'residence' ? null : (
        <PlaceSearch
          name="officeProvince"
          label={text('office-province')}
          query={provinces}
          options={toOptions(provinces.data)}
          value={fields.officeProvinceCode}
          onChange={(officeProvinceCode) => change({ officeProvinceCode, officeId: null })}
        />
      )}
      <OfficeList
        {...placeOfList(fields)}
        error={errorOf('office')}
        officeId={fields.officeId}
        onChange={({ officeId, name }) => change({ officeId, placeNames: { ...fields.placeNames, office: name } })}
      />
    </>
  )
}

/** Where to hand in: where one lives, where one participates, or anywhere else. */
export const OfficeStep = ({ draft }: { readonly draft: Draft }): ReactNode => {
  const text = useTexts(TEXTS)
  const [, navigate] = useLocation()
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const { fields, registrationId } = draft
  const errorOf = (field: string): string | undefined => errors.find((error) => error.field === field)?.sentence
  const goOn = (): void => {
    if (fields.officeChoice === null) setErrors([{ field: 'officeChoice', sentence: text('choice-missing') }])
    else if (fields.officeId === null) setErrors([{ field: 'office', sentence: text('office-missing') }])
    else navigate(pathAfter('office', draft))
  }
  return (
    <StepPage title={text('office-title')} place={placeOf('office')} backTo={previousPath('office')} errors={errors} onNext={goOn}>
      <p>{text('office-lead')}</p>
      <ChoiceField
        name="officeChoice"
        label={text('choice')}
        error={errorOf('officeChoice')}
        choices={CHOICES.map((value) => ({ value, label: text(`choice-${value}`), hint: text(`choice-${value}-hint`) }))}
        value={fields.officeChoice}
        onChange={(officeChoice) => {
          const officeProvinceCode = fields.officeProvinceCode ?? fields.provinceCode
          changeFields(registrationId, { officeChoice, officeProvinceCode, officeId: null })
        }}
      />
      <OfficeFields draft={draft} errorOf={errorOf} />
    </StepPage>
  )
}
