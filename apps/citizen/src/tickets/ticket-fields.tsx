import { Notice, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { type Question, QuestionFields } from '../shared/question/question-fields.tsx'
import { TEXTS } from './texts.ts'

type Props = {
  readonly question: Question
  readonly asked: boolean
  readonly onChange: (question: Question) => void
}

/** The question, and what nobody ever asks for. */
export const TicketFields = (props: Props): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <>
      <QuestionFields {...props} hint={text('words-hint')} rows={6} />
      <Notice kind="warning" title={text('never-title')}>
        <p>{text('never-text')}</p>
      </Notice>
    </>
  )
}
