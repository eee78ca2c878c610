import { REFERENCE_LIST_NAMES, REFERENCE_LISTS, type ReferenceList } from '@an-sinh/domain'
import { CommandButton, TextField, useLanguage, Waiting } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { type SyntheticEvent, useState } from 'react'
import { formatCivilDate } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { referenceMessages } from './desk-messages.ts'
import { listProposals, searchEntries } from './desk-requests.ts'
import { EntryView } from './entry-view.tsx'
import { ProposalItem } from './proposal-item.tsx'

type Chosen = { readonly list: ReferenceList; readonly code: string }
type Asked = { readonly list: ReferenceList; readonly q: string }

const Results = ({ asked, onOpen }: { readonly asked: Asked; readonly onOpen: (chosen: Chosen) => void }) => {
  const say = referenceMessages.useSay()
  const common = sharedMessages.useSay()
  const { list, q } = asked
  const found = useQuery({ queryKey: ['reference-entries', list, q], queryFn: ({ signal }) => searchEntries(list, q, signal) })
  if (found.error !== null) return <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <Waiting label={common('loading')} />
  if (found.data.entries.length === 0) return <p className="empty">{say('foundNone')}</p>
  return (
    <ul className="closure-list">
      {found.data.entries.map(({ code, name, place, endsOn }) => (
        <li key={code} className="closure-item">
          <p>
            <strong>{name}</strong> <span className="small">{code}</span>
          </p>
          <p className="small">
            {place ?? ''} {endsOn === null ? '' : say('until', { on: formatCivilDate(endsOn) })}
          </p>
          <CommandButton onPress={() => onOpen({ list, code })}>
            {say('open')}
            <span className="visually-hidden">: {name}</span>
          </CommandButton>
        </li>
      ))}
    </ul>
  )
}

const Search = ({ onOpen }: { readonly onOpen: (chosen: Chosen) => void }) => {
  const say = referenceMessages.useSay()
  const { language } = useLanguage()
  const [list, setList] = useState<ReferenceList>('health-facility')
  const [q, setQ] = useState('')
  const [asked, setAsked] = useState<Asked | null>(null)
  const find = (event: SyntheticEvent): void => {
    event.preventDefault()
    if (q.trim().length >= 2) setAsked({ list, q: q.trim() })
  }
  return (
    <section aria-labelledby="find-entry">
      <h2 id="find-entry">{say('search')}</h2>
      <form className="row" onSubmit={find} noValidate>
        <div className="field">
          <label className="field-label" htmlFor="entry-list">
            {say('list')}
          </label>
          <select id="entry-list" className="box" value={list} onChange={(event) => setList(event.currentTarget.value as ReferenceList)}>
            {REFERENCE_LISTS.map((one) => (
              <option key={one} value={one}>
                {REFERENCE_LIST_NAMES[one][language]}
              </option>
            ))}
          </select>
        </div>
        <TextField name="q" label={say('query')} width="medium" autoComplete="off" maxLength={100} value={q} onChange={setQ} />
        <CommandButton type="submit">{say('find')}</CommandButton>
      </form>
      {asked === null ? null : <Results asked={asked} onOpen={onOpen} />}
    </section>
  )
}

/** Entries of the reference lists: what waits for a second person, and where changes are asked for. */
export const ReferenceDeskPage = () => {
  const say = referenceMessages.useSay()
  const common = sharedMessages.useSay()
  usePageTitle(say('title'))
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const found = useQuery({ queryKey: ['reference-proposals'], queryFn: ({ signal }) => listProposals(signal) })
  const refresh = (): void => void found.refetch()
  const waiting = found.data?.proposals.filter(({ state }) => state === 'waiting') ?? []
  const decided = found.data?.proposals.filter(({ state }) => state !== 'waiting') ?? []
  return (
    <main id="main" className="page desk-page">
      <h1 tabIndex={-1}>{say('title')}</h1>
      <p>{say('lead')}</p>
      {chosen === null ? (
        <Search onOpen={setChosen} />
      ) : (
        <EntryView key={`${chosen.list} ${chosen.code}`} {...chosen} onBack={() => setChosen(null)} onChanged={refresh} />
      )}
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={refresh} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {found.data === undefined || chosen !== null ? null : (
        <>
          <h2>{say('waiting', { count: waiting.length })}</h2>
          {waiting.length === 0 ? <p className="empty">{say('waitingNone')}</p> : null}
          <ul className="closure-list">
            {waiting.map((one) => (
              <ProposalItem key={one.proposalId} one={one} onChanged={refresh} />
            ))}
          </ul>
          <h2>{say('decided')}</h2>
          {decided.length === 0 ? <p className="empty">{say('decidedNone')}</p> : null}
          <ul className="closure-list">
            {decided.map((one) => (
              <ProposalItem key={one.proposalId} one={one} onChanged={refresh} />
            ))}
          </ul>
        </>
      )}
    </main>
  )
}
