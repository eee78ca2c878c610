import { ChoiceField, DateField, type FieldError, TextField, TickField, useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import type { Draft, DraftFields } from '../shared/draft/draft.ts'
import { changeBirth, changeFields } from '../shared/draft/draft-store.ts'
import { StepPage } from '../shared/page/step-page.tsx'
import { pathAfter, placeOf, START_PATH } from '../shared/steps/steps.ts'
import { NumberFields } from './number-fields.tsx'
import { todayInVietNam } from '../shared/answers/today.ts'
import { readIdentity } from '../shared/answers/read-identity.ts'
import { ScanCard } from './scan-card.tsx'
import type { FieldsProps } from './fields-props.ts'
import { TEXTS } from './texts.ts'

type BirthProps = FieldsProps & { readonly onBirth: (typed: Partial<DraftFields['birth']>) => void }

const BirthFields = ({ fields, change, errorOf, onBirth }: BirthProps): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <>
      <DateField
        name="birth"
        label={text('birth')}
        hint={text(fields.birthYearOnly ? 'birth-year-hint' : 'birth-hint')}
        error={errorOf('birth')}
        labels={{ day: text('day'), month: text('month'), year: text('year') }}
        value={fields.birth}
        yearOnly={fields.birthYearOnly}
        autoComplete="bday"
        onChange={onBirth}
      />
      <TickField
        name="birthYearOnly"
        label={text('birthYearOnly')}
        checked={fields.birthYearOnly}
        onChange={(birthYearOnly) => change({ birthYearOnly })}
      />
    </>
  )
}

/** Who one is: name, number, birth date, sex. All faults at once. */
export const IdentityStep = ({ draft }: { readonly draft: Draft }): ReactNode => {
  const text = useTexts(TEXTS)
  const [, navigate] = useLocation()
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const { fields, registrationId } = draft
  const change = (changed: Partial<DraftFields>): void => changeFields(registrationId, changed)
  const errorOf = (field: string): string | undefined => errors.find((error) => error.field === field)?.sentence
  const goOn = (): void => {
    const read = readIdentity(fields, todayInVietNam())
    if (read.ok) navigate(pathAfter('identity', draft))
    else setErrors(read.faults.map(({ field, code }) => ({ field, sentence: text(code) })))
  }
  return (
    <StepPage title={text('identity-title')} place={placeOf('identity')} backTo={START_PATH} errors={errors} onNext={goOn}>
      <ScanCard onRead={change} />
      <TextField
        name="fullName"
        label={text('fullName')}
        hint={text('fullName-hint')}
        error={errorOf('fullName')}
        autoComplete="name"
        spellCheck={false}
        value={fields.fullName}
        onChange={(fullName) => change({ fullName })}
      />
      <NumberFields fields={fields} change={change} errorOf={errorOf} />
      <BirthFields fields={fields} change={change} errorOf={errorOf} onBirth={(typed) => changeBirth(registrationId, typed)} />
      <ChoiceField
        name="sex"
        label={text('sex')}
        error={errorOf('sex')}
        choices={[
          { value: 'male', label: text('male') },
          { value: 'female', label: text('female') },
        ]}
        value={fields.sex}
        onChange={(sex) => change({ sex })}
      />
    </StepPage>
  )
}
