import { Button, goToFirstWrong, Notice, TextField, useTexts } from '@an-sinh/ui'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, type SyntheticEvent, useState } from 'react'
import { useSearchParams } from 'wouter'
import { call } from '../shared/api/call.ts'
import type { AnswerTo } from '../shared/api/routes.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { type Question, QuestionFields } from '../shared/question/question-fields.tsx'
import { TEXTS } from './texts.ts'
import { CALL_BACKS_KEY } from './use-windows.ts'
import { type Chosen, WindowChoice } from './window-choice.tsx'

type Windows = AnswerTo<'GET /api/me/call-back-windows'>
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u

/** About a ticket that is there (`phieu`), or about what is written here. */
export const OwnCallBackForm = ({ windows }: { readonly windows: Windows }): ReactNode => {
  const text = useTexts(TEXTS)
  const client = useQueryClient()
  const [address] = useSearchParams()
  const ticketId = address.get('phieu')
  const isOfTicket = ticketId !== null && UUID.test(ticketId)
  const [ids, setIds] = useState(() => ({ callBackId: crypto.randomUUID(), reportId: isOfTicket ? ticketId : crypto.randomUUID() }))
  const [question, setQuestion] = useState<Question>({ category: isOfTicket ? 'other' : null, words: '' })
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [phone, setPhone] = useState('')
  const [asked, setAsked] = useState(false)
  const [isDone, setDone] = useState(false)
  const send = useAction(async (whole: Chosen & { readonly category: string; readonly words: string }) => {
    try {
      await call('POST /api/me/call-backs', { body: { ...ids, ...whole, context: {}, phone: phone.trim() === '' ? null : phone } })
      setDone(true)
      setIds({ callBackId: crypto.randomUUID(), reportId: crypto.randomUUID() })
    } finally {
      // A place may have gone meanwhile.
      await client.invalidateQueries({ queryKey: CALL_BACKS_KEY })
    }
  })
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault()
    setAsked(true)
    const { category, words } = question
    if (chosen !== null && category !== null && (isOfTicket || words.trim() !== '')) void send.run({ ...chosen, category, words })
    else goToFirstWrong()
  }
  if (isDone) return <Notice kind="good" live title={text('done')} />
  return (
    <form noValidate onSubmit={onSubmit}>
      {isOfTicket ? (
        <p>{text('about-ticket')}</p>
      ) : (
        <QuestionFields question={question} asked={asked} hint={text('words-hint')} onChange={setQuestion} />
      )}
      <WindowChoice
        windows={windows}
        chosen={chosen}
        error={asked && chosen === null ? text('window-missing') : undefined}
        onChoose={setChosen}
      />
      <TextField
        name="phone"
        type="tel"
        autoComplete="tel"
        label={text('other-phone')}
        hint={windows.phoneMasked === null ? undefined : text('account-phone', { phone: windows.phoneMasked })}
        maxLength={30}
        value={phone}
        onChange={setPhone}
      />
      <FailureNotice failure={send.failure} />
      <Button type="submit" busy={send.busy}>
        {text('send')}
      </Button>
    </form>
  )
}
