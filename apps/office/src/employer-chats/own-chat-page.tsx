import type { ChatStanding, ChatWithMessages } from '@an-sinh/contract'
import { ChoiceField, CommandButton, Notice, TextAreaField, useLanguage, Waiting } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { type SyntheticEvent, useState } from 'react'
import { AreaLink } from '../shared/area-link.tsx'
import { formatInstant } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { beginOwnChat, findOwnChat } from './own-chat-calls.ts'
import { ownChatMessages } from './own-chat-messages.ts'
import { OwnTalk } from './own-talk.tsx'
import '../shared/chat-log.css'

type Props = { readonly standing: ChatStanding; readonly onBegun: (begun: ChatWithMessages) => void }

const useBeginning = (onBegun: Props['onBegun']) => {
  const { language } = useLanguage()
  const [ids] = useState(() => ({ chatId: crypto.randomUUID(), messageId: crypto.randomUUID() }))
  const [category, setCategory] = useState<string | null>(null)
  const [words, setWords] = useState('')
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (busy || category === null || words.trim() === '') return
    setBusy(true)
    setProblem(null)
    beginOwnChat({ ...ids, language, category, words: words.trim() })
      .then(onBegun)
      .catch(setProblem)
      .finally(() => setBusy(false))
  }
  return { category, setCategory, words, setWords, asked, busy, problem, submit }
}

const Begin = ({ standing, onBegun }: Props) => {
  const say = ownChatMessages.useSay()
  const { language } = useLanguage()
  const { category, setCategory, words, setWords, asked, busy, problem, submit } = useBeginning(onBegun)
  const { waiting, waitMinutes, categories, wordsMax } = standing
  return (
    <form noValidate onSubmit={submit}>
      <p>{waitMinutes === 0 || waitMinutes === null ? say('waitNone') : say('waitMinutes', { waiting, minutes: waitMinutes })}</p>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <ChoiceField
        name="category"
        label={say('category')}
        error={asked && category === null ? say('categoryMissing') : undefined}
        choices={categories.map(({ code, name }) => ({ value: code, label: name[language] }))}
        value={category}
        onChange={setCategory}
      />
      <TextAreaField
        name="words"
        label={say('words')}
        hint={say('wordsHint')}
        error={asked && words.trim() === '' ? say('wordsMissing') : undefined}
        maxLength={wordsMax}
        value={words}
        onChange={setWords}
      />
      <CommandButton type="submit" kind="main" busy={busy}>
        {say('begin')}
      </CommandButton>
    </form>
  )
}

const Shut = ({ standing }: { readonly standing: ChatStanding }) => {
  const say = ownChatMessages.useSay()
  return (
    <>
      <Notice live>
        {standing.open ? say('full') : standing.staffed ? say('closedNow') : say('closed', { at: formatInstant(standing.nextAt) })}
      </Notice>
      <AreaLink to="/don-vi/phan-anh">{say('instead')}</AreaLink>
    </>
  )
}

/** The employer's chat with the support desk. */
export const OwnChatPage = () => {
  const say = ownChatMessages.useSay()
  const common = sharedMessages.useSay()
  usePageTitle(say('title'))
  const [begun, setBegun] = useState<ChatWithMessages | null>(null)
  const found = useQuery({ queryKey: ['own-chat'], queryFn: ({ signal }) => findOwnChat(signal), gcTime: 0, refetchOnWindowFocus: false })
  const shown = begun ?? found.data?.begun ?? null
  const again = (): void => {
    setBegun(null)
    void found.refetch()
  }
  return (
    <main id="main" className="page desk-page">
      <h1 tabIndex={-1}>{say('title')}</h1>
      <Notice kind="warning">{say('never')}</Notice>
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {found.data === undefined ? null : shown !== null ? (
        <OwnTalk key={shown.chat.chatId} begun={shown} onAgain={again} />
      ) : found.data.standing.open && !found.data.standing.full ? (
        <Begin standing={found.data.standing} onBegun={setBegun} />
      ) : (
        <Shut standing={found.data.standing} />
      )}
    </main>
  )
}
