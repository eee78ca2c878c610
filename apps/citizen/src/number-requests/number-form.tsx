import { foldText, parsePartialDate } from '@an-sinh/domain'
import { ChoiceField, type DateBoxes, DateField, type FieldError, TextField, useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { call } from '../shared/api/call.ts'
import { toOptions, useProvinces, useWards } from '../shared/api/use-places.ts'
import { NeedsNetwork } from '../shared/online/needs-network.tsx'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { PlaceSearch } from '../shared/page/place-search.tsx'
import { StepPage } from '../shared/page/step-page.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { TEXTS } from './texts.ts'

type Facts = { readonly fullName: string; readonly bornOn: string } & ({ readonly nationalId: string } | { readonly wardCode: string })

type Typed = {
  readonly fullName: string
  readonly born: DateBoxes
  readonly by: 'national-id' | 'ward'
  readonly nationalId: string
  readonly provinceCode: string | null
  readonly wardCode: string | null
}
type Fault = { readonly field: string; readonly code: 'name-missing' | 'born-wrong' | 'national-id-wrong' | 'ward-missing' }

const EMPTY: Typed = {
  fullName: '',
  born: { day: '', month: '', year: '' },
  by: 'national-id',
  nationalId: '',
  provinceCode: null,
  wardCode: null,
}

const toNumber = (typed: string): number => (typed.trim() === '' ? Number.NaN : Number(typed.trim()))

/** The facts to send, or what is wrong with them. */
const readFacts = ({
  fullName,
  born,
  by,
  nationalId,
  wardCode,
}: Typed): { readonly facts: Facts | null; readonly faults: readonly Fault[] } => {
  const date = parsePartialDate(toNumber(born.day), toNumber(born.month), toNumber(born.year))
  const bornOn = typeof date === 'string' && date.length === 10 ? date : null
  const digits = nationalId.replace(/[\s.-]/gu, '')
  const faults: Fault[] = []
  if (foldText(fullName) === '') faults.push({ field: 'fullName', code: 'name-missing' })
  if (bornOn === null) faults.push({ field: 'born', code: 'born-wrong' })
  if (by === 'national-id' && !/^\d{12}$/u.test(digits)) faults.push({ field: 'nationalId', code: 'national-id-wrong' })
  if (by === 'ward' && wardCode === null) faults.push({ field: 'ward', code: 'ward-missing' })
  if (faults.length > 0 || bornOn === null) return { facts: null, faults }
  return { facts: by === 'ward' && wardCode !== null ? { fullName, bornOn, wardCode } : { fullName, bornOn, nationalId: digits }, faults }
}

type FieldsProps = {
  readonly typed: Typed
  readonly onChange: (change: Partial<Typed>) => void
  readonly errorOf: (field: string) => string | undefined
}

const WardFields = ({ typed, onChange, errorOf }: FieldsProps): ReactNode => {
  const text = useTexts(TEXTS)
  const provinces = useProvinces()
  const wards = useWards(typed.provinceCode)
  return (
    <>
      <PlaceSearch
        name="province"
        label={text('province')}
        query={provinces}
        options={toOptions(provinces.data)}
        value={typed.provinceCode}
        onChange={(provinceCode) => onChange({ provinceCode, wardCode: null })}
      />
      <PlaceSearch
        name="ward"
        label={text('ward')}
        error={errorOf('ward')}
        query={wards}
        options={toOptions(wards.data)}
        value={typed.wardCode}
        onChange={(wardCode) => onChange({ wardCode })}
      />
    </>
  )
}

const Fields = ({ typed, onChange, errorOf }: FieldsProps): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <>
      <TextField
        name="fullName"
        label={text('full-name')}
        error={errorOf('fullName')}
        autoComplete="name"
        spellCheck={false}
        maxLength={100}
        value={typed.fullName}
        onChange={(fullName) => onChange({ fullName })}
      />
      <DateField
        name="born"
        label={text('born')}
        error={errorOf('born')}
        labels={{ day: text('day'), month: text('month'), year: text('year') }}
        autoComplete="bday"
        value={typed.born}
        onChange={(part) => onChange({ born: { ...typed.born, ...part } })}
      />
      <ChoiceField
        name="by"
        label={text('by')}
        choices={[
          { value: 'national-id', label: text('by-national-id') },
          { value: 'ward', label: text('by-ward') },
        ]}
        value={typed.by}
        onChange={(by) => onChange({ by })}
      />
      {typed.by === 'ward' ? (
        <WardFields typed={typed} onChange={onChange} errorOf={errorOf} />
      ) : (
        <TextField
          name="nationalId"
          label={text('national-id')}
          error={errorOf('nationalId')}
          width="medium"
          inputMode="numeric"
          autoComplete="off"
          value={typed.nationalId}
          onChange={(nationalId) => onChange({ nationalId })}
        />
      )}
    </>
  )
}

/** Name, birth date, and the 12-digit id or the ward. What comes of it is told to the contact on file, never here. */
export const NumberForm = ({ onAsked }: { readonly onAsked: () => void }): ReactNode => {
  const text = useTexts(TEXTS)
  const [typed, setTyped] = useState(EMPTY)
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const ask = useAction(async (facts: Facts) => {
    await call('POST /api/number-requests', { body: facts })
    onAsked()
  })
  const send = (): void => {
    const { facts, faults } = readFacts(typed)
    setErrors(faults.map(({ field, code }) => ({ field, sentence: text(code) })))
    if (facts !== null) void ask.run(facts)
  }
  return (
    <StepPage title={text('title')} backTo="/tra-cuu" errors={errors} busy={ask.busy} nextLabel={text('send')} onNext={send}>
      <p>{text('lead')}</p>
      <NeedsNetwork />
      <FailureNotice failure={ask.failure} />
      <Fields
        typed={typed}
        onChange={(change) => setTyped((now) => ({ ...now, ...change }))}
        errorOf={(field) => errors.find((error) => error.field === field)?.sentence}
      />
      <output>{ask.busy ? text('working') : ''}</output>
    </StepPage>
  )
}
