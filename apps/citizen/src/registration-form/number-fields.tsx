import { ChoiceField, SearchField, TextField, TickField, useLanguage, useTexts } from '@an-sinh/ui'
import { type ReactNode, useMemo } from 'react'
import type { FieldsProps } from './fields-props.ts'
import { listNationalities } from '../shared/answers/nationality-codes.ts'
import { TEXTS } from './texts.ts'

const PassportFields = ({ fields, change, errorOf }: FieldsProps): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const nationalities = useMemo(() => listNationalities(language), [language])
  return (
    <>
      <TextField
        name="passportNumber"
        label={text('passportNumber')}
        hint={text('passportNumber-hint')}
        error={errorOf('passportNumber')}
        width="medium"
        autoCapitalize="characters"
        spellCheck={false}
        value={fields.passportNumber}
        onChange={(passportNumber) => change({ passportNumber })}
      />
      <SearchField
        name="nationality"
        label={text('nationality')}
        error={errorOf('nationality')}
        options={nationalities}
        value={fields.nationality === 'VN' ? null : fields.nationality}
        onChange={(nationality) => change({ nationality: nationality ?? '' })}
        nothingFound={text('nothing-found')}
        countText={(count) => text('count', { count })}
      />
    </>
  )
}

const InsuranceNumberField = ({ fields, change, errorOf }: FieldsProps): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <>
      {fields.insuranceNumberForgotten ? null : (
        <TextField
          name="insuranceNumber"
          label={text('insuranceNumber')}
          hint={text('insuranceNumber-hint')}
          error={errorOf('insuranceNumber')}
          width="medium"
          inputMode="numeric"
          autoComplete="off"
          value={fields.insuranceNumber}
          onChange={(insuranceNumber) => change({ insuranceNumber })}
        />
      )}
      <TickField
        name="insuranceNumberForgotten"
        label={text('insuranceNumberForgotten')}
        checked={fields.insuranceNumberForgotten}
        onChange={(insuranceNumberForgotten) => change({ insuranceNumberForgotten })}
      />
    </>
  )
}

/** The paper one shows at the counter with its number, and the insurance number where it is remembered. */
export const NumberFields = (props: FieldsProps): ReactNode => {
  const text = useTexts(TEXTS)
  const { fields, change, errorOf } = props
  return (
    <>
      <ChoiceField
        name="paper"
        label={text('paper')}
        choices={[
          { value: 'national-id', label: text('paper-national-id') },
          { value: 'passport', label: text('paper-passport') },
        ]}
        value={fields.paper}
        onChange={(paper) => change({ paper })}
      />
      {fields.paper === 'passport' ? (
        <PassportFields {...props} />
      ) : (
        <TextField
          name="nationalId"
          label={text('nationalId')}
          hint={text('nationalId-hint')}
          error={errorOf('nationalId')}
          width="medium"
          inputMode="numeric"
          autoComplete="off"
          value={fields.nationalId}
          onChange={(nationalId) => change({ nationalId })}
        />
      )}
      <InsuranceNumberField {...props} />
    </>
  )
}
