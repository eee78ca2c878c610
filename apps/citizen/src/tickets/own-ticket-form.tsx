import { Button, goToFirstWrong, useTexts, Waiting } from '@an-sinh/ui'
import { type ReactNode, type SyntheticEvent, useState } from 'react'
import { useSearch } from 'wouter'
import type { RequestTo } from '../shared/api/routes.ts'
import { LetterRefusal } from '../shared/outbox/letter-refusal.tsx'
import { useKeptForm } from '../shared/outbox/use-kept-form.ts'
import { usePosting } from '../shared/outbox/use-posting.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { isComplete, type Question } from '../shared/question/question-fields.tsx'
import { ContextNotice, useTakenAlong } from './ticket-context.tsx'
import { TicketFields } from './ticket-fields.tsx'
import { TEXTS } from './texts.ts'
import { TICKETS_KEY } from './use-tickets.ts'

type Body = RequestTo<'POST /api/me/tickets'>['body']
const HERE = '/ho-tro/phieu'
const TITLE_LENGTH = 80

/** Kept as it is typed, sent when there is a network; the id is made here, so that sending again is the same ticket. */
export const OwnTicketForm = (): ReactNode => {
  const text = useTexts(TEXTS)
  const letterId = new URLSearchParams(useSearch()).get('thu')
  const [reportId] = useState(() => letterId ?? crypto.randomUUID())
  const [asked, setAsked] = useState(false)
  const [isTyped, setTyped] = useState(false)
  const taken = useTakenAlong()
  const empty: Question = { category: null, words: '' }
  const kept = useKeptForm<Question>({ name: 'ticket', empty, letterId, fromBody: ({ category, words }: Body) => ({ category, words }) })
  const posting = usePosting<'ticket'>(TICKETS_KEY, kept.forget)
  if (kept.form === null) return <Waiting label={text('ticket-new')} />
  const question = kept.form.words === '' && taken.words !== '' && !isTyped ? { ...kept.form, words: taken.words } : kept.form
  const change = (changed: Question): void => {
    setTyped(true)
    kept.change(changed)
  }
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (!isComplete(question)) {
      goToFirstWrong()
      return
    }
    void posting.run({
      letterId: reportId,
      kind: 'ticket',
      title: question.words.trim().slice(0, TITLE_LENGTH),
      body: { reportId, ...question, context: taken.context },
      resultAt: `${HERE}/${reportId}`,
      editAt: `${HERE}/moi?thu=${reportId}`,
    })
  }
  return (
    <form noValidate onSubmit={onSubmit}>
      <ContextNotice context={taken.context} read={taken.read} onClear={taken.clear} />
      <TicketFields question={question} asked={asked} onChange={change} />
      <p className="quiet">{text('photos-later')}</p>
      <LetterRefusal letter={posting.refused} />
      <FailureNotice failure={posting.failure} />
      <Button type="submit" busy={posting.busy}>
        {text('ticket-send')}
      </Button>
    </form>
  )
}
