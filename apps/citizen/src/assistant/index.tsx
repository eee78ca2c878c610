import type { HelpQuestionAnswer } from '@an-sinh/contract'
import { Button, TextAreaField, useLanguage, useTexts, Waiting } from '@an-sinh/ui'
import { type ReactNode, type SyntheticEvent, useEffect, useRef, useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { call } from '../shared/api/call.ts'
import { NeedsNetwork } from '../shared/online/needs-network.tsx'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { Page } from '../shared/page/page.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { Answer } from './answer.tsx'
import { TEXTS } from './texts.ts'

const QUESTION_MAX = 10_000

/** A question in one's own words; the answer is quoted from the articles, or the page says that it does not know. */
export const Assistant = (): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const [address] = useSearchParams()
  const [question, setQuestion] = useState(address.get('q')?.slice(0, QUESTION_MAX) ?? '')
  const [empty, setEmpty] = useState(false)
  const [answered, setAnswered] = useState<{ readonly asked: string; readonly answer: HelpQuestionAnswer } | null>(null)
  const { run, busy, failure } = useAction(async (asked: string) => {
    setAnswered({ asked, answer: await call('POST /api/help-questions', { body: { question: asked, language } }) })
  })
  // Who comes with a question from the search has asked already; who asks again before the answer is there gets that of the last question.
  const next = useRef(question.trim())
  useEffect(() => {
    if (busy || next.current === '') return
    const asked = next.current
    next.current = ''
    void run(asked)
  }, [busy, run])
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault()
    const asked = question.trim()
    setEmpty(asked === '')
    if (busy) next.current = asked
    else if (asked !== '') void run(asked)
  }
  return (
    <Page
      title={text('ask-title')}
      intro={
        <Link href="/tro-giup" className="back-link">
          {text('ask-all')}
        </Link>
      }
    >
      <p>{text('ask-lead')}</p>
      <NeedsNetwork />
      <form noValidate onSubmit={onSubmit}>
        <TextAreaField
          name="question"
          label={text('ask-label')}
          hint={text('ask-hint')}
          error={empty ? text('ask-empty') : undefined}
          rows={3}
          maxLength={QUESTION_MAX}
          value={question}
          onChange={setQuestion}
        />
        <div className="button-row">
          <Button type="submit" busy={busy}>
            {text('ask-send')}
          </Button>
        </div>
      </form>
      <FailureNotice failure={failure} />
      {busy ? <Waiting label={text('ask-waiting')} /> : null}
      {answered === null || busy ? null : <Answer asked={answered.asked} answer={answered.answer} />}
    </Page>
  )
}
