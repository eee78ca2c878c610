import type { Adjustable } from '@an-sinh/contract'
import { ChoiceField, DateField, formatDate, TextField, TickField, useLanguage, useTexts, Waiting } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { Redirect } from 'wouter'
import { todayInVietNam } from '../shared/answers/today.ts'
import { findCode, isPassing } from '../shared/api/failure.ts'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { StepPage } from '../shared/page/step-page.tsx'
import { CheckStep } from './check-step.tsx'
import { PhotosStep } from './photos-step.tsx'
import { readChanges, toBoxes, type Typed } from './read-changes.ts'
import { TEXTS } from './texts.ts'
import { useAdjustable } from './use-adjustable.ts'
import { useIdentityForm } from './use-identity-form.ts'

type EntryProps = {
  readonly now: Adjustable | null
  readonly typed: Typed
  readonly onTyped: (typed: Typed) => void
  readonly errorOf: (field: string) => string | undefined
}

/** Each field with what is on file beside it, as far as the register can be asked. */
const Fields = ({ now, typed, onTyped, errorOf }: EntryProps): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const identity = now?.identity
  const hint = (value: string | undefined): string | undefined => (value === undefined ? undefined : text('now', { value }))
  const born = typed.born ?? toBoxes(identity?.bornOn ?? '')
  return (
    <>
      <TextField
        name="fullName"
        label={text('full-name')}
        hint={hint(identity?.fullName)}
        error={errorOf('fullName')}
        autoComplete="name"
        maxLength={100}
        value={typed.fullName ?? identity?.fullName ?? ''}
        onChange={(fullName) => onTyped({ ...typed, fullName })}
      />
      <DateField
        name="born"
        label={text('born')}
        hint={hint(identity === undefined ? undefined : formatDate(identity.bornOn, language))}
        error={errorOf('born')}
        labels={{ day: text('day'), month: text('month'), year: text('year') }}
        value={born}
        onChange={(part) => onTyped({ ...typed, born: { ...born, ...part } })}
      />
      <ChoiceField
        name="sex"
        label={text('sex')}
        hint={hint(identity === undefined ? undefined : text(identity.sex))}
        choices={[
          { value: 'male', label: text('male') },
          { value: 'female', label: text('female') },
        ]}
        value={typed.sex ?? identity?.sex ?? null}
        onChange={(sex) => onTyped({ ...typed, sex })}
      />
      <TextField
        name="nationalId"
        label={text('national-id')}
        hint={hint(identity === undefined ? undefined : (identity.nationalId ?? '–'))}
        error={errorOf('nationalId')}
        width="medium"
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
        value={typed.nationalId ?? identity?.nationalId ?? ''}
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

type FieldsProps = Omit<EntryProps, 'errorOf'> & { readonly onNext: () => void }

/** The fields as they stand on file. */
const FieldsStep = ({ now, typed, onTyped, onNext }: FieldsProps): ReactNode => {
  const text = useTexts(TEXTS)
  const [tried, setTried] = useState(false)
  const { faults } = readChanges(now, typed, todayInVietNam())
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
        if (faults.length === 0) onNext()
      }}
    >
      <p>{text(now === null ? 'identity-lead-offline' : 'identity-lead')}</p>
      <Fields now={now} typed={typed} onTyped={onTyped} errorOf={(field) => errors.find((error) => error.field === field)?.sentence} />
    </StepPage>
  )
}

const Steps = ({ now }: { readonly now: Adjustable | null }): ReactNode => {
  const text = useTexts(TEXTS)
  const [step, setStep] = useState<'fields' | 'photos' | 'check'>('fields')
  const { form, change, forget } = useIdentityForm()
  if (form === null)
    return (
      <Page title={text('identity-title')}>
        <Waiting label={text('identity-title')} />
      </Page>
    )
  const { requestId, typed, photos } = form
  const { changes } = readChanges(now, typed, todayInVietNam())
  if (step === 'fields')
    return <FieldsStep now={now} typed={typed} onTyped={(next) => change({ typed: next })} onNext={() => setStep('photos')} />
  if (step === 'photos')
    return (
      <PhotosStep
        requestId={requestId}
        changes={changes}
        photos={photos}
        onPhotos={(next) => change({ photos: next })}
        onNext={() => setStep('check')}
      />
    )
  return <CheckStep now={now} form={form} changes={changes} onWhat={(what) => change({ what })} forget={forget} />
}

/** Form 01 "điều chỉnh": what is wrong, the papers, a last look; the office decides. Without a network it is written all the same. */
export const IdentityPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const query = useAdjustable()
  if (findCode(query.error) === 'not-signed-in') return <Redirect to="/dang-nhap" replace />
  if (query.data !== undefined || isPassing(query.failureReason)) return <Steps now={query.data ?? null} />
  return (
    <Page title={text('identity-title')}>
      <Loaded query={query}>{() => null}</Loaded>
    </Page>
  )
}
