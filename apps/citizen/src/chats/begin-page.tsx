import type { ChatStanding, ChatWithMessages } from '@an-sinh/contract'
import { Button, ChoiceField, formatInstant, goToFirstWrong, Notice, TextAreaField, useLanguage, useTexts } from '@an-sinh/ui'
import { type ReactNode, type SyntheticEvent, useState } from 'react'
import { Link } from 'wouter'
import { call } from '../shared/api/call.ts'
import { findCode } from '../shared/api/failure.ts'
import { NeedsNetwork } from '../shared/online/needs-network.tsx'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { TEXTS } from './texts.ts'

const WEEKDAYS = ['weekday-0', 'weekday-1', 'weekday-2', 'weekday-3', 'weekday-4', 'weekday-5', 'weekday-6'] as const
const ENTRIES = [
  { href: '/ho-tro/goi-lai', key: 'call-back' },
  { href: '/ho-tro/phieu/moi', key: 'ticket' },
] as const

/** Shut while the question was being typed. */
const SHUT: readonly string[] = ['chat-closed', 'chat-queue-full']

const Hours = ({ weekdays, spans }: Pick<ChatStanding, 'weekdays' | 'spans'>): ReactNode => {
  const text = useTexts(TEXTS)
  const names = weekdays.map((day) => text(WEEKDAYS[day] ?? 'weekday-0'))
  const days = names.length > 2 ? `${names[0] ?? ''} – ${names.at(-1) ?? ''}` : names.join(', ')
  return <p className="quiet">{text('hours', { days, times: spans.map((span) => span.join('–')).join(', ') })}</p>
}

/** Where else to turn, with the call-back first; what was typed goes along to the ticket. */
export const OtherWays = ({ words }: { readonly words: string }): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <section aria-labelledby="other-ways">
      <h2 id="other-ways">{text('instead')}</h2>
      <ul className="entries">
        {ENTRIES.map(({ href, key }) => (
          <li key={href} className="entry">
            <Link href={href} state={{ words }}>
              {text(key)}
            </Link>
            <span className="entry-hint">{text(`${key}-hint`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Shut = ({ standing }: { readonly standing: ChatStanding }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const isFull = standing.open && standing.full
  return (
    <>
      <Notice title={text(isFull ? 'full-title' : 'closed-title')} live>
        <p>
          {isFull
            ? text('full')
            : standing.staffed
              ? text('closed-now')
              : text('closed-next', { at: formatInstant(standing.nextAt, language) })}
        </p>
      </Notice>
      <Hours {...standing} />
      <OtherWays words="" />
    </>
  )
}

const useBeginning = (onBegun: (begun: ChatWithMessages) => void) => {
  const { language } = useLanguage()
  const [ids] = useState(() => ({ chatId: crypto.randomUUID(), messageId: crypto.randomUUID() }))
  const [category, setCategory] = useState<string | null>(null)
  const [words, setWords] = useState('')
  const [asked, setAsked] = useState(false)
  const { run, busy, failure } = useAction(async (chosen: string) => {
    onBegun(await call('POST /api/chats', { body: { ...ids, language, category: chosen, words: words.trim() } }))
  })
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (category !== null && words.trim() !== '') void run(category)
    else goToFirstWrong()
  }
  return { category, setCategory, words, setWords, asked, busy, failure, submit }
}

type Props = { readonly standing: ChatStanding; readonly onBegun: (begun: ChatWithMessages) => void }

const BeginForm = ({ standing, onBegun }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const { category, setCategory, words, setWords, asked, busy, failure, submit } = useBeginning(onBegun)
  const { waiting, waitMinutes, categories, wordsMax } = standing
  return (
    <form noValidate onSubmit={submit}>
      <p>
        {waitMinutes === 0 ? text('wait-none') : text('wait-minutes', { waiting: String(waiting), minutes: String(waitMinutes ?? '') })}
      </p>
      <NeedsNetwork />
      <ChoiceField
        name="category"
        label={text('category')}
        error={asked && category === null ? text('category-missing') : undefined}
        choices={categories.map(({ code, name }) => ({ value: code, label: name[language] }))}
        value={category}
        onChange={setCategory}
      />
      <TextAreaField
        name="words"
        label={text('words')}
        hint={text('words-hint')}
        error={asked && words.trim() === '' ? text('words-missing') : undefined}
        maxLength={wordsMax}
        value={words}
        onChange={setWords}
      />
      <FailureNotice failure={failure} />
      {SHUT.includes(findCode(failure) ?? '') ? <OtherWays words={words} /> : null}
      <div className="button-row">
        <Button type="submit" busy={busy}>
          {text('begin')}
        </Button>
      </div>
      <Hours {...standing} />
    </form>
  )
}

/** Before the chat: what it is about, or where else to turn while nobody is there. */
export const BeginPage = (props: Props): ReactNode =>
  props.standing.open && !props.standing.full ? <BeginForm {...props} /> : <Shut standing={props.standing} />
