import { parseStatementCode } from '@an-sinh/domain'
import { type FieldError, TextField, useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import { StepPage } from '../shared/page/step-page.tsx'
import { TEXTS } from './texts.ts'

/** The code of a paper, typed. A slip is told before anything is sent. */
export const AskPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const [, navigate] = useLocation()
  const [typed, setTyped] = useState('')
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const look = (): void => {
    const parsed = parseStatementCode(typed)
    setErrors(parsed.ok ? [] : [{ field: 'code', sentence: text(parsed.code) }])
    if (parsed.ok) navigate(`/kiem-tra/${parsed.statementCode}`)
  }
  return (
    <StepPage title={text('check-title')} backTo="/" errors={errors} nextLabel={text('check')} onNext={look}>
      <p>{text('check-lead')}</p>
      <TextField
        name="code"
        label={text('code-label')}
        hint={text('code-hint')}
        error={errors[0]?.sentence}
        width="medium"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        value={typed}
        onChange={setTyped}
      />
    </StepPage>
  )
}
