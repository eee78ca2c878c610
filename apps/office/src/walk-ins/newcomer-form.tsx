import { NATIONALITY_CODES } from '@an-sinh/domain'
import { type Language, TextField, useLanguage } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import type { Newcomer } from './newcomer.ts'
import { listProvinces, listWards } from './newcomer-requests.ts'
import { walkInMessages } from './walk-in-messages.ts'

type ChoiceProps = {
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly code: string; readonly name: string }[]
  readonly onChange: (code: string) => void
}

const Choice = ({ label, value, options, onChange }: ChoiceProps) => {
  const say = walkInMessages.useSay()
  const id = useId()
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <select id={id} className="box box-full" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{say('choose')}</option>
        {options.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}

/** Every nationality but the Vietnamese; the names come from the browser. */
const listNationalities = (language: Language): { readonly code: string; readonly name: string }[] => {
  const names = new Intl.DisplayNames([language], { type: 'region' })
  return NATIONALITY_CODES.filter((code) => code !== 'VN')
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .toSorted((one, other) => one.name.localeCompare(other.name, language))
}

type Props = { readonly typed: Newcomer; readonly onChange: (typed: Newcomer) => void }

type TextName = 'fullName' | 'bornOn' | 'nationalId' | 'passportNumber' | 'insuranceNumber' | 'email' | 'street'

const Typed = ({ name, typed, onChange }: Props & { readonly name: TextName }) => {
  const say = walkInMessages.useSay()
  const change = (value: string): void => onChange({ ...typed, [name]: value })
  return <TextField name={name} label={say(`new-${name}`)} autoComplete="off" value={typed[name]} onChange={change} />
}

/** The paper that is shown: of a Vietnamese the card, of a foreigner the passport. */
const PaperFields = ({ typed, onChange }: Props) => {
  const say = walkInMessages.useSay()
  const { language } = useLanguage()
  return (
    <>
      <Choice
        label={say('new-paper')}
        value={typed.paper}
        options={[
          { code: 'national-id', name: say('paper-national-id') },
          { code: 'passport', name: say('paper-passport') },
        ]}
        onChange={(paper) => onChange({ ...typed, paper: paper === 'passport' ? 'passport' : 'national-id' })}
      />
      {typed.paper === 'passport' ? (
        <>
          <Typed name="passportNumber" typed={typed} onChange={onChange} />
          <Choice
            label={say('new-nationality')}
            value={typed.nationality}
            options={listNationalities(language)}
            onChange={(nationality) => onChange({ ...typed, nationality })}
          />
        </>
      ) : (
        <Typed name="nationalId" typed={typed} onChange={onChange} />
      )}
    </>
  )
}

/** What Form 01 needs; a card that was scanned has filled in what it knows. */
export const NewcomerForm = ({ typed, onChange }: Props) => {
  const say = walkInMessages.useSay()
  const provinces = useQuery({
    queryKey: ['provinces'],
    queryFn: ({ signal }) => listProvinces(signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const wards = useQuery({
    queryKey: ['wards', typed.provinceCode],
    queryFn: ({ signal }) => listWards(typed.provinceCode, signal),
    enabled: typed.provinceCode !== '',
    staleTime: Number.POSITIVE_INFINITY,
  })
  const text = (name: TextName) => <Typed name={name} typed={typed} onChange={onChange} />
  return (
    <div className="newcomer">
      {text('fullName')}
      {text('bornOn')}
      <Choice
        label={say('new-sex')}
        value={typed.sex}
        options={[
          { code: 'female', name: say('female') },
          { code: 'male', name: say('male') },
        ]}
        onChange={(sex) => onChange({ ...typed, sex: sex === 'male' ? 'male' : 'female' })}
      />
      <PaperFields typed={typed} onChange={onChange} />
      {text('insuranceNumber')}
      {text('email')}
      <Choice
        label={say('new-province')}
        value={typed.provinceCode}
        options={provinces.data ?? []}
        onChange={(provinceCode) => onChange({ ...typed, provinceCode, wardCode: '' })}
      />
      <Choice
        label={say('new-ward')}
        value={typed.wardCode}
        options={wards.data ?? []}
        onChange={(wardCode) => onChange({ ...typed, wardCode })}
      />
      {text('street')}
    </div>
  )
}
