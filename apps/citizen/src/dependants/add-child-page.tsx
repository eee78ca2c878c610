import { ChoiceField, DateField, TextField, useTexts, Waiting } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { useSearch } from 'wouter'
import { todayInVietNam } from '../shared/answers/today.ts'
import type { LetterBody } from '../shared/outbox/letter.ts'
import type { LetterPhoto } from '../shared/outbox/letter-photos.ts'
import { type KeptForm, useKeptForm } from '../shared/outbox/use-kept-form.ts'
import { Page } from '../shared/page/page.tsx'
import { StepPage } from '../shared/page/step-page.tsx'
import { CertificateStep } from './certificate-step.tsx'
import { type ChildAnswers, NO_ANSWERS, readChild, toAnswers } from './read-child.ts'
import { TEXTS } from './texts.ts'

type FieldsProps = {
  readonly answers: ChildAnswers
  readonly errorOf: (field: string) => string | undefined
  readonly onChange: (change: Partial<ChildAnswers>) => void
}

const ChildFields = ({ answers, errorOf, onChange }: FieldsProps): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <>
      <TextField
        name="childName"
        label={text('child-name')}
        error={errorOf('childName')}
        value={answers.childName}
        onChange={(childName) => onChange({ childName })}
        autoComplete="off"
        maxLength={100}
      />
      <DateField
        name="born"
        label={text('child-born')}
        error={errorOf('born')}
        value={answers.born}
        onChange={(typed) => onChange({ born: { ...answers.born, ...typed } })}
        labels={{ day: text('day'), month: text('month'), year: text('year') }}
      />
      <ChoiceField
        name="relation"
        label={text('you-are')}
        error={errorOf('relation')}
        value={answers.relation}
        onChange={(relation) => onChange({ relation })}
        choices={[
          { value: 'father', label: text('father') },
          { value: 'mother', label: text('mother') },
          { value: 'guardian', label: text('guardian'), hint: text('guardian-hint') },
        ]}
      />
      <TextField
        name="insuranceNumber"
        label={text('insurance-number')}
        hint={text('insurance-number-hint')}
        error={errorOf('insuranceNumber')}
        value={answers.insuranceNumber}
        onChange={(insuranceNumber) => onChange({ insuranceNumber })}
        width="medium"
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
      />
      <TextField
        name="nationalId"
        label={text('national-id')}
        hint={text('national-id-hint')}
        error={errorOf('nationalId')}
        value={answers.nationalId}
        onChange={(nationalId) => onChange({ nationalId })}
        width="medium"
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
      />
    </>
  )
}

type Form = { readonly requestId: string; readonly answers: ChildAnswers; readonly photos: readonly LetterPhoto[] }

/** Kept as it is typed, the photo too. One intent, one id: sent again after a lost answer it is still one request. */
const useForm = (): KeptForm<Form> => {
  const letterId = new URLSearchParams(useSearch()).get('thu')
  const [empty] = useState<Form>(() => ({ requestId: crypto.randomUUID(), answers: NO_ANSWERS, photos: [] }))
  return useKeptForm<Form>({
    name: 'dependant-request',
    empty,
    letterId,
    fromBody: (body: LetterBody<'dependant-request'>, photos) => ({ requestId: body.requestId, answers: toAnswers(body), photos }),
  })
}

/** The child as on the birth certificate, then its photo; both leave together. */
export const AddChildPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const { form, change, forget } = useForm()
  const [step, setStep] = useState<'child' | 'photo'>('child')
  const [tried, setTried] = useState(false)
  if (form === null)
    return (
      <Page title={text('add-title')}>
        <Waiting label={text('add-title')} />
      </Page>
    )
  const { requestId, answers, photos } = form
  const { child, faults } = readChild(answers, todayInVietNam())
  if (step === 'photo' && child !== null)
    return <CertificateStep child={{ requestId, ...child }} photos={photos} onPhotos={(next) => change({ photos: next })} forget={forget} />
  const errors = tried ? faults.map(({ field, code }) => ({ field, sentence: text(code) })) : []
  return (
    <StepPage
      title={text('add-title')}
      place={{ step: 1, steps: 2 }}
      backTo="/ca-nhan/nguoi-phu-thuoc"
      errors={errors}
      nextLabel={text('to-photo')}
      onNext={() => {
        setTried(true)
        if (child !== null) setStep('photo')
      }}
    >
      <p>{text('add-lead')}</p>
      <ChildFields
        answers={answers}
        errorOf={(field) => errors.find((error) => error.field === field)?.sentence}
        onChange={(part) => change({ answers: { ...answers, ...part } })}
      />
    </StepPage>
  )
}
