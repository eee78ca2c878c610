import {
  Button,
  ChoiceField,
  Facts,
  formatInstant,
  goToFirstWrong,
  Notice,
  TakesFocus,
  TextField,
  useLanguage,
  useTexts,
} from '@an-sinh/ui'
import { type ReactNode, type SyntheticEvent, useState } from 'react'
import { Link } from 'wouter'
import { call } from '../shared/api/call.ts'
import type { AnswerTo } from '../shared/api/routes.ts'
import { toOptions, useProvinces } from '../shared/api/use-places.ts'
import { NeedsNetwork } from '../shared/online/needs-network.tsx'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { PlaceSearch } from '../shared/page/place-search.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { isComplete, type Question } from '../shared/question/question-fields.tsx'
import { ContextNotice, useTakenAlong } from './ticket-context.tsx'
import { TicketFields } from './ticket-fields.tsx'
import { TEXTS } from './texts.ts'

type Filed = AnswerTo<'POST /api/tickets'>
type Contact = { readonly by: 'phone' | 'email'; readonly address: string; readonly provinceCode: string | null }
const CONTACT_MAX = { phone: 30, email: 200 } as const

const ContactFields = ({
  contact,
  asked,
  onChange,
}: {
  readonly contact: Contact
  readonly asked: boolean
  readonly onChange: (change: Partial<Contact>) => void
}): ReactNode => {
  const text = useTexts(TEXTS)
  const provinces = useProvinces()
  const { by, address, provinceCode } = contact
  return (
    <>
      <ChoiceField
        name="by"
        label={text('contact-by')}
        choices={[
          { value: 'phone', label: text('contact-phone') },
          { value: 'email', label: text('contact-email') },
        ]}
        value={by}
        onChange={(next) => onChange({ by: next, address: '' })}
      />
      <TextField
        name="address"
        type={by === 'phone' ? 'tel' : 'email'}
        autoComplete={by === 'phone' ? 'tel' : 'email'}
        label={text(by === 'phone' ? 'contact-phone' : 'contact-email')}
        hint={text('contact-hint')}
        error={asked && address.trim() === '' ? text('contact-missing') : undefined}
        maxLength={CONTACT_MAX[by]}
        value={address}
        onChange={(next) => onChange({ address: next })}
      />
      <PlaceSearch
        name="province"
        label={text('contact-province')}
        query={provinces}
        options={toOptions(provinces.data)}
        value={provinceCode}
        onChange={(next) => onChange({ provinceCode: next })}
      />
    </>
  )
}

type SentProps = { readonly code: string; readonly reportNumber: string; readonly dueAt: string }

/** Number and code, told once. */
const SentTicket = ({ code, reportNumber, dueAt }: SentProps): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  return (
    <TakesFocus>
      <Notice kind="good" title={text('sent-title')}>
        <Facts
          facts={[
            { label: text('look-up-number'), value: <strong>{reportNumber}</strong> },
            { label: text('look-up-code'), value: <strong>{code}</strong> },
            { label: text('sent-due'), value: formatInstant(dueAt, language) },
          ]}
        />
        <p>{text('sent-once')}</p>
        <p>{text('sent-photos')}</p>
      </Notice>
      <p>
        <Link href="/ho-tro/phieu/tra-cuu">{text('look-up-title')}</Link>
      </p>
    </TakesFocus>
  )
}

/** Without an account: the answer waits under a number and a code, and a message says that it is there. */
export const StrangerTicketForm = (): ReactNode => {
  const text = useTexts(TEXTS)
  const taken = useTakenAlong()
  const [reportId] = useState(() => crypto.randomUUID())
  const [question, setQuestion] = useState<Question>({ category: null, words: taken.words })
  const [contact, setContact] = useState<Contact>({ by: 'phone', address: '', provinceCode: null })
  const [asked, setAsked] = useState(false)
  const [filed, setFiled] = useState<Filed | null>(null)
  const send = useAction(async (whole: { readonly category: string; readonly words: string }) => {
    const { by, address, provinceCode } = contact
    const place = provinceCode === null ? {} : { provinceCode }
    const reached = by === 'phone' ? { phone: address } : { email: address }
    setFiled(await call('POST /api/tickets', { body: { reportId, ...whole, context: taken.context, contact: reached, ...place } }))
  })
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (isComplete(question) && contact.address.trim() !== '') void send.run(question)
    else goToFirstWrong()
  }
  if (filed !== null) return <SentTicket code={filed.code} reportNumber={filed.ticket.reportNumber} dueAt={filed.ticket.dueAt} />
  return (
    <form noValidate onSubmit={onSubmit}>
      <p>
        {text('stranger-lead')} <Link href="/dang-nhap">{text('sign-in')}</Link>
      </p>
      <NeedsNetwork />
      <ContextNotice context={taken.context} read={taken.read} onClear={taken.clear} />
      <TicketFields question={question} asked={asked} onChange={setQuestion} />
      <ContactFields contact={contact} asked={asked} onChange={(change) => setContact({ ...contact, ...change })} />
      <FailureNotice failure={send.failure} />
      <Button type="submit" busy={send.busy}>
        {text('ticket-send')}
      </Button>
    </form>
  )
}
