import { ChoiceField, DateField, TextField, useTexts } from '@an-sinh/ui'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import { todayInVietNam } from '../shared/answers/today.ts'
import { call } from '../shared/api/call.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { StepPage } from '../shared/page/step-page.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { type ChildAnswers, NO_ANSWERS, readChild } from './read-child.ts'
import { TEXTS } from './texts.ts'
import { DEPENDANT_REQUESTS_KEY } from './use-dependants.ts'

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

/** Step 1 of 2: the child as on the birth certificate. One intent, one id: sent again after a lost answer it is still one request. */
export const AddChildPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const [, navigate] = useLocation()
  const queryClient = useQueryClient()
  const [requestId] = useState(() => crypto.randomUUID())
  const [answers, setAnswers] = useState(NO_ANSWERS)
  const [tried, setTried] = useState(false)
  const { child, faults } = readChild(answers, todayInVietNam())
  const errors = tried ? faults.map(({ field, code }) => ({ field, sentence: text(code) })) : []
  const send = useAction(async (declared: NonNullable<typeof child>) => {
    await call('POST /api/me/dependant-requests', { body: { requestId, ...declared } })
    await queryClient.invalidateQueries({ queryKey: DEPENDANT_REQUESTS_KEY })
    navigate(`/ca-nhan/nguoi-phu-thuoc/${requestId}/giay-khai-sinh`)
  })
  return (
    <StepPage
      title={text('add-title')}
      place={{ step: 1, steps: 2 }}
      backTo="/ca-nhan/nguoi-phu-thuoc"
      errors={errors}
      busy={send.busy}
      nextLabel={text('to-photo')}
      onNext={() => {
        setTried(true)
        if (child !== null) void send.run(child)
      }}
    >
      <p>{text('add-lead')}</p>
      <FailureNotice failure={send.failure} />
      <ChildFields
        answers={answers}
        errorOf={(field) => errors.find((error) => error.field === field)?.sentence}
        onChange={(change) => setAnswers((before) => ({ ...before, ...change }))}
      />
    </StepPage>
  )
}
