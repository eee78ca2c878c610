import { readPaperCode } from '@an-sinh/domain'
import { type FieldError, TextField, useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import { StepPage } from '../shared/page/step-page.tsx'
import { ScanPaper } from './scan-paper.tsx'
import { TEXTS } from './texts.ts'

/** The code of a paper, scanned or typed. A slip is told before anything is sent. */
export const AskPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const [, navigate] = useLocation()
  const [typed, setTyped] = useState('')
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const look = (raw: string): void => {
    const read = readPaperCode(raw)
    setErrors(read.ok ? [] : [{ field: 'code', sentence: text(read.code) }])
    if (!read.ok) return
    const { kind, code } = read.paper
    navigate(kind === 'agent-badge' ? `/kiem-tra/dai-ly/${encodeURIComponent(code)}` : `/kiem-tra/${code}`)
  }
  return (
    <StepPage title={text('title')} backTo="/" errors={errors} nextLabel={text('check')} onNext={() => look(typed)}>
      <p className="lead">{text('lead')}</p>
      <ScanPaper onText={look} />
      <TextField
        name="code"
        label={text('code-label')}
        hint={text('code-hint')}
        error={errors[0]?.sentence}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        value={typed}
        onChange={setTyped}
      />
    </StepPage>
  )
}
