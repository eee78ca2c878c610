import type { Adjustable } from '@an-sinh/contract'
import { ChoiceField, DateField, formatDate, TextField, TickField, useLanguage, useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { Redirect } from 'wouter'
import { todayInVietNam } from '../shared/answers/today.ts'
import { findCode } from '../shared/api/failure.ts'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { StepPage } from '../shared/page/step-page.tsx'
import { CheckStep } from './check-step.tsx'
import { PhotosStep } from './photos-step.tsx'
import { type Change, readChanges, toBoxes, type Typed } from './read-changes.ts'
import { TEXTS } from './texts.ts'
import { useAdjustable } from './use-adjustable.ts'

type FieldsProps = {
  readonly now: Adjustable
  readonly typed: Typed
  readonly onTyped: (typed: Typed) => void
  readonly onNext: (changes: readonly Change[]) => void
}

type EntryProps = Pick<FieldsProps, 'now' | 'typed' | 'onTyped'> & { readonly errorOf: (field: string) => string | undefined }

/** Each field with what is on file beside it. */
const Fields = ({ now: { identity }, typed, onTyped, errorOf }: EntryProps): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const hint = (value: string): string => text('now', { value })
  return (
    <>
      <TextField
        name="fullName"
        label={text('full-name')}
        hint={hint(identity.fullName)}
        error={errorOf('fullName')}
        autoComplete="name"
        maxLength={100}
        value={typed.fullName}
        onChange={(fullName) => onTyped({ ...typed, fullName })}
      />
      <DateField
        name="born"
        label={text('born')}
        hint={hint(formatDate(identity.bornOn, language))}
        error={errorOf('born')}
        labels={{ day: text('day'), month: text('month'), year: text('year') }}
        value={typed.born}
        onChange={(part) => onTyped({ ...typed, born: { ...typed.born, ...part } })}
      />
      <ChoiceField
        name="sex"
        label={text('sex')}
        hint={hint(text(identity.sex))}
        choices={[
          { value: 'male', label: text('male') },
          { value: 'female', label: text('female') },
        ]}
        value={typed.sex}
        onChange={(sex) => onTyped({ ...typed, sex })}
      />
      <TextField
        name="nationalId"
        label={text('national-id')}
        hint={hint(identity.nationalId ?? '–')}
        error={errorOf('nationalId')}
        width="medium"
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
        value={typed.nationalId}
        onChange={(nationalId) => onTyped({ ...typed, nationalId })}
      />
      <TickField
        name="portrait"
        label={text('portrait-tick')}
        checked={typed.portrait}
        onChange={(portrait) => onTyped({ ...typed, portrait })}
      />
    </>
  )
}

/** The fields as they stand on file. */
const FieldsStep = ({ now, typed, onTyped, onNext }: FieldsProps): ReactNode => {
  const text = useTexts(TEXTS)
  const [tried, setTried] = useState(false)
  const { changes, faults } = readChanges(now, typed, todayInVietNam())
  const errors = tried ? faults.map(({ field, code }) => ({ field, sentence: text(code) })) : []
  return (
    <StepPage
      title={text('identity-title')}
      place={{ step: 1, steps: 3 }}
      backTo="/ca-nhan/dieu-chinh"
      errors={errors}
      nextLabel={text('to-photos')}
      onNext={() => {
        setTried(true)
        if (faults.length === 0) onNext(changes)
      }}
    >
      <p>{text('identity-lead')}</p>
      <Fields now={now} typed={typed} onTyped={onTyped} errorOf={(field) => errors.find((error) => error.field === field)?.sentence} />
    </StepPage>
  )
}

const Steps = ({ now }: { readonly now: Adjustable }): ReactNode => {
  const { fullName, bornOn, sex, nationalId } = now.identity
  const [requestId] = useState(() => crypto.randomUUID())
  const [typed, setTyped] = useState<Typed>({ fullName, sex, born: toBoxes(bornOn), nationalId: nationalId ?? '', portrait: false })
  const [changes, setChanges] = useState<readonly Change[]>([])
  const [step, setStep] = useState<'fields' | 'photos' | 'check'>('fields')
  if (step === 'photos') return <PhotosStep requestId={requestId} changes={changes} onNext={() => setStep('check')} />
  if (step === 'check') return <CheckStep now={now} requestId={requestId} changes={changes} />
  return (
    <FieldsStep
      now={now}
      typed={typed}
      onTyped={setTyped}
      onNext={(found) => {
        setChanges(found)
        setStep('photos')
      }}
    />
  )
}

/** Form 01 "điều chỉnh": what is wrong, the papers, a last look; the office decides. */
export const IdentityPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const query = useAdjustable()
  if (findCode(query.error) === 'not-signed-in') return <Redirect to="/dang-nhap" replace />
  if (query.data !== undefined) return <Steps now={query.data} />
  return (
    <Page title={text('identity-title')}>
      <Loaded query={query}>{() => null}</Loaded>
    </Page>
  )
}
