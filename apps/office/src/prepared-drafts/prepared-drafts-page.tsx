import { CommandButton, TextField, Waiting } from '@an-sinh/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { DraftSlips } from './draft-slips.tsx'
import { PeopleTable } from './people-table.tsx'
import { preparedDraftMessages } from './prepared-draft-messages.ts'
import { listPreparable, type MadeSlips, prepareDrafts, withdrawDraft } from './prepared-draft-requests.ts'
import { useSending } from '../shared/use-sending.ts'

const usePeople = () => {
  const [q, setQ] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const found = useQuery({
    queryKey: ['preparable', q.trim()],
    queryFn: ({ signal }) => listPreparable(q.trim(), signal),
    placeholderData: keepPreviousData,
  })
  return { q, setQ, chosen, setChosen, found }
}

const Choosing = ({ onMade }: { readonly onMade: (made: MadeSlips) => void }) => {
  const say = preparedDraftMessages.useSay()
  const common = sharedMessages.useSay()
  const { q, setQ, chosen, setChosen, found } = usePeople()
  const { waiting, problem, run } = useSending()
  const [asked, setAsked] = useState(false)
  const people = found.data?.people ?? []
  const prepare = (): void => {
    setAsked(true)
    if (chosen.size > 0) void run(async () => onMade(await prepareDrafts([...chosen])))
  }
  const withdraw = (draftId: string): void =>
    void run(async () => {
      await withdrawDraft(draftId)
      await found.refetch()
    })
  return (
    <>
      <p>{say('lead')}</p>
      <TextField name="q" label={say('search')} width="medium" autoComplete="off" maxLength={80} value={q} onChange={setQ} />
      {problem === null ? null : <ProblemNotice error={problem} />}
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {found.data === undefined ? null : (
        <>
          {people.length === 0 ? null : (
            <CommandButton onPress={() => setChosen(new Set(people.map(({ entryId }) => entryId)))}>
              {say('chooseAll', { count: people.length })}
            </CommandButton>
          )}
          <PeopleTable people={people} chosen={chosen} onChoose={setChosen} onWithdraw={withdraw} />
          {found.data.more ? <p>{say('more')}</p> : null}
          <p className="small">{say('replaces')}</p>
          {asked && chosen.size === 0 ? <p role="alert">{say('prepareNothing')}</p> : null}
          <CommandButton kind="main" busy={waiting} onPress={prepare}>
            {say('prepare', { count: chosen.size })}
          </CommandButton>
        </>
      )}
    </>
  )
}

/** Whom of the roster a draft is laid out for, and the slips with their codes. */
export const PreparedDraftsPage = () => {
  const say = preparedDraftMessages.useSay()
  usePageTitle(say('title'))
  const [made, setMade] = useState<MadeSlips | null>(null)
  return (
    <main id="main" className="page">
      <h1 tabIndex={-1}>{say('title')}</h1>
      {made === null ? <Choosing onMade={setMade} /> : <DraftSlips made={made} onDone={() => setMade(null)} />}
    </main>
  )
}
